namespace Pipeline.Extract.Context.Time;

/// <summary>Reads months and days whose year is not said here: 10月, 十月份, 1-9月, 前10月, 11月7日, 9月3日至5日, 10日.</summary>
internal static class MonthReader
{
    /// <summary>What stands before a number that counts days instead of naming one: 拘留15日, 连续5日, 长达30日.</summary>
    private const string CountsBefore = "留期达约近逾超满续第每时共多个数过足整几隔拘束";

    /// <summary>What stands after it: 5日内, 30日均线, 7日年化.</summary>
    private const string CountsAfter = "内间均年游线龄票后之元本圆";

    /// <summary>What may stand after 11/24 as a date: a mark, a joint, and words that go on from a day.</summary>
    private const string AfterSlashed = ",。;、)(:~-至到晚早上下起止前后的公发宣在开举召收盘日期";

    /// <summary>Up to it 1/5 is a fraction (docs/quantities.md).</summary>
    private const int LargestDenominator = 10;

    /// <summary>Reads the months or the day that start at <paramref name="at"/>.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where they start.</param>
    /// <param name="isYearRead">True where the words before are known to be their year.</param>
    /// <param name="point">What they say.</param>
    /// <param name="end">One past the last unit.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool isYearRead, out CalendarPoint point, out int end)
    {
        point = default;
        end = at;
        var isCumulative = text[at] is '前' or '首' or '头';
        if (at > 0 && text[at - 1] == '年' && !isYearRead)
        {
            // The 年 before belongs to a length: 判处有期徒刑3年10月.
            return false;
        }

        if (!isCumulative && at > 1 && text[at - 2] == '连' && text[at - 1] is '涨' or '跌' or '升' or '降' or '增' or '减' or '续' or '红' or '黑')
        {
            // 连跌两月, 连升三月: how long.
            return false;
        }

        if (!SmallNumeral.TryRead(text, isCumulative ? SmallNumeral.BeforeDigits(text, at + 1) : at, out var first, out end) || first is < 1 or > 31 || end >= text.Length)
        {
            return false;
        }

        end = SmallNumeral.BeforeUnit(text, end);
        if (PrisonTerm.IsMonths(text, at, end))
        {
            return false;
        }

        if (isCumulative)
        {
            return TryReadCumulative(text, first, ref end, out point);
        }

        if (first <= 12 && TryReadMonths(text, first, ref end, out point))
        {
            return true;
        }

        if (text[end] == '/' && TryReadSlashed(text, first, end, out var day, out var slashedEnd))
        {
            (point, end) = (new CalendarPoint { Unit = TimeUnit.Day, Anchor = TimeAnchor.Open, First = first, Last = first, Day = day }, slashedEnd);
            return true;
        }

        return (char.IsAsciiDigit(text[at]) || IsDayOfDeed(text, end)) && TryReadLoneDay(text, at, first, ref end, out point);
    }

    /// <summary>前10月, 首十个月: January up to that month.</summary>
    private static bool TryReadCumulative(ReadOnlySpan<char> text, int last, ref int end, out CalendarPoint point)
    {
        point = new CalendarPoint { Unit = TimeUnit.Month, Anchor = TimeAnchor.Open, First = 1, Last = last };
        if (text[end] == '个' && end + 1 < text.Length)
        {
            end++;
        }

        if (text[end] != '月' || last is 1 or > 12)
        {
            return false;
        }

        end++;
        if (end < text.Length && text[end] == '份')
        {
            end++;
        }

        return true;
    }

    /// <summary>11/24: a month and a day, where no fraction can be meant and nothing follows that the number could count.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="month">The number before the slash.</param>
    /// <param name="slash">Where the slash stands.</param>
    /// <param name="day">The number after it.</param>
    /// <param name="end">One past that.</param>
    public static bool TryReadSlashed(ReadOnlySpan<char> text, int month, int slash, out int day, out int end) =>
        SmallNumeral.TryRead(text, slash + 1, out day, out end) && char.IsAsciiDigit(text[slash + 1]) && month is >= 1 and <= 12 && day is >= 1 and <= 31
        && (day > LargestDenominator || month >= day) && (end >= text.Length || AfterSlashed.Contains(text[end]));

    private static bool TryReadMonths(ReadOnlySpan<char> text, int first, ref int end, out CalendarPoint point)
    {
        point = default;
        var last = first;
        var at = end;
        if (IsJoint(text, at) && SmallNumeral.TryRead(text, at + 1, out last, out var listed) && last > first && last <= 12)
        {
            at = SmallNumeral.BeforeUnit(text, listed);
        }
        else
        {
            last = first;
        }

        if (at >= text.Length || text[at] != '月' || (at + 1 < text.Length && (text[at + 1] is '嫂' or '饼' || text[(at + 1)..] is ['合', '约', ..] or ['交', '割', ..] || text[at + 1] == '期' && !text[(at + 1)..].StartsWith("期间"))))
        {
            return false;
        }

        end = at + 1;
        point = new CalendarPoint { Unit = TimeUnit.Month, Anchor = TimeAnchor.Open, First = first, Last = last };
        if (last == first)
        {
            ReadDay(text, ref point, ref end);
        }

        if (point.Unit == TimeUnit.Month && end < text.Length)
        {
            end += text[end..] switch
            {
                ['份', '底' or '末' or '初', ..] => 2,
                ['份' or '底' or '末', ..] => 1,
                ['初', not ('步' or '级' or '期'), ..] => 1,
                ['上' or '中' or '下', '旬', ..] => 2,
                _ => 0,
            };
        }

        return true;
    }

    private static void ReadDay(ReadOnlySpan<char> text, ref CalendarPoint point, ref int end)
    {
        if (!SmallNumeral.TryRead(text, SmallNumeral.BeforeDigits(text, end), out var day, out var at) || day is < 1 or > 31 || at >= text.Length)
        {
            return;
        }

        at = SmallNumeral.BeforeUnit(text, at);
        if (text[at] is '日' or '号')
        {
            point = point with { Unit = TimeUnit.Day, Day = day };
            end = at + 1;
        }
        else if (IsJoint(text, at) && SmallNumeral.TryRead(text, at + 1, out var later, out var laterEnd) && later is >= 1 and <= 31
            && laterEnd < text.Length && text[laterEnd] is '日' or '号')
        {
            // 9月3-5日: the first day here, the rest is read as a range.
            point = point with { Unit = TimeUnit.Day, Day = day };
            end = at;
        }
    }

    /// <summary>10日晚: the month, too, follows from elsewhere.</summary>
    private static bool TryReadLoneDay(ReadOnlySpan<char> text, int at, int day, ref int end, out CalendarPoint point)
    {
        point = new CalendarPoint { Unit = TimeUnit.Day, Anchor = TimeAnchor.Open, Day = day };
        if (end >= text.Length || text[end] != '日'
            || (at > 0 && CountsBefore.Contains(text[at - 1], StringComparison.Ordinal))
            || (at > 1 && text[at - 1] == '于' && text[at - 2] is '少' or '多' or '低' or '短' or '长')
            || (end + 1 < text.Length && CountsAfter.Contains(text[end + 1], StringComparison.Ordinal))
            || text[end..] is ['日', '以', '内' or '上' or '下', ..] or ['日', '期', not ('间' or '限' or '满' or '末' or '内'), ..])
        {
            return false;
        }

        end++;
        return true;
    }

    /// <summary>十六日公布, 五日上午: in Chinese digits a day is one where what was done then follows.</summary>
    private static bool IsDayOfDeed(ReadOnlySpan<char> text, int end) => text[end..] is
        ['日', '公', '布' or '告' or '开', ..] or ['日', '宣', '布', ..] or ['日', '发', '布' or '表', ..] or ['日', '表', '示' or '明', ..] or ['日', '指', '出', ..]
        or ['日', '通', '过', ..] or ['日', '召', '开', ..] or ['日', '举', '行', ..] or ['日', '上' or '下', '午', ..] or ['日', '凌', '晨', ..] or ['日', '晚', ..];

    private static bool IsJoint(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] is '-' or '~' or '–' or '—' or '―' or '至' or '到' or '、' or '和' or '及';
}
