using Pipeline.Extract.Model;

namespace Pipeline.Extract;

/// <summary>A claim with the words that its rule used and what the text left open.</summary>
/// <param name="Claim">The claim; its rule is <see cref="Claim.Rule"/>.</param>
/// <param name="Words">Folded, in the order the rule used them.</param>
/// <param name="Origins">Where slots were found: <c>subject: discourse</c>, <c>metric: pattern</c>.</param>
/// <param name="Open">The contract's names of the fields that a fact-checker may miss: <c>subject</c>, <c>metric</c>, <c>time</c>.</param>
public sealed record ExplainedClaim(Claim Claim, IReadOnlyList<string> Words, IReadOnlyList<string> Origins, IReadOnlyList<string> Open);
