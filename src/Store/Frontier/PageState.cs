namespace Pipeline.Store.Frontier;

/// <summary>What became of a page.</summary>
public enum PageState
{
    /// <summary>Named by a feed, not yet fetched, or failed in a way that may pass.</summary>
    Waiting,

    /// <summary>Its article is in the store; it may be due again, to see whether it was edited.</summary>
    Stored,

    /// <summary>Fetched, and no article was found on it.</summary>
    Rejected,

    /// <summary>Cannot be fetched.</summary>
    Failed,

    /// <summary>Another page leads to the same document.</summary>
    Alias,
}
