namespace Pipeline.Extract.Context.Time;

/// <summary>Reads the whole numbers that dates are written with: ASCII digits, 十二, 二〇二五, 一百一十三, 廿八. Text is folded.</summary>
internal static class SmallNumeral
{
    /// <summary>Longest Chinese numeral a date needs: 一百一十三.</summary>
    private const int LongestChinese = 5;

    /// <summary>True for a unit that a number can hold.</summary>
    public static bool IsNumeral(char unit) => char.IsAsciiDigit(unit) || Digit(unit) >= 0 || unit is '十' or '百' or '廿' or '卅';

    /// <summary>Reads the number that starts at <paramref name="at"/>.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="value">0 to 9999.</param>
    /// <param name="end">One past its last unit.</param>
    /// <returns>False where no number starts, and for one that is too long for a date or a decimal.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        value = 0;
        end = at;
        if (at >= text.Length)
        {
            return false;
        }

        return char.IsAsciiDigit(text[at]) ? TryReadDigits(text, at, out value, out end) : TryReadChinese(text, at, out value, out end);
    }

    /// <summary>One past the space of 11 月, 24 日, 前 11 个月 and 第 3 季, as Traditional text on the web sets digits off; <paramref name="at"/> where there is none.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">One past a numeral.</param>
    public static int BeforeUnit(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == ' ' && text[(at + 1)..] is ['月' or '季', ..] or ['日', not ('本' or '元' or '圆' or '系' or '商' or '企' or '股' or '币' or '籍'), ..] or ['日'] or ['个', '月' or '季', ..] ? at + 1 : at;

    /// <summary>One past the space before digits: 第 3 季, 前 11 月, 11 月 24 日; <paramref name="at"/> where there is none.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where the numeral is looked for.</param>
    public static int BeforeDigits(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == ' ' && char.IsAsciiDigit(text[at + 1]) ? at + 1 : at;

    private static bool TryReadDigits(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        value = 0;
        end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            if (end - at == 4)
            {
                return false;
            }

            value = (value * 10) + (text[end++] - '0');
        }

        return end + 1 >= text.Length || text[end] is not ('.' or ',') || !char.IsAsciiDigit(text[end + 1]) || end - at == 4;
    }

    private static bool TryReadChinese(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        var total = 0;
        var current = -1;
        end = at;
        while (end < text.Length && end - at < LongestChinese)
        {
            var digit = Digit(text[end]);
            if (digit >= 0)
            {
                current = current < 0 ? digit : (current * 10) + digit;
            }
            else if (Scale(text[end]) is var scale and > 0)
            {
                total += scale is 20 or 30 ? scale : Math.Max(current, current < 0 ? 1 : 0) * scale;
                current = -1;
            }
            else
            {
                break;
            }

            end++;
        }

        value = total + Math.Max(current, 0);
        return end > at && value <= 9999;
    }

    private static int Scale(char unit) => unit switch
    {
        '十' => 10,
        '百' => 100,
        '廿' => 20,
        '卅' => 30,
        _ => 0,
    };

    private static int Digit(char unit) => unit switch
    {
        '〇' or '○' or '零' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
