namespace Pipeline.Extract.Context.Time;

/// <summary>Reads one place in the calendar: a year, a part of one, or both (2025年前三季度, 去年10月15日, 上月末).</summary>
internal static class CalendarReader
{
    /// <summary>Reads the point that starts at <paramref name="at"/>.</summary>
    /// <param name="words">The listed words.</param>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="point">What it says.</param>
    /// <param name="end">One past its last unit.</param>
    public static bool TryRead(TimeWords words, ReadOnlySpan<char> text, int at, out CalendarPoint point, out int end)
    {
        if (TryReadIso(text, at, out point, out end))
        {
            return true;
        }

        if (YearReader.TryReadBracketed(text, at, out var numbered, out end))
        {
            point = new CalendarPoint { Unit = TimeUnit.Year, Anchor = TimeAnchor.Stated, Year = numbered };
            Combine(words, text, ref point, ref end);
            return true;
        }

        if (words.TryMatch(text, at, out var word, out end) && word.Sense is TimeSense.Point or TimeSense.Part)
        {
            point = word.Point;
            Combine(words, text, ref point, ref end);
            return true;
        }

        if (YearReader.TryRead(words, text, at, out var year, out end))
        {
            point = new CalendarPoint { Unit = TimeUnit.Year, Anchor = TimeAnchor.Stated, Year = year };
            Combine(words, text, ref point, ref end);
            return true;
        }

        if (YearReader.TryReadListed(text, at, out year, out end))
        {
            point = new CalendarPoint { Unit = TimeUnit.Year, Anchor = TimeAnchor.Stated, Year = year };
            return true;
        }

        if (!TryReadPart(words, text, at, isYearRead: false, out point, out end))
        {
            return false;
        }

        // 3Q25, 1H2025: the year stands after its part.
        if (text[end - 1] is 'Q' or 'H' && SmallNumeral.TryRead(text, end, out year, out var yearEnd) && yearEnd - end is 2 or 4)
        {
            point = point with { Anchor = TimeAnchor.Stated, Year = year < 100 ? 2000 + year : year };
            end = yearEnd;
        }

        return true;
    }

    /// <summary>Reads a part of a year whose year is not said in it: 前三季度, 10月15日, 1-9月, Q3, 上半年, 年底.</summary>
    /// <param name="words">The listed words.</param>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="isYearRead">True where the words before are known to be its year.</param>
    /// <param name="point">What it says.</param>
    /// <param name="end">One past its last unit.</param>
    public static bool TryReadPart(TimeWords words, ReadOnlySpan<char> text, int at, bool isYearRead, out CalendarPoint point, out int end)
    {
        if (words.TryMatch(text, at, out var word, out end) && word.Sense == TimeSense.Part)
        {
            point = word.Point;
            ReadEnd(text, ref point, ref end);
            return true;
        }

        return TryReadCode(text, at, out point, out end)
            || TryReadQuarter(text, at, out point, out end)
            || MonthReader.TryRead(text, at, isYearRead, out point, out end);
    }

    private static void Combine(TimeWords words, ReadOnlySpan<char> text, ref CalendarPoint point, ref int end)
    {
        if (point.Unit is TimeUnit.Month && point.Shift != 0 || point is { Unit: TimeUnit.Month, First: 0 })
        {
            CombineDay(text, ref point, ref end);
            return;
        }

        ReadEnd(text, ref point, ref end);
        if (point.Unit != TimeUnit.Year || end >= text.Length)
        {
            return;
        }

        var at = text[end] is '的' or ' ' ? end + 1 : end;
        if (text[end..] is ['底' or '末', ..])
        {
            (point, end) = (point with { Unit = TimeUnit.Month, First = 12, Last = 12 }, end + 1);
        }
        else if (text[end..] is ['期', '末', ..])
        {
            // 2018年期末
            (point, end) = (point with { Unit = TimeUnit.Month, First = 12, Last = 12 }, end + 2);
        }
        else if (text[end..] is ['初', not ('中' or '步' or '级' or '期'), ..] or ['初'])
        {
            (point, end) = (point with { Unit = TimeUnit.Month, First = 1, Last = 1 }, end + 1);
        }
        else if (at < text.Length && TryReadPart(words, text, at, isYearRead: true, out var part, out var partEnd)
            && part.Unit != TimeUnit.None && !(part.Unit == TimeUnit.Day && part.First == 0))
        {
            (point, end) = (part with { Anchor = point.Anchor, Year = point.Year }, partEnd);
        }
    }

    /// <summary>上半年|末, 上季|末: the end of a half or a quarter is its last month.</summary>
    private static void ReadEnd(ReadOnlySpan<char> text, ref CalendarPoint point, ref int end)
    {
        if (point.Unit is TimeUnit.Half or TimeUnit.Quarter && text[end..] is ['末' or '底', ..])
        {
            (point, end) = (point with { IsEnd = true }, end + 1);
        }
    }

    private static void CombineDay(ReadOnlySpan<char> text, ref CalendarPoint point, ref int end)
    {
        if (text[end..] is ['底' or '末' or '初' or '份', ..])
        {
            end++;
        }
        else if (SmallNumeral.TryRead(text, end, out var day, out var dayEnd) && day is >= 1 and <= 31 && dayEnd < text.Length && text[dayEnd] is '日' or '号')
        {
            (point, end) = (point with { Unit = TimeUnit.Day, Day = day }, dayEnd + 1);
        }
    }

    /// <summary>Q3, 3Q, H1, 1H.</summary>
    private static bool TryReadCode(ReadOnlySpan<char> text, int at, out CalendarPoint point, out int end)
    {
        point = default;
        end = at + 2;
        if (end > text.Length || (end < text.Length && char.IsAsciiLetter(text[end])))
        {
            return false;
        }

        var (letter, digit) = char.IsAsciiDigit(text[at]) ? (text[at + 1], text[at]) : (text[at], text[at + 1]);
        var number = digit - '0';
        if (letter is not ('Q' or 'H') || number < 1 || number > (letter == 'Q' ? 4 : 2)
            || (letter == text[at] && end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')))
        {
            return false;
        }

        var unit = letter == 'Q' ? TimeUnit.Quarter : TimeUnit.Half;
        point = new CalendarPoint { Unit = unit, Anchor = TimeAnchor.Open, First = number, Last = number };
        return true;
    }

    /// <summary>第三季, 三季度, 3季度, 第一、二季度, 一至三季度, 前三季, 首三个季度, 三季报.</summary>
    private static bool TryReadQuarter(ReadOnlySpan<char> text, int at, out CalendarPoint point, out int end)
    {
        point = default;
        end = at;
        var isCumulative = text[at] is '前' or '首' or '头';
        var isOrdinal = text[at] == '第';
        var numeral = isCumulative || isOrdinal ? SmallNumeral.BeforeDigits(text, at + 1) : at;
        if (!SmallNumeral.TryRead(text, numeral, out var first, out end) || first is < 1 or > 4 || end >= text.Length)
        {
            return false;
        }

        end = SmallNumeral.BeforeUnit(text, end);
        var last = first;
        if (!isCumulative && text[end] is '、' or '-' or '~' or '至' or '到' or '和' or '及' or '与')
        {
            var next = text[end + 1 < text.Length ? end + 1 : end] == '第' ? end + 2 : end + 1;
            if (!SmallNumeral.TryRead(text, next, out last, out end) || last <= first || last > 4 || end >= text.Length)
            {
                return false;
            }

            if (last == first + 1 && last < 4 && text[end] is '、' or '和' && SmallNumeral.TryRead(text, end + 1, out var third, out var listed) && third == last + 1 && listed < text.Length && text[listed] == '季')
            {
                // 一、二、三季度
                (last, end) = (third, listed);
            }
        }

        if (isCumulative && text[end] == '个')
        {
            end++;
        }

        if (end >= text.Length || text[end] != '季')
        {
            return false;
        }

        var isMarked = isCumulative || isOrdinal;
        end++;
        if (end < text.Length && text[end] == '度')
        {
            end++;
        }
        else if (!isMarked && end < text.Length && text[end] == '报')
        {
            // A quarterly report covers the year up to its quarter: 三季报 is the first three.
            (first, isMarked) = (1, true);
            end++;
        }
        else if (!isMarked)
        {
            return false;
        }

        if (isCumulative)
        {
            if (last == 1)
            {
                return false;
            }

            first = 1;
        }

        point = new CalendarPoint { Unit = TimeUnit.Quarter, Anchor = TimeAnchor.Open, First = first, Last = last };
        ReadEnd(text, ref point, ref end);
        if (end < text.Length && text[end] == '初')
        {
            end++;
        }

        return true;
    }

    /// <summary>2025-12-01, 2025/12/1, 2025.12.01.</summary>
    private static bool TryReadIso(ReadOnlySpan<char> text, int at, out CalendarPoint point, out int end)
    {
        point = default;
        end = at;
        if (at + 8 > text.Length || !char.IsAsciiDigit(text[at]) || text[at + 4] is not ('-' or '/' or '.'))
        {
            return false;
        }

        var mark = text[at + 4];
        if (!TryReadDigits(text, at, 4, out var year, out end) || end != at + 4
            || !TryReadDigits(text, end + 1, 2, out var month, out end) || end >= text.Length || text[end] != mark
            || !TryReadDigits(text, end + 1, 2, out var day, out end)
            || year is < 1900 or >= 2200 || month is < 1 or > 12 || day is < 1 or > 31
            || (end < text.Length && char.IsAsciiDigit(text[end])))
        {
            return false;
        }

        point = new CalendarPoint { Unit = TimeUnit.Day, Anchor = TimeAnchor.Stated, Year = year, First = month, Last = month, Day = day };
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, int at, int most, out int value, out int end)
    {
        value = 0;
        end = at;
        while (end < text.Length && end - at < most && char.IsAsciiDigit(text[end]))
        {
            value = (value * 10) + (text[end++] - '0');
        }

        return end > at;
    }
}
