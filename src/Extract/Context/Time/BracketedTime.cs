namespace Pipeline.Extract.Context.Time;

/// <summary>Reads a month, a quarter or a day ahead or back whose number stands in brackets within its name: 上(10)月, 本(4)季, 明(21)日, 前(18)天.</summary>
internal static class BracketedTime
{
    /// <summary>Reads the expression that starts at <paramref name="at"/>.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="point">The month or quarter of that number, the day that the word counts to.</param>
    /// <param name="end">One past its unit.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out CalendarPoint point, out int end)
    {
        (point, end) = (default, at);
        var open = at + 1 < text.Length && text[at + 1] == ' ' ? at + 2 : at + 1;
        if (open >= text.Length || text[open] != '(' || text[at] is not ('上' or '本' or '下' or '次' or '明' or '后' or '前')
            || !SmallNumeral.TryRead(text, open + 1, out var number, out var close) || close >= text.Length || text[close] != ')')
        {
            return false;
        }

        var unit = SmallNumeral.BeforeUnit(text, close + 1);
        if (unit >= text.Length)
        {
            return false;
        }

        end = unit + 1;
        switch (text[unit], text[at])
        {
            case ('月', '上' or '本' or '下' or '次') when number is >= 1 and <= 12:
                point = new CalendarPoint { Unit = TimeUnit.Month, Anchor = TimeAnchor.Open, First = number, Last = number };
                return true;
            case ('季', '上' or '本' or '下' or '次') when number is >= 1 and <= 4:
                point = new CalendarPoint { Unit = TimeUnit.Quarter, Anchor = TimeAnchor.Open, First = number, Last = number };
                return true;
            case ('日' or '天', '明' or '后' or '前') when number is >= 1 and <= 31:
                point = new CalendarPoint { Unit = TimeUnit.Day, Anchor = TimeAnchor.Publication, Shift = text[at] switch { '明' => 1, '后' => 2, _ => -2 } };
                return true;
            default:
                end = at;
                return false;
        }
    }
}
