namespace Pipeline.Store.Queries;

/// <summary>Counts how the best and newest matches divide.</summary>
internal static class FacetCounter
{
    /// <summary>Matches that are counted at most, so that a facet costs a bounded time on any database.</summary>
    private const int MaxCounted = 2000;

    private static readonly (string Facet, Func<StoredClaim, string?> Of)[] Facets =
    [
        ("kind", c => ContractNames.Of(c.Claim.Kind)),
        ("metric", c => c.Claim.MetricId ?? c.Claim.Metric),
        ("subject", c => c.Claim.SubjectId ?? c.Claim.Subject),
        ("unit", c => c.Claim.Unit),
        ("modality", c => ContractNames.Of(c.Claim.Modality)),
        ("source", c => c.Publisher),
        ("verdict", c => c.Verdict is { } verdict ? ContractNames.Of(verdict) : null),
    ];

    public static FacetCounts Count(IEnumerable<(ClaimPlace Place, StoredClaim Claim)> matches, CancellationToken cancellationToken)
    {
        var counts = Facets.ToDictionary(facet => facet.Facet, _ => new Dictionary<string, int>(StringComparer.Ordinal));
        var total = 0;
        foreach (var (_, claim) in matches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (total == MaxCounted)
            {
                return Result(total, isComplete: false, counts);
            }

            total++;
            foreach (var (facet, of) in Facets)
            {
                if (of(claim) is { } value)
                {
                    counts[facet][value] = counts[facet].GetValueOrDefault(value) + 1;
                }
            }
        }

        return Result(total, isComplete: true, counts);
    }

    private static FacetCounts Result(int total, bool isComplete, Dictionary<string, Dictionary<string, int>> counts) => new(
        total,
        isComplete,
        counts.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetValue>)[.. facet.Value.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Take(50).Select(value => new FacetValue(value.Key, value.Value))]));
}
