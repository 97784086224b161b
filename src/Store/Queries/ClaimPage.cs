namespace Pipeline.Store.Queries;

/// <summary>One page of a query's claims, in rank order.</summary>
/// <param name="Claims">The claims.</param>
/// <param name="Next">What to hand back as <see cref="ClaimQuery.Cursor"/> for the next page; null when this is the last.</param>
public sealed record ClaimPage(IReadOnlyList<StoredClaim> Claims, string? Next);
