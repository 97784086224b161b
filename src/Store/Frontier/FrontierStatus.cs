namespace Pipeline.Store.Frontier;

/// <summary>What the service watches and has still to do.</summary>
public sealed record FrontierStatus
{
    /// <summary>Feeds, those configured first.</summary>
    public required IReadOnlyList<FeedStatus> Feeds { get; init; }

    /// <summary>How many pages are in each state.</summary>
    public required IReadOnlyDictionary<PageState, long> Pages { get; init; }

    /// <summary>Pages that are due now.</summary>
    public required long Due { get; init; }

    /// <summary>The newest failures.</summary>
    public required IReadOnlyList<PageProblem> Problems { get; init; }
}
