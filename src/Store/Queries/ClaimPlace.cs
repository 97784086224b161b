namespace Pipeline.Store.Queries;

/// <summary>A claim's place in the order of a search: its tier, then its key.</summary>
/// <param name="Tier">0 for the claim's own fields, 1 for its sentence and headline.</param>
/// <param name="Key">The claim's key.</param>
internal readonly record struct ClaimPlace(int Tier, long Key);
