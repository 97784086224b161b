namespace Pipeline.Extract.Numerals;

/// <summary>A number as written, before any unit.</summary>
/// <remarks>Positions are indexes into the folded text that was read.</remarks>
public readonly record struct Numeral
{
    /// <summary>First code unit; signs and currency marks stand before it.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The value, or the lower one of 七八十.</summary>
    public required decimal Low { get; init; }

    /// <summary>The value, or the upper one of 七八十.</summary>
    public required decimal High { get; init; }

    /// <summary>How it is written.</summary>
    public required NumeralForm Form { get; init; }

    /// <summary>The trailing scale that a neighbour without one shares (870-1130万): 10000 for 万, 1 for none.</summary>
    public decimal Scale { get; init; }

    /// <summary>Digits before the decimal point of an Arabic number; 0 for Chinese numerals.</summary>
    public int IntegerDigits { get; init; }

    /// <summary>Digits after the decimal point.</summary>
    public int FractionDigits { get; init; }

    /// <summary>True for 十余万, 二十几: a little more than the value.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True when it begins with a scale word: 百万, 千亿, 万.</summary>
    public bool HasImpliedOne { get; init; }

    /// <summary>True when there is more than a decimal holds exactly; the values are 0 then.</summary>
    public bool IsOutOfRange { get; init; }

    /// <summary>True when 万, 亿 or 兆 is part of it.</summary>
    public bool HasLargeScale { get; init; }

    /// <summary>True for two neighbouring digits that span a range: 七八十, 两三百, 五六.</summary>
    public bool IsSpread => Low != High;

    /// <summary>Number of code units.</summary>
    public int Length => End - Start;
}
