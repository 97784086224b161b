using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <summary>A number with its unit while it is being read; values count <see cref="Unit"/>.</summary>
internal struct Reading
{
    /// <summary>First unit of the span: sign or currency mark included.</summary>
    public int Start;

    /// <summary>One past the span.</summary>
    public int End;

    /// <summary>First unit of what belongs to it: modifiers included.</summary>
    public int ExtentStart;

    /// <summary>One past what belongs to it.</summary>
    public int ExtentEnd;

    /// <summary>The number alone.</summary>
    public Numeral Numeral;

    /// <summary>The value, or the lower end.</summary>
    public decimal Low;

    /// <summary>The value, or the upper end.</summary>
    public decimal High;

    /// <summary>Null while no unit has been found.</summary>
    public UnitEntry? Unit;

    /// <summary>True when 多, 余 or 几 makes the value open upwards.</summary>
    public bool IsOpen;

    /// <summary>True once two ends have been joined.</summary>
    public bool IsRange;

    /// <summary>The denominator as written.</summary>
    public TextSpan? Per;

    /// <summary>A denominator that the words imply: 时速 says 小时.</summary>
    public string? ImpliedPer;

    /// <summary>True when 每秒 touches the number or stands before it in the clause.</summary>
    public bool IsPerSecond;

    /// <summary>What the modifiers say.</summary>
    public Bound Bound;
}
