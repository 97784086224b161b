namespace Pipeline.Store.Queries;

/// <summary>A value that claims have, and how many have it.</summary>
/// <param name="Value">As the filter of the same name takes it.</param>
/// <param name="Count">How many claims.</param>
public sealed record FacetValue(string Value, int Count);
