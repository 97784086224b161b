using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Time;

/// <summary>The words of data/lexicons/time_words.tsv.</summary>
internal static class TimeWords
{
    private static readonly WordTrie<TimeWord> Trie;

    static TimeWords()
    {
        var table = TsvTable.Read(
            EmbeddedLexicons.Open("time_words.tsv"), "word", "sense", "unit", "anchor", "year", "first", "last", "shift", "source");
        var words = table.Rows.Select(Read).ToList();
        Trie = new WordTrie<TimeWord>(words.Select(word => KeyValuePair.Create(word.Text, word)));
        FirstUnits = [.. words.Select(word => word.Text[0]).Distinct()];
    }

    /// <summary>The units that words start with.</summary>
    public static char[] FirstUnits { get; }

    /// <summary>Finds the longest word at <paramref name="at"/>.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, int at, out TimeWord word, out int end)
    {
        var found = Trie.TryLongest(text[at..], out var length, out word!);
        end = at + length;
        return found;
    }

    private static TimeWord Read(TsvRow row) => new(
        row["word"],
        row.Word<TimeSense>("sense"),
        new CalendarPoint
        {
            Unit = row.Optional("unit") is null ? TimeUnit.None : row.Word<TimeUnit>("unit"),
            Anchor = row.Optional("anchor") is null ? TimeAnchor.Open : row.Word<TimeAnchor>("anchor"),
            Year = (int)row.Number("year"),
            First = (int)row.Number("first"),
            Last = (int)row.Number("last"),
            Shift = (int)row.Number("shift"),
        });
}
