using System.Buffers;

namespace Pipeline.Extract.Numerals;

/// <summary>The characters of numbers, in folded text (half width, Simplified).</summary>
internal static class NumeralCharacters
{
    private const string Digits = "零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖";
    private const string Places = "十百千拾佰仟廿卅卌";
    private const string Scales = "万亿兆";

    /// <summary>Where a number can start.</summary>
    public static SearchValues<char> Starters { get; } = SearchValues.Create("0123456789" + Digits + Places + Scales);

    /// <summary>True for 0-9.</summary>
    public static bool IsArabic(char c) => char.IsAsciiDigit(c);

    /// <summary>0 to 9 for a Chinese digit, everyday or financial; -1 for anything else.</summary>
    public static int DigitOf(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>10, 100 or 1000 for a place word; 0 for anything else.</summary>
    public static int PlaceOf(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    /// <summary>20, 30 or 40 for 廿, 卅, 卌; 0 for anything else.</summary>
    public static int TensOf(char c) => c switch
    {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => 0,
    };

    /// <summary>10^4, 10^8 or 10^12 for 万, 亿, 兆; 0 for anything else.</summary>
    public static decimal ScaleOf(char c) => c switch
    {
        '万' => 10_000m,
        '亿' => 100_000_000m,
        '兆' => 1_000_000_000_000m,
        _ => 0m,
    };

    /// <summary>True for any character that a Chinese or Arabic number is made of, 点 excluded.</summary>
    public static bool IsNumeral(char c) => Starters.Contains(c);
}
