namespace Pipeline.Store.Frontier;

/// <summary>A feed that is to be asked now.</summary>
/// <param name="Url">Its address.</param>
/// <param name="ETag">From its last answer.</param>
/// <param name="LastModified">From its last answer.</param>
/// <param name="SucceededAt">When it last answered; null if never.</param>
public sealed record DueFeed(string Url, string? ETag, string? LastModified, DateTimeOffset? SucceededAt);
