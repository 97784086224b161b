using System.Buffers;

namespace Pipeline.Extract.Context.Time;

/// <summary>Reads the day that an agency's report is dated by: (中央社纽约21日综合外电报导), 新华社北京11月9日电.</summary>
internal static class Dateline
{
    /// <summary>Longest line of origin, in characters.</summary>
    private const int Longest = 40;

    /// <summary>Longest stretch from the day to the end of the line: 综合外电报导.</summary>
    private const int LongestRest = 10;

    /// <summary>Most days from the report to its publication; a day further back is told of, not written on.</summary>
    private const int MostDays = 2;

    private static readonly SearchValues<char> Marks = SearchValues.Create("(),:。 丨|");

    /// <summary>The day that the report was written on, from which its 今天 and 昨日 are counted.</summary>
    /// <param name="folded">The article, folded.</param>
    /// <param name="publishedOn">When it was published.</param>
    /// <returns>Null where the text opens with no such line.</returns>
    public static DateOnly? Of(ReadOnlySpan<char> folded, DateOnly publishedOn)
    {
        var text = folded[..Math.Min(Longest, folded.Length)];
        for (var at = text.IndexOf('日'); at > 0; at = text[(at + 1)..].IndexOf('日') is >= 0 and var next ? at + 1 + next : -1)
        {
            if (NumberBefore(text, at, out var start) is { } day && EndsLine(folded[(at + 1)..]))
            {
                var month = start > 0 && text[start - 1] == '月' ? NumberBefore(text, start - 1, out _) : null;
                for (var date = publishedOn; publishedOn.DayNumber - date.DayNumber <= MostDays && date > DateOnly.MinValue; date = date.AddDays(-1))
                {
                    if (date.Day == day && (month is null || month == date.Month))
                    {
                        return date;
                    }
                }
            }
        }

        return null;
    }

    private static int? NumberBefore(ReadOnlySpan<char> text, int end, out int start)
    {
        start = end;
        while (start > 0 && end - start < 3 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start is 1 or 2 ? int.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static bool EndsLine(ReadOnlySpan<char> after)
    {
        var end = after[..Math.Min(LongestRest, after.Length)].IndexOfAny(Marks);
        return end > 0 && (after[end - 1] is '电' or '讯' || after[end] == ')' && (after[..end].EndsWith("报导") || after[..end].EndsWith("报道")));
    }
}
