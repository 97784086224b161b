namespace Pipeline.Extract.Numerals;

/// <summary>How a number is written.</summary>
public enum NumeralForm
{
    /// <summary>Arabic digits, perhaps with separators, a point, and scale words: 1,100.9亿, 3万2.</summary>
    Arabic,

    /// <summary>Chinese number words: 十二点五亿, 两千三百万, 壹佰.</summary>
    Chinese,

    /// <summary>Chinese digits in a row without place words: 二〇二五, 五五.</summary>
    ChineseDigits,

    /// <summary>Arabic digits with more than one point: 5.0.1, 192.168.0.1, 2025.11.01.</summary>
    Dotted,
}
