namespace Pipeline.Host.Api;

/// <summary>What the background service is doing, as the page shows it.</summary>
internal sealed record ServiceProgress
{
    /// <summary>Pages that are to be fetched now.</summary>
    public required long Due { get; init; }

    /// <summary>Pages named by a feed and not yet in the store.</summary>
    public required long Waiting { get; init; }

    /// <summary>Pages whose article is in the store.</summary>
    public required long Stored { get; init; }

    /// <summary>Pages that cannot be fetched or hold no article.</summary>
    public required long Failed { get; init; }

    /// <summary>The feeds that are watched.</summary>
    public required IReadOnlyList<FeedProgress> Feeds { get; init; }
}
