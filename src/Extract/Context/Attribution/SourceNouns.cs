using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>The nouns of data/lexicons/source_nouns.tsv.</summary>
internal static class SourceNouns
{
    private static readonly WordTrie<SourceSense> Endings;
    private static readonly WordTrie<SourceSense> Titles;

    static SourceNouns()
    {
        var senses = new Dictionary<string, SourceSense>(StringComparer.Ordinal);
        foreach (var row in TsvTable.Read(EmbeddedLexicons.Open("source_nouns.tsv"), 2, "word", "sense", "source").Rows)
        {
            senses[row["word"]] = senses.GetValueOrDefault(row["word"]) | row.Word<SourceSense>("sense");
        }

        Endings = new WordTrie<SourceSense>(senses, reversed: true);
        Titles = new WordTrie<SourceSense>(senses.Where(pair => pair.Value.HasFlag(SourceSense.Title)));
    }

    /// <summary>The longest listed noun that <paramref name="text"/> ends with.</summary>
    public static SourceSense EndingOf(ReadOnlySpan<char> text, out int length) => Endings.TryLongest(text, out length, out var sense) ? sense & ~SourceSense.Common : SourceSense.None;

    /// <summary>Length of the title that <paramref name="text"/> starts with; 0 when it starts with none.</summary>
    public static int TitleLength(ReadOnlySpan<char> text) => Titles.TryLongest(text, out var length, out _) ? length : 0;
}
