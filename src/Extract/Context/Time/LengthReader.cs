namespace Pipeline.Extract.Context.Time;

/// <summary>Reads lengths of time that only say when: 过去三年, 近5个月, 6个月内, 三年前, 两周以来.</summary>
internal static class LengthReader
{
    /// <summary>How many years, months, weeks or days 过去 may count back: a year in days, and more.</summary>
    private const int MostPast = 400;

    /// <summary>What stands before 近 where it says about how long, not when: 历时近三年.</summary>
    private const string MeasuredBefore = "历时用耗了续达长花经将期待过";

    /// <summary>The length after 过去, 未来, 近 and their like.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">Where the word before the length starts.</param>
    /// <param name="at">Where the length starts.</param>
    /// <param name="point">How long before the publication 过去七天 begins; no unit for the lengths after other words, and for those that no calendar counts.</param>
    /// <param name="end">One past the length and what closes it (内, 间, 来).</param>
    public static bool TryReadAfter(ReadOnlySpan<char> text, int start, int at, out CalendarPoint point, out int end)
    {
        point = new CalendarPoint { Unit = TimeUnit.None, Anchor = TimeAnchor.Publication };
        if (at < text.Length && text[at] == '的')
        {
            at++;
        }

        if (!TryReadLength(text, at, out var unit, out var count, out end) && !TryReadMonths(text, at, out unit, out end) || unit == TimeUnit.Year && count >= 1900)
        {
            // 疫情前的2019年 names the year.
            return false;
        }

        var lengthEnd = end;
        SkipClosing(text, ref end);
        if (text[start] != '近')
        {
            if (text[start] is '过' or '最' && count is > 0 and <= MostPast && unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Day)
            {
                point = point with { Unit = unit, Shift = -count };
            }

            return true;
        }

        // 近三年 says when before what happened then; at the end of a clause, or after a verb of lasting, it measures.
        return end > lengthEnd
            || ((unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week)
                && !(start > 0 && MeasuredBefore.Contains(text[start - 1], StringComparison.Ordinal))
                && end < text.Length && text[end] is not (',' or '。' or ';' or '、' or ')' or '”' or '」' or '\n' or '的'));
    }

    /// <summary>10月, 3季, 8个月.</summary>
    private static bool OpensWithMonths(ReadOnlySpan<char> text)
    {
        var unit = text.TrimStart("0123456789");
        return unit.Length < text.Length && (unit.StartsWith('个') ? unit[1..] : unit) is ['月' or '季', ..];
    }

    /// <summary>A length that its own ending turns into a when: 三年前, 6个月内, 30年来.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where the length starts.</param>
    /// <param name="point">三年前 and the like as years, months or days before the publication; no unit where no date follows.</param>
    /// <param name="end">One past the ending.</param>
    public static bool TryReadRelative(ReadOnlySpan<char> text, int at, out CalendarPoint point, out int end)
    {
        point = new CalendarPoint { Unit = TimeUnit.None, Anchor = TimeAnchor.Open };
        if (!TryReadLength(text, at, out var unit, out var count, out end) || end >= text.Length)
        {
            return false;
        }

        if (unit == TimeUnit.Year && count >= 1900)
        {
            // 2030年前 names the year.
            return false;
        }

        if (unit == TimeUnit.Year && count is >= 80 and <= 150 && char.IsAsciiDigit(text[at]) && text[end..] is ['前', ..] && OpensWithMonths(text[(end + 1)..]))
        {
            // 113年前10月: the first months of a year of the Republic.
            return false;
        }

        var (length, isBefore) = text[end..] switch
        {
            ['以' or '之', '前', ..] => (2, true),
            ['前', not ('十' or '三' or '五' or '两' or '列' or '景' or '后' or '端' or '沿'), ..] or ['前'] => (1, true),
            ['以' or '之', '内' or '后', ..] or ['以', '来', ..] => (2, false),
            ['内', not ('地' or '部' or '容' or '需' or '存' or '外' or '置'), ..] or ['内'] => (1, false),
            ['后', not ('期' or '端' or '续' or '卫'), ..] or ['后'] => (1, false),
            ['来', not ('自' or '到' or '了' or '源' or '访' or '华' or '港' or '台'), ..] or ['来'] or ['间', ..] => (1, false),
            _ => (0, false),
        };
        if (length == 0)
        {
            return false;
        }

        end += length;
        if (isBefore && count is > 0 and < 1000)
        {
            point = unit switch
            {
                TimeUnit.Year => new CalendarPoint { Unit = TimeUnit.Year, Anchor = TimeAnchor.Publication, Year = -count },
                TimeUnit.Month or TimeUnit.Week or TimeUnit.Day or TimeUnit.Quarter => new CalendarPoint { Unit = unit, Anchor = TimeAnchor.Publication, Shift = -count },
                _ => point,
            };
        }

        return true;
    }

    /// <summary>10月|前三周, 11月|前20天: the first days of the month that ends at <paramref name="end"/>.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="end">Where the month ends; one past the length where there is one.</param>
    /// <param name="days">How many days, 2–28.</param>
    public static bool TryReadFirstDays(ReadOnlySpan<char> text, ref int end, out int days)
    {
        days = 0;
        if (end >= text.Length || text[end] is not ('前' or '首' or '头') || !TryReadLength(text, end + 1, out var unit, out var count, out var lengthEnd) || unit is not (TimeUnit.Week or TimeUnit.Day))
        {
            return false;
        }

        days = unit == TimeUnit.Week ? 7 * count : count;
        if (days is < 2 or > 28)
        {
            return false;
        }

        end = lengthEnd;
        return true;
    }

    /// <summary>截至6月30日|止六个月, 截至8月底|的三个月, 止年度: the months that end with a date.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">Where the date starts.</param>
    /// <param name="end">One past the date, and then past the months.</param>
    /// <param name="months">How many.</param>
    public static bool TryReadUntil(ReadOnlySpan<char> text, int start, ref int end, out int months)
    {
        months = 0;
        var isClosed = end < text.Length && text[end] == '止';
        if (!isClosed && !(start > 1 && text[start - 2] == '截' && text[start - 1] is '至' or '止'))
        {
            return false;
        }

        var at = isClosed ? end + 1 : end;
        at += at < text.Length && text[at] is '的' or '之' ? 1 : 0;
        if (isClosed && TermOfAccounts(text[at..]) is { Months: > 0 } term)
        {
            (months, end) = (term.Months, at + term.Length);
            return true;
        }

        if (!TryReadLength(text, at, out var unit, out var count, out var lengthEnd) || unit is not (TimeUnit.Month or TimeUnit.Quarter) || count is < 1 or > 36)
        {
            return false;
        }

        (months, end) = (unit == TimeUnit.Quarter ? 3 * count : count, lengthEnd);
        SkipClosing(text, ref end);
        return true;
    }

    /// <summary>止|年度, 止|财政年度, 止|半年, 止|中期业绩: the stretches that companies report on.</summary>
    private static (int Months, int Length) TermOfAccounts(ReadOnlySpan<char> text) => text switch
    {
        ['年', '度', ..] or ['全', '年', ..] or ['财', '年', ..] => (12, 2),
        ['财' or '会', '政' or '计', '年', '度', ..] => (12, 4),
        ['季', '度', ..] => (3, 2),
        ['半', '年', '度', ..] => (6, 3),
        ['半', '年', ..] or ['中', '期', ..] => (6, 2),
        _ => (0, 0),
    };

    /// <summary>Number and unit; a count of 0 says that the number is vague or not whole.</summary>
    private static bool TryReadLength(ReadOnlySpan<char> text, int at, out TimeUnit unit, out int count, out int end)
    {
        unit = TimeUnit.None;
        count = 0;
        end = at;
        if (at >= text.Length)
        {
            return false;
        }

        if (text[at] is '几' or '数' or '多' or '半')
        {
            end = at + 1;
            while (end < text.Length && text[end] is '十' or '百' or '千')
            {
                end++;
            }
        }
        else if (!SmallNumeral.TryRead(text, at, out count, out end))
        {
            return false;
        }

        var isVague = false;
        while (end < text.Length && text[end] is '多' or '余' or '几' or '至' or '-' or '~' or '到')
        {
            isVague = true;
            end++;
            if (SmallNumeral.TryRead(text, end, out _, out var second))
            {
                end = second;
            }
        }

        var length = text[end..] switch
        {
            ['个', '交' or '工', '易' or '作', '日', ..] or ['个', '自', '然', '日', ..] => (4, TimeUnit.None),
            ['交', '易', '日', ..] or ['工', '作', '日', ..] or ['自', '然', '日', ..] => (3, TimeUnit.None),
            ['个', '多', '月', ..] => (3, TimeUnit.None),
            ['个', '小', '时', ..] or ['个', '季', '度', ..] or ['个', '星', '期', ..] or ['个', '礼', '拜', ..] => (3, text[end + 1] is '星' or '礼' ? TimeUnit.Week : text[end + 1] == '季' ? TimeUnit.Quarter : TimeUnit.Clock),
            ['个', '世', '纪', ..] or ['个', '财', '年', ..] => (3, TimeUnit.None),
            ['个', '半', '月', ..] => (3, TimeUnit.None),
            ['个', '月', ..] => (2, TimeUnit.Month),
            ['个', '年', '度', ..] => (3, TimeUnit.None),
            ['小', '时', ..] or ['分', '钟', ..] or ['秒', '钟', ..] => (2, TimeUnit.Clock),
            ['年', '半', ..] => (2, TimeUnit.None),
            ['年', ..] or ['载', ..] => (1, TimeUnit.Year),
            ['星', '期', ..] or ['礼', '拜', ..] => (2, TimeUnit.Week),
            ['周', '年', ..] => (0, TimeUnit.None),
            ['周', ..] => (1, TimeUnit.Week),
            ['天', ..] or ['日', ..] => (1, TimeUnit.Day),
            ['季', '度', ..] => (2, TimeUnit.Quarter),
            ['秒', ..] => (1, TimeUnit.Clock),
            _ => (0, TimeUnit.None),
        };
        (end, unit) = (end + length.Item1, length.Item2);
        if (isVague)
        {
            count = 0;
        }

        return length.Item1 > 0;
    }

    /// <summary>近12月内, 最近三月来: months without a classifier, where what closes them says that they are a length.</summary>
    private static bool TryReadMonths(ReadOnlySpan<char> text, int at, out TimeUnit unit, out int end)
    {
        unit = TimeUnit.Month;
        if (!SmallNumeral.TryRead(text, at, out _, out end) || end + 1 >= text.Length || text[end] != '月' || text[end + 1] is not ('内' or '来' or '间' or '以' or '之'))
        {
            return false;
        }

        end++;
        return true;
    }

    private static void SkipClosing(ReadOnlySpan<char> text, ref int end)
    {
        end += text[end..] switch
        {
            ['以' or '之', '内' or '间', ..] or ['以', '来', ..] => 2,
            ['内', not ('地' or '部' or '容' or '需' or '存' or '外'), ..] or ['内'] => 1,
            ['来', not ('自' or '到' or '源'), ..] or ['来'] or ['间' or '里' or '中', ',', ..] or ['间', ..] => 1,
            _ => 0,
        };
    }
}
