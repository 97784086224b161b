using Pipeline.Extract.Model;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Archives;

/// <summary>A claim as the store keeps it.</summary>
public sealed record ArchivedClaim
{
    /// <summary>The contract's record.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Its place in lists (newest publication first); kept where it is free.</summary>
    public required long Place { get; init; }

    /// <summary>Whether it still stands in its article.</summary>
    public required ClaimStanding Standing { get; init; }

    /// <summary>Whether a newer version of its article changed or removed it.</summary>
    public bool Edited { get; init; }
}
