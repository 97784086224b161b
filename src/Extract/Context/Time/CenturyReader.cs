namespace Pipeline.Extract.Context.Time;

/// <summary>Reads decades, centuries and five-year plans: 20世纪90年代, 上世纪八十年代, 90年代, 21世纪, “十四五”期间.</summary>
internal static class CenturyReader
{
    /// <summary>Reads the decade or century that starts at <paramref name="at"/>.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="first">The decade's first year; no unit for a century alone.</param>
    /// <param name="last">The decade's last year.</param>
    /// <param name="end">One past its last unit.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out CalendarPoint first, out CalendarPoint? last, out int end)
    {
        first = new CalendarPoint { Unit = TimeUnit.None, Anchor = TimeAnchor.Open };
        last = null;
        end = at;
        if (text[at..] is ['十', var plan and ('一' or '二' or '三' or '四' or '五' or '六'), '五', .. var rest] && (rest is ['”' or '"' or '」' or '\'', ..] ? rest[1..] : rest) is ['期', '间', ..] or ['时', '期', ..] or ['以', '来', ..])
        {
            // The plans began in 1953; the eleventh ran from 2006 to 2010.
            first = new CalendarPoint { Unit = TimeUnit.Year, Anchor = TimeAnchor.Stated, Year = 2001 + (5 * ("一二三四五六".IndexOf(plan, StringComparison.Ordinal) + 1)) };
            end = at + (rest[0] is '期' or '时' or '以' ? 5 : 6);
            last = text[end - 1] == '来' ? new CalendarPoint { Unit = TimeUnit.Year, Anchor = TimeAnchor.Publication } : first with { Year = first.Year + 4 };
            return true;
        }

        var century = 20;
        var hasCentury = false;
        if (text[at..] is ['上' or '本', '世', '纪', ..])
        {
            (century, hasCentury, end) = (text[at] == '上' ? 20 : 21, true, at + 3);
        }
        else if (SmallNumeral.TryRead(text, at, out var number, out var numeralEnd) && text[numeralEnd..] is ['世', '纪', ..] && number is >= 1 and <= 30)
        {
            (century, hasCentury, end) = (number, true, numeralEnd + 2);
        }

        if (end < text.Length && SmallNumeral.TryRead(text, end, out var decade, out var decadeEnd) && decade % 10 == 0 && text[decadeEnd..] is ['年', '代', ..])
        {
            var year = decade >= 1000 ? decade : ((century - 1) * 100) + decade;
            if (decade is > 90 and < 1000 || year is < 1000 or >= 2200)
            {
                return hasCentury;
            }

            first = new CalendarPoint { Unit = TimeUnit.Year, Anchor = TimeAnchor.Stated, Year = year };
            last = first with { Year = year + 9 };
            end = decadeEnd + 2;
            SkipPart(text, ref end);
            return true;
        }

        if (hasCentury)
        {
            SkipPart(text, ref end);
        }

        return hasCentury;
    }

    private static void SkipPart(ReadOnlySpan<char> text, ref int end)
    {
        if (end < text.Length && text[end] is '初' or '末' or '中' && text[end..] is not ['中', '国' or '央', ..])
        {
            end += text[end..] is [_, '期' or '叶', ..] ? 2 : 1;
        }
    }
}
