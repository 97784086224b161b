namespace Pipeline.Store.Frontier;

/// <summary>How a feed fares.</summary>
public sealed record FeedStatus
{
    /// <summary>Its address.</summary>
    public required string Url { get; init; }

    /// <summary>rss, sitemap or list.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it was configured when the service last started.</summary>
    public required bool IsActive { get; init; }

    /// <summary>When the service first knew it.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When it is asked next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>When it was last asked; null if never.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When it last answered; null if never.</summary>
    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>When it last named an article that was new; null if never.</summary>
    public DateTimeOffset? FoundAt { get; init; }

    /// <summary>Articles that it was the first to name.</summary>
    public required long Found { get; init; }

    /// <summary>Failures in a row.</summary>
    public required int Failures { get; init; }

    /// <summary>What went wrong at the last visit.</summary>
    public string? Problem { get; init; }

    /// <summary>How long it may name nothing new.</summary>
    public required TimeSpan SilentAfter { get; init; }

    /// <summary>Whether it has named nothing new for longer than <see cref="SilentAfter"/>.</summary>
    public bool IsSilentAt(DateTimeOffset now) => now - (FoundAt ?? AddedAt) > SilentAfter;
}
