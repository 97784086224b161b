using Pipeline.Store.Articles;

namespace Pipeline.Store.Archives;

/// <summary>What an address held at one time.</summary>
public sealed record ArchivedVersion : ArchiveRecord
{
    /// <summary>The address.</summary>
    public required string Address { get; init; }

    /// <summary>1 for the first text seen there.</summary>
    public required int Number { get; init; }

    /// <summary>The text.</summary>
    public required string ArticleId { get; init; }

    /// <summary>When it was first seen there.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>What became of the claims of the version before, those kept included.</summary>
    public required IReadOnlyList<ClaimChange> Changes { get; init; }
}
