using Pipeline.Extract.Model;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Queries;

/// <summary>A claim as the store gives it, with what a list of claims shows beside it.</summary>
public sealed record StoredClaim
{
    /// <summary>The contract's record.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Headline of its article.</summary>
    public string? Title { get; init; }

    /// <summary>Address of its article.</summary>
    public string? Url { get; init; }

    /// <summary>Publisher of its article.</summary>
    public string? Publisher { get; init; }

    /// <summary>When its article was published.</summary>
    public PublicationTime? PublishedAt { get; init; }

    /// <summary>Where its article was read from.</summary>
    public required string Source { get; init; }

    /// <summary>The finding that holds, or null.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Where its checking stands, or null.</summary>
    public ReviewState? ReviewState { get; init; }

    /// <summary>Whether it still stands in its article.</summary>
    public ClaimStanding Standing { get; init; }

    /// <summary>The claim in the origin article that this one copies, or null.</summary>
    public string? CopyOf { get; init; }
}
