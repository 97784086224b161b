namespace Pipeline.Extract.Context.Time;

/// <summary>判刑6月, 判甲某4月、乙某6月徒刑: a bare 月 that says how long, as courts write it, and not when.</summary>
internal static class PrisonTerm
{
    /// <summary>How far behind a listed term the word for it may stand: 3月、甲某2月、乙某4月徒刑.</summary>
    private const int Reach = 24;

    /// <summary>Longest earlier term of a list: 判刑5月、6月; 判刑1年3月.</summary>
    private const int LongestTerm = 8;

    /// <summary>True where the 月 at <paramref name="month"/> counts the months of a sentence.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">Where its number starts.</param>
    /// <param name="month">Where 月 stands.</param>
    public static bool IsMonths(ReadOnlySpan<char> text, int start, int month) =>
        month < text.Length && text[month] == '月' && !(month + 1 < text.Length && (SmallNumeral.IsNumeral(text[month + 1]) || text[month + 1] is '份' or '底' or '初' or '间' or '时'))
        && (IsImposed(text[Math.Max(0, start - LongestTerm - 4)..start]) || LeadsToTerm(text[(month + 1)..Math.Min(text.Length, month + 1 + Reach)]));

    /// <summary>判刑, 徒刑1年: what imposes a term, before it or before the one listed first.</summary>
    private static bool IsImposed(ReadOnlySpan<char> before)
    {
        var end = before.Length;
        while (end > 0 && before.Length - end < LongestTerm && (SmallNumeral.IsNumeral(before[end - 1]) || before[end - 1] is '年' or '月' or '、' or '至' or '或' or '个'))
        {
            end--;
        }

        return before[..end] is [.., '判' or '徒' or '处', '刑'] or [.., '拘', '役'] or [.., '刑', '期'];
    }

    /// <summary>徒刑, 、乙某6月徒刑: the word for a term right behind 月, or behind the last of a list.</summary>
    private static bool LeadsToTerm(ReadOnlySpan<char> after)
    {
        var rest = after is ['的', ..] ? after[1..] : after;
        if (rest is ['徒', '刑', ..] or ['有', '期', '徒', '刑', ..] or ['拘', '役', ..] or ['刑', '期', ..] or ['定', '谳', ..])
        {
            return true;
        }

        if (after is not ['、' or '至' or '到' or '和' or '及', ..])
        {
            return false;
        }

        var stop = after.IndexOfAny(",。;\n");
        var list = stop < 0 ? after : after[..stop];
        return list.IndexOf("徒刑") is > 1 and var term && (list[term - 1] is '月' or '年' || term > 2 && list[..term] is [.., '月' or '年', '有', '期']);
    }
}
