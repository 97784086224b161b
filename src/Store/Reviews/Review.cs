namespace Pipeline.Store.Reviews;

/// <summary>A step in a claim's review history; never changed once added.</summary>
public sealed record Review
{
    /// <summary>Its place in the history of its claim, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The claim it was written on; with <see cref="CoversAppearances"/>, it also holds for the same statement elsewhere.</summary>
    public required string ClaimId { get; init; }

    /// <summary>Who said it.</summary>
    public required string Reviewer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the checking stood after it.</summary>
    public required ReviewState State { get; init; }

    /// <summary>The finding; null leaves the one before as it is.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }

    /// <summary>Who is to work on it.</summary>
    public string? Assignee { get; init; }

    /// <summary>Links that show it.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>True when it holds for every appearance of the statement.</summary>
    public required bool CoversAppearances { get; init; }
}
