using Pipeline.Extract.Model;

namespace Pipeline.Extract.Quantities;

/// <summary>A number with its unit as it stands in the text, before its context says what it claims.</summary>
/// <remarks>All spans are positions in the article's text.</remarks>
public sealed record Quantity
{
    /// <summary>The contract's <c>text</c>: number, scale and unit, without modifiers; of a from→to change, the later value.</summary>
    public required TextSpan Span { get; init; }

    /// <summary><see cref="Span"/> with the modifiers around it (约 … 左右, 超过了 …): what context skips over.</summary>
    public required TextSpan Extent { get; init; }

    /// <summary>The value in <see cref="Unit"/>, or the lower end of a range.</summary>
    public required decimal Low { get; init; }

    /// <summary>The value in <see cref="Unit"/>, or the upper end of a range.</summary>
    public required decimal High { get; init; }

    /// <summary>Canonical unit; empty for a bare number.</summary>
    public required string Unit { get; init; }

    /// <summary>What the unit measures.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>What the modifiers around it say.</summary>
    public required Bound Bound { get; init; }

    /// <summary>The denominator as written: 股, 桶, 小时.</summary>
    public TextSpan? Per { get; init; }

    /// <summary>A denominator that the words imply and nowhere spell out, folded: 小时 for 时速, s for m/s.</summary>
    public string? ImpliedPer { get; init; }

    /// <summary>True for 翻倍, 翻两番, 减半, 腰斩: the words themselves say that the value changed, and <see cref="Low"/> is the resulting multiple.</summary>
    public bool IsChangeByItself { get; init; }
}
