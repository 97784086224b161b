using Pipeline.Store.Queries;

namespace Pipeline.Store.Conflicts;

/// <summary>Claims on one subject and metric whose values disagree.</summary>
/// <param name="Subject">The subject, as most of the claims call it.</param>
/// <param name="Metric">The metric, as most of the claims call it.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsReal">False when the reason explains the difference away.</param>
/// <param name="Claims">The claims, by value; copies left out.</param>
public sealed record ConflictGroup(string Subject, string Metric, ConflictReason Reason, bool IsReal, IReadOnlyList<StoredClaim> Claims);
