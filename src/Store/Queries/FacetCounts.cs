namespace Pipeline.Store.Queries;

/// <summary>How the claims that a query finds divide.</summary>
/// <param name="Total">How many were counted.</param>
/// <param name="IsComplete">False when there are more than were counted: the newest and best ranked were.</param>
/// <param name="Facets">By facet (<c>kind</c>, <c>metric</c>, <c>subject</c>, <c>unit</c>, <c>modality</c>, <c>publisher</c>, <c>verdict</c>), the values with their counts, most frequent first.</param>
public sealed record FacetCounts(int Total, bool IsComplete, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets);
