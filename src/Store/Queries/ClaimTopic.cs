namespace Pipeline.Store.Queries;

/// <summary>Claims on one subject and metric.</summary>
/// <param name="Claims">The claims, copies left out, best and newest first; none where a search only tells how far it has got.</param>
/// <param name="IsComplete">False when there are more than were wanted.</param>
/// <param name="Next">The <see cref="ClaimQuery.Cursor"/> that goes on after this topic.</param>
public sealed record ClaimTopic(IReadOnlyList<StoredClaim> Claims, bool IsComplete, string Next);
