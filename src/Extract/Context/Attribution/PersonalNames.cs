using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Knows personal names by their family name (data/lexicons/surnames.tsv).</summary>
/// <remarks>The segmenter's tag nr alone will not do: its dictionary gives it to 封锁, 文明 and 卫星 as well.</remarks>
internal sealed class PersonalNames(LexiconTables tables, SourceNouns sources, CueLexicon cues)
{
    private readonly WordTrie<bool> _surnames = new(
        tables.Rows("surnames.tsv", "word", 1, "word", "source").Select(row => KeyValuePair.Create(row.Folded("word"), true)));

    /// <summary>Length of the family name that opens <paramref name="text"/>; 0 where none does.</summary>
    public int SurnameLength(ReadOnlySpan<char> text) => _surnames.TryLongest(text, out var length, out _) ? length : 0;

    /// <summary>True for a word that is a full personal name by itself: a family name with a given name, or a foreign name with its dot.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="tag">Its part of speech.</param>
    public bool IsFullName(ReadOnlySpan<char> word, string tag)
    {
        if (word.Length is < 3 or > 4 || tag is not ("nr" or "n" or "nrt" or "nrfg" or "nz") || !_surnames.TryLongest(word, out var surname, out _))
        {
            return false;
        }

        return word.Length == 3 || surname == 2 ? tag[0] == 'n' && (tag.Length > 1 || !cues.Is(ContextCue.NoNameEnd, word[^1..])) && sources.EndingOf(word, out _) == SourceSense.None : false;
    }

    /// <summary>True for a word that may be a name where its neighbours say so: 诸葛亮 after a title, 王毅 before a verb of speech.</summary>
    public bool MayBeName(ReadOnlySpan<char> word, string tag) =>
        word.Length is 2 or 3 && tag.StartsWith("nr", StringComparison.Ordinal) && _surnames.TryLongest(word, out _, out _);
}
