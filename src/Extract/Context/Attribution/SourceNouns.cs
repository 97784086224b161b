using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>The nouns of data/lexicons/source_nouns.tsv.</summary>
internal sealed class SourceNouns
{
    private readonly WordTrie<SourceSense> _endings;
    private readonly WordTrie<SourceSense> _titles;

    public SourceNouns(LexiconTables tables)
    {
        var senses = new Dictionary<string, SourceSense>(StringComparer.Ordinal);
        foreach (var row in tables.Rows("source_nouns.tsv", "word", 2, "word", "sense", "source"))
        {
            senses[row.Folded("word")] = senses.GetValueOrDefault(row.Folded("word")) | row.Word<SourceSense>("sense");
        }

        _endings = new WordTrie<SourceSense>(senses, reversed: true);
        _titles = new WordTrie<SourceSense>(senses.Where(pair => pair.Value.HasFlag(SourceSense.Title)));
    }

    /// <summary>The longest listed noun that <paramref name="text"/> ends with.</summary>
    public SourceSense EndingOf(ReadOnlySpan<char> text, out int length) => _endings.TryLongest(text, out length, out var sense) ? sense & ~SourceSense.Common : SourceSense.None;

    /// <summary>Length of the title that <paramref name="text"/> starts with; 0 when it starts with none.</summary>
    public int TitleLength(ReadOnlySpan<char> text) => _titles.TryLongest(text, out var length, out _) ? length : 0;
}
