namespace Pipeline.Extract.Context.Time;

/// <summary>Reads times of day: 下午3点, 8时30分, 14:30, 20点许, 晚間七點.</summary>
internal static class ClockReader
{
    /// <summary>What stands after 时 in words that are no hour: 时代, 时期, 时间.</summary>
    private const string NoHourAfter = "代候期机间速隔值长装尚刻空差段常任光令";

    /// <summary>Reads the clock that starts at <paramref name="at"/>.</summary>
    /// <param name="words">The listed words.</param>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="isAfterDay">True right after a day: then a part of the day alone will do, and 20点 is a clock, not index points.</param>
    /// <param name="end">One past its last unit.</param>
    public static bool TryRead(TimeWords words, ReadOnlySpan<char> text, int at, bool isAfterDay, out int end)
    {
        end = at;
        var isParted = false;
        if (words.TryMatch(text, at, out var word, out var wordEnd) && word.Sense == TimeSense.Clock)
        {
            (isParted, at) = (true, wordEnd);
        }
        else if (isAfterDay && at < text.Length && text[at] is '晚' or '早' or '晨' or '夜' && !text[at..].StartsWith("晚于") && !text[at..].StartsWith("早于"))
        {
            (isParted, at) = (true, at + 1);
        }

        while (isAfterDay && at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (TryReadHour(text, at, isParted || isAfterDay, out var hourEnd))
        {
            end = hourEnd;
            return true;
        }

        if (isAfterDay && isParted)
        {
            end = at;
            return true;
        }

        return false;
    }

    private static bool TryReadHour(ReadOnlySpan<char> text, int at, bool isExpected, out int end)
    {
        if (!SmallNumeral.TryRead(text, at, out var hour, out end) || hour > 24 || end >= text.Length)
        {
            return false;
        }

        if (text[end] == ':')
        {
            return isExpected && TryReadMinutes(text, end + 1, out end);
        }

        if (text[end] is not ('时' or '点'))
        {
            return false;
        }

        var mark = text[end++];
        if (end < text.Length && SmallNumeral.TryRead(text, end, out var minutes, out var minutesEnd) && minutes < 60 && minutesEnd < text.Length && text[minutesEnd] == '分')
        {
            end = minutesEnd + 1;
            return mark == '时' || text[end..] is not ['之', ..];
        }

        if (end < text.Length && text[end] is '许' or '整' or '钟' or '半')
        {
            end++;
            return true;
        }

        return isExpected && (mark == '点' || end >= text.Length || !NoHourAfter.Contains(text[end], StringComparison.Ordinal));
    }

    private static bool TryReadMinutes(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at + 2;
        var isMinutes = end <= text.Length && text[at] is >= '0' and <= '5' && char.IsAsciiDigit(text[at + 1]);
        if (isMinutes && end + 2 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]))
        {
            end += 3;
        }

        return isMinutes && (end >= text.Length || !char.IsAsciiDigit(text[end]));
    }
}
