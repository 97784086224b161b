namespace Pipeline.Host.Configuration;

/// <summary>How the service schedules its work: section <c>Service</c>, and <c>Fetch:MaxAttempts</c>, <c>TryAgainAfter</c> and <c>RefetchAfter</c>.</summary>
internal sealed record ServiceSettings
{
    /// <summary>Threads that clean, and as many that extract.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Documents that wait between two stages before the earlier one pauses.</summary>
    public int QueueLength { get; init; } = 32;

    /// <summary>Pages of one host that are taken from the frontier at once.</summary>
    public int PagesPerHost { get; init; } = 16;

    /// <summary>Most time from SIGTERM or Ctrl-C until the process ends; what is not stored by then is fetched again by the next one.</summary>
    public TimeSpan DrainWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often watches look at what was stored, and what is due is posted to their webhooks.</summary>
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a page is tried before its transient failure counts as final.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>Wait before a page is tried again after its first transient failure; it grows fourfold, up to half a day.</summary>
    public TimeSpan TryAgainAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After how long a stored article is fetched again, to see whether it was edited: one entry a fetch, each counted from the fetch before.</summary>
    public IReadOnlyList<TimeSpan> RefetchAfter { get; init; } = [TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];
}
