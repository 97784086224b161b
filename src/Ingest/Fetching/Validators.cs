namespace Pipeline.Ingest.Fetching;

/// <summary>What a server said of a version of a page, to be sent back with the next request for it (RFC 9110, 8.8).</summary>
/// <param name="ETag">The ETag field as received, quotes and weakness mark included; null when there was none.</param>
/// <param name="LastModified">The Last-Modified field as received; null when there was none.</param>
public sealed record Validators(string? ETag, string? LastModified);
