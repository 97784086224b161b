using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Time;

/// <summary>The words of data/lexicons/time_words.tsv.</summary>
internal sealed class TimeWords
{
    private readonly WordTrie<TimeWord> _words;

    public TimeWords(LexiconTables tables)
    {
        var words = tables.Rows("time_words.tsv", "word", 1, "word", "sense", "unit", "anchor", "year", "first", "last", "shift", "source").Select(Read).ToList();
        _words = new WordTrie<TimeWord>(words.Select(word => KeyValuePair.Create(word.Text, word)));
        FirstUnits = [.. words.Select(word => word.Text[0]).Distinct()];
    }

    /// <summary>The units that words start with.</summary>
    public char[] FirstUnits { get; }

    /// <summary>Finds the longest word at <paramref name="at"/>.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, int at, out TimeWord word, out int end)
    {
        var found = _words.TryLongest(text[at..], out var length, out word!);
        end = at + length;
        return found;
    }

    private static TimeWord Read(TsvRow row) => new(row.Folded("word"), row.Word<TimeSense>("sense"), DayOfYear(new CalendarPoint
    {
        Unit = row.Optional("unit") is null ? TimeUnit.None : row.Word<TimeUnit>("unit"),
        Anchor = row.Optional("anchor") is null ? TimeAnchor.Open : row.Word<TimeAnchor>("anchor"),
        Year = (int)row.Number("year"),
        First = (int)row.Number("first"),
        Last = (int)row.Number("last"),
        Shift = (int)row.Number("shift"),
    }));

    /// <summary>元旦 is the day 1 of the month 1: with a day of the year, the column last is its day.</summary>
    private static CalendarPoint DayOfYear(CalendarPoint point) =>
        point is { Unit: TimeUnit.Day, First: > 0 } ? point with { Last = point.First, Day = point.Last } : point;
}
