namespace Pipeline.Extract.Context.Time;

/// <summary>Reads a year that is said in figures: 2025年, 二〇二五年, 16年10月, 民国113年, 2025财年, FY2025, 2018-2020年.</summary>
internal static class YearReader
{
    /// <summary>Year 1 of the Republic of China is 1912.</summary>
    private const int RepublicOffset = 1911;

    /// <summary>Reads the year that starts at <paramref name="at"/>.</summary>
    /// <param name="words">The listed words.</param>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="year">The Gregorian year.</param>
    /// <param name="end">One past the year and its 年.</param>
    public static bool TryRead(TimeWords words, ReadOnlySpan<char> text, int at, out int year, out int end)
    {
        year = 0;
        end = at;
        if (TryReadEra(text, at, out var offset, out var numeral))
        {
            if (text[numeral..].StartsWith("元年"))
            {
                (year, end) = (offset + 1, numeral + 2);
                return true;
            }

            if (!SmallNumeral.TryRead(text, numeral, out year, out end) || !TryReadYearMark(text, end, out end))
            {
                return false;
            }

            year += offset;
            return year is > 1000 and < 2200;
        }

        if (text[at..].StartsWith("FY"))
        {
            return SmallNumeral.TryRead(text, at + 2, out year, out end) && TryWiden(end - at - 2, ref year);
        }

        if (!SmallNumeral.TryRead(text, at, out year, out end))
        {
            return false;
        }

        var digits = end - at;
        var isPositional = digits == 4 && year >= 1000;
        if (isPositional && TryReadSplitYear(text, end, ref end))
        {
            return true;
        }

        if (!TryReadYearMark(text, end, out var marked))
        {
            // 24Q2, 24H1: no year is said by two digits before 全年 or 前三季度.
            return isPositional && year is >= 1900 and < 2200 && IsFollowedByPeriodCode(text, end)
                || digits == 2 && text[end..] is ['Q' or 'H', ..] && IsFollowedByPeriodCode(text, end) && char.IsAsciiDigit(text[at]) && !(at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) && TryWiden(digits, ref year);
        }

        end = marked;
        if (isPositional)
        {
            return year is >= 1500 and < 2200 && !text[end..].StartsWith("历史") && (year >= 1900 || !text[end..].StartsWith("前"));
        }

        return char.IsAsciiDigit(text[at]) && IsShortYear(words, text, at, end, digits, ref year);
    }

    /// <summary>今(114)年, 去(113)年: the year that the reader knows, with its number.</summary>
    public static bool TryReadBracketed(ReadOnlySpan<char> text, int at, out int year, out int end)
    {
        (year, end) = (0, at);
        if (at + 1 >= text.Length || text[at + 1] != '(' || text[at] is not ('今' or '去' or '昨' or '明' or '前' or '后') || !SmallNumeral.TryRead(text, at + 2, out year, out var close)
            || !text[close..].StartsWith(")年") || year is not (>= 80 and <= 150 or >= 1990 and < 2200))
        {
            return false;
        }

        (year, end) = (year < 1000 ? year + RepublicOffset : year, close + 2);
        return true;
    }

    /// <summary>Reads 2018 of 2018、2019年, 2018及2019年 or 2018-2020年: a year whose 年 stands after its neighbour.</summary>
    public static bool TryReadListed(ReadOnlySpan<char> text, int at, out int year, out int end)
    {
        if (!SmallNumeral.TryRead(text, at, out year, out end) || end - at != 4 || year is < 1900 or >= 2200 || end >= text.Length)
        {
            return false;
        }

        var next = end;
        while (next < text.Length && text[next] is '、' or '和' or '及' or '与' or '-' or '~' or '–' or '—' or '―' or '至' or '到')
        {
            next++;
            if (!SmallNumeral.TryRead(text, next, out var listed, out var listedEnd) || listedEnd - next != 4 || listed is < 1900 or >= 2200)
            {
                return false;
            }

            if (listedEnd < text.Length && text[listedEnd] == '年')
            {
                return true;
            }

            next = listedEnd;
        }

        return false;
    }

    private static bool TryReadEra(ReadOnlySpan<char> text, int at, out int offset, out int end)
    {
        (offset, end) = text[at..] switch
        {
            ['民', '国', ..] => (RepublicOffset, at + 2),
            ['公', '元', ..] or ['西', '元', ..] => (0, at + 2),
            ['令', '和', ..] => (2018, at + 2),
            ['平', '成', ..] => (1988, at + 2),
            ['昭', '和', ..] => (1925, at + 2),
            _ => (-1, at),
        };
        while (offset >= 0 && end < text.Length && text[end] == ' ')
        {
            end++;
        }

        return offset >= 0 && end < text.Length;
    }

    /// <summary>年, 年度, 财年, 会计年度, 学年, with a space before it or not.</summary>
    private static bool TryReadYearMark(ReadOnlySpan<char> text, int at, out int end)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var length = text[at..] switch
        {
            ['年', '财', '年', ..] or ['年', '学', '年', ..] => 3,
            ['年', '度', ..] or ['年', '份', ..] => 2,
            ['年', '期', '末', ..] => 1,
            ['年', '级' or '期' or '龄' or '均' or '化' or '限', ..] => 0,
            ['年', ..] or ['届', ..] => 1,
            ['财', '年', '度', ..] or ['学', '年', '度', ..] => 3,
            ['财', '年', ..] or ['学', '年', ..] => 2,
            ['会', '计', '年', '度', ..] or ['财', '政', '年', '度', ..] => 4,
            _ => 0,
        };
        end = at + length;
        return length > 0;
    }

    /// <summary>A fiscal year that spans two: 2024/25年度, 2024-25财年. It is named by its first year.</summary>
    private static bool TryReadSplitYear(ReadOnlySpan<char> text, int at, ref int end)
    {
        if (at + 3 < text.Length && text[at] is '/' or '-' && SmallNumeral.TryRead(text, at + 1, out _, out var second)
            && second - at == 3 && TryReadYearMark(text, second, out var marked) && marked > second + 1)
        {
            end = marked;
            return true;
        }

        return false;
    }

    /// <summary>2025Q3, 24H1, 2025全年, 2025上半年.</summary>
    private static bool IsFollowedByPeriodCode(ReadOnlySpan<char> text, int at) =>
        text[at..] is [('Q' or 'q'), >= '1' and <= '4', ..] or [('H' or 'h'), '1' or '2', ..] or ['全', '年', ..] or ['上' or '下', '半', '年', ..] or ['前', '三', '季', '度', ..] or ['一' or '二' or '三' or '四', '季', '度', ..];

    /// <summary>16年10月 is 2016, 113年1月 the Republic's 2024; 16年 alone is a duration.</summary>
    private static bool IsShortYear(TimeWords words, ReadOnlySpan<char> text, int at, int end, int digits, ref int year)
    {
        var isDated = text[end - 1] is not ('年' or '届')
            || text[end..] is ['底' or '末' or '起', ..] or ['初', not '中', ..]
            || text[end..] is ['上' or '下', '半', '年', ..] or ['第', ..] or ['全', '年', ..]
            || (end < text.Length && CalendarReader.TryReadPart(words, text, end, isYearRead: true, out var part, out _) && part.Unit is TimeUnit.Month or TimeUnit.Day or TimeUnit.Quarter && part.First > 0);
        if (digits == 3 && year is >= 80 and <= 150)
        {
            year += RepublicOffset;
            return isDated || (at == 0 || text[at - 1] is '在' or '于' or '自' or '从' or '至' or '到' or ',' or '。' or '、' or '(');
        }

        return digits == 2 && isDated && TryWiden(digits, ref year);
    }

    private static bool TryWiden(int digits, ref int year)
    {
        if (digits == 2)
        {
            year += year < 50 ? 2000 : 1900;
            return true;
        }

        return digits == 4 && year is >= 1900 and < 2200;
    }
}
