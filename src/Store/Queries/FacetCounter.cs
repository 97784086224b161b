namespace Pipeline.Store.Queries;

/// <summary>Counts how the best and newest matches divide.</summary>
internal static class FacetCounter
{
    /// <summary>Matches that are counted at most, so that a facet costs a bounded time on any database.</summary>
    private const int MaxCounted = 1000;

    /// <summary>Values of a facet that are given at most: the most frequent.</summary>
    private const int MaxValues = 50;

    /// <summary>The facets, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Facets { get; } = ["kind", "metric", "subject", "unit", "modality", "source", "verdict"];

    /// <summary>A claim's value of each facet.</summary>
    public static string?[] Of(StoredClaim stored) =>
    [
        ContractNames.Of(stored.Claim.Kind),
        stored.Claim.MetricId ?? stored.Claim.Metric,
        stored.Claim.SubjectId ?? stored.Claim.Subject,
        stored.Claim.Unit,
        ContractNames.Of(stored.Claim.Modality),
        stored.Publisher,
        stored.Verdict is { } verdict ? ContractNames.Of(verdict) : null,
    ];

    /// <summary>Counts the values of matches, best and newest first.</summary>
    public static FacetCounts Count(IEnumerable<string?[]> matches, CancellationToken cancellationToken)
    {
        var counts = Facets.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToList();
        var total = 0;
        foreach (var values in matches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (total == MaxCounted)
            {
                return Result(total, isComplete: false, counts);
            }

            total++;
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                {
                    counts[i][value] = counts[i].GetValueOrDefault(value) + 1;
                }
            }
        }

        return Result(total, isComplete: true, counts);
    }

    private static FacetCounts Result(int total, bool isComplete, List<Dictionary<string, int>> counts) => new(
        total,
        isComplete,
        Facets.Zip(counts).ToDictionary(
            facet => facet.First,
            facet => (IReadOnlyList<FacetValue>)[.. facet.Second.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Take(MaxValues).Select(value => new FacetValue(value.Key, value.Value))]));
}
