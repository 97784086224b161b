namespace Pipeline.Store.Queries;

/// <summary>A stretch of days, both ends included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, not before the first.</param>
public readonly record struct Period(DateOnly First, DateOnly Last)
{
    /// <summary>Reads a claim's <c>time</c>: ISO 8601 date, month, year, or two of them with <c>/</c> between.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        text = text.Trim();
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TryParseOne(text, out period);
        }

        if (TryParseOne(text[..slash], out var first) && TryParseOne(text[(slash + 1)..], out var last) && last.Last >= first.First)
        {
            period = new Period(first.First, last.Last);
            return true;
        }

        period = default;
        return false;
    }

    /// <summary>True when the two share a day.</summary>
    public bool Meets(Period other) => First <= other.Last && other.First <= Last;

    /// <summary>True when all of <paramref name="other"/> lies inside.</summary>
    public bool Contains(Period other) => First <= other.First && other.Last <= Last;

    private static bool TryParseOne(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length is not (4 or 7 or 10) || !Digits(text, 0, 4, out var year) || year == 0)
        {
            return false;
        }

        if (text.Length == 4)
        {
            period = new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            return true;
        }

        if (text[4] != '-' || !Digits(text, 5, 2, out var month) || month is < 1 or > 12)
        {
            return false;
        }

        var days = DateTime.DaysInMonth(year, month);
        if (text.Length == 7)
        {
            period = new Period(new DateOnly(year, month, 1), new DateOnly(year, month, days));
            return true;
        }

        if (text[7] != '-' || !Digits(text, 8, 2, out var day) || day < 1 || day > days)
        {
            return false;
        }

        var date = new DateOnly(year, month, day);
        period = new Period(date, date);
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, int start, int count, out int value)
    {
        value = 0;
        foreach (var c in text.Slice(start, count))
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
