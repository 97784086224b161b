using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>The body of <c>POST /api/claims/{id}/reviews</c>. At least one of verdict, note, state, assignee is given. Read field by field (FindingReader); this shape is for the description.</summary>
internal sealed record Finding
{
    /// <summary>The finding; null leaves the one before as it is.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Why; at most 20,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>Who says it; 1 to 200 characters.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Links that show it: at most 50, absolute http or https.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Where the checking stands after it; without one: closed with a verdict, assigned with an assignee, else open.</summary>
    public ReviewState? State { get; init; }

    /// <summary>Who is to work on it; at most 200 characters.</summary>
    public string? Assignee { get; init; }

    /// <summary>True when it holds for every appearance of the same statement.</summary>
    public bool CoversAppearances { get; init; } = true;

    /// <summary>The version of the history that the reviewer saw; null adds it whatever came before.</summary>
    public int? Version { get; init; }
}
