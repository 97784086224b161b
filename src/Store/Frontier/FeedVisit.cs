namespace Pipeline.Store.Frontier;

/// <summary>How asking a feed ended.</summary>
/// <param name="Url">The feed.</param>
/// <param name="At">When.</param>
/// <param name="NextAt">When it is to be asked again.</param>
public sealed record FeedVisit(string Url, DateTimeOffset At, DateTimeOffset NextAt)
{
    /// <summary>What went wrong; null when all was read. With pages found, a part of the feed could not be read.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the feed answered at all.</summary>
    public bool Succeeded { get; init; }

    /// <summary>Validators of the answer; null keeps none.</summary>
    public string? ETag { get; init; }

    /// <summary>Validators of the answer; null keeps none.</summary>
    public string? LastModified { get; init; }

    /// <summary>What it names; pages already known are left as they are.</summary>
    public IReadOnlyList<FoundPage> Pages { get; init; } = [];
}
