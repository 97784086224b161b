namespace Pipeline.Ingest.Sources;

/// <summary>How much of one document is held in memory; what is larger is refused with a message, never cut silently.</summary>
public sealed record ReadLimits
{
    /// <summary>Bytes of a text or of a jsonl line. A long novel has 5 MB; 64 MiB stays below 1 GB of memory through cleaning and extraction.</summary>
    public long TextBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of a page. The largest real news pages seen have 0.5 MB; the fetcher's own cap is the same 10 MB.</summary>
    public long HtmlBytes { get; init; } = 10_000_000;
}
