using Pipeline.Extract.Model;

namespace Pipeline.Store.SelfChecks;

/// <summary>Numbers of one article that cannot all be right.</summary>
/// <param name="Kind">How they contradict each other.</param>
/// <param name="Expected">What the other numbers allow: 100, the growth that the levels give, the total.</param>
/// <param name="Found">What is stated: the sum of the shares, the growth, the sum of the parts.</param>
/// <param name="Claims">The claims.</param>
public sealed record SelfCheckFinding(SelfCheckKind Kind, decimal Expected, decimal Found, IReadOnlyList<Claim> Claims);
