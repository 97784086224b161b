namespace Pipeline.Store.Reviews;

/// <summary>A step that a reviewer wants to add to a claim's history.</summary>
public sealed record ReviewDraft
{
    /// <summary>The claim.</summary>
    public required string ClaimId { get; init; }

    /// <summary>Who says it.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Where the checking stands after this step.</summary>
    public ReviewState State { get; init; } = ReviewState.Closed;

    /// <summary>The finding; null leaves the one before as it is.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Why, in the reviewer's words.</summary>
    public string? Note { get; init; }

    /// <summary>Who is to work on it, for <see cref="ReviewState.Assigned"/> and <see cref="ReviewState.SecondReview"/>.</summary>
    public string? Assignee { get; init; }

    /// <summary>Links that show it: absolute http or https addresses.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>True when the finding holds for every appearance of the same statement.</summary>
    public bool CoversAppearances { get; init; } = true;

    /// <summary>
    /// The version of the history that the reviewer saw (<see cref="ReviewHistory.Version"/>, 0 for none);
    /// when another step has come since, the draft is refused. Null adds it whatever came before.
    /// </summary>
    public int? ExpectedVersion { get; init; }
}
