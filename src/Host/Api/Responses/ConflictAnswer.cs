using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Api.Responses;

/// <summary>Claims on one subject and metric whose values disagree, as <c>conflicts --format json</c> prints them.</summary>
/// <param name="Subject">The subject, as most of the claims call it.</param>
/// <param name="Metric">The metric, as most of the claims call it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Real">False when the reason explains the difference away.</param>
/// <param name="Claims">The claims, by value; of very many, some from the least value to the greatest.</param>
/// <param name="ClaimCount">How many there are.</param>
internal sealed record ConflictAnswer(string Subject, string Metric, ConflictReason Reason, bool Real, IReadOnlyList<StoredClaim> Claims, int ClaimCount)
{
    /// <summary>Claims that a group gives at most: more than anybody compares by eye.</summary>
    private const int MaxClaims = 60;

    /// <summary>The group.</summary>
    public static ConflictAnswer Of(ConflictGroup group) =>
        new(group.Subject, group.Metric, group.Reason, group.IsReal, Spread(group.Claims), group.Claims.Count);

    private static IReadOnlyList<StoredClaim> Spread(IReadOnlyList<StoredClaim> claims) =>
        claims.Count <= MaxClaims ? claims : [.. Enumerable.Range(0, MaxClaims).Select(i => claims[i * (claims.Count - 1) / (MaxClaims - 1)])];
}
