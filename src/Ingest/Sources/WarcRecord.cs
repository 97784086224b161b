namespace Pipeline.Ingest.Sources;

/// <summary>A response record: its headers and its HTTP message.</summary>
/// <param name="Offset">Where it starts in the uncompressed stream.</param>
/// <param name="TargetUri">WARC-Target-URI, without the angle brackets that wget 1.0 archives have.</param>
/// <param name="Date">WARC-Date.</param>
/// <param name="Block">The HTTP response, headers and body; null where it is over the limit.</param>
/// <param name="Length">Content-Length.</param>
internal sealed record WarcRecord(long Offset, string? TargetUri, DateTimeOffset Date, byte[]? Block, long Length);
