namespace Pipeline.Store.Articles;

/// <summary>What became of a claim between two versions of an article.</summary>
/// <param name="Kind">Changed, removed or added.</param>
/// <param name="OldClaimId">The claim in the older version; null when added.</param>
/// <param name="NewClaimId">The claim in the newer version; null when removed.</param>
public sealed record ClaimChange(ClaimChangeKind Kind, string? OldClaimId, string? NewClaimId);
