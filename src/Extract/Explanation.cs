using Pipeline.Extract.Quantities;

namespace Pipeline.Extract;

/// <summary>What was found in an article, and why.</summary>
/// <param name="Claims">The claims in the order of their spans, each with what bound it.</param>
/// <param name="Skipped">The numbers that are no claims, in order, each with its reason.</param>
public sealed record Explanation(IReadOnlyList<ExplainedClaim> Claims, IReadOnlyList<SkippedNumber> Skipped);
