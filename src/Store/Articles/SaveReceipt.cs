namespace Pipeline.Store.Articles;

/// <summary>What the store did with a submission, given only after it is safely on the disk.</summary>
public sealed record SaveReceipt
{
    /// <summary>What changed.</summary>
    public required SaveOutcome Outcome { get; init; }

    /// <summary>The article's id in the store: that of the first article stored with this text.</summary>
    public required string ArticleId { get; init; }

    /// <summary>How many claims were stored or revised; 0 when nothing changed.</summary>
    public required int ClaimCount { get; init; }

    /// <summary>The article this one is a near copy of, or null.</summary>
    public string? NearCopyOf { get; init; }

    /// <summary>For <see cref="SaveOutcome.NewVersion"/>: which claims changed, came or went; else empty.</summary>
    public IReadOnlyList<ClaimChange> Changes { get; init; } = [];
}
