using Pipeline.Extract.Model;

namespace Pipeline.Extract.Quantities;

/// <summary>A number that is no claim, and why.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Reason">Why it is no claim.</param>
public readonly record struct SkippedNumber(TextSpan Span, SkipReason Reason);
