using Pipeline.Ingest.Sources;

namespace Pipeline.Ingest.Fetching;

/// <summary>How one fetch ended and what it brought.</summary>
public sealed record FetchResult
{
    /// <summary>How it ended.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>The last address asked, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>When the answer was complete, or the fetch given up.</summary>
    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>What went wrong, for people; null on success.</summary>
    public string? Reason { get; init; }

    /// <summary>The last HTTP status; null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The body, content encodings undone; empty unless <see cref="FetchOutcome.Fetched"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The Content-Type field as received; null when there was none.</summary>
    public string? MediaType { get; init; }

    /// <summary>What to send back next time; null when the server gave nothing.</summary>
    public Validators? Validators { get; init; }

    /// <summary>How long the server asks to wait, or how long the host is left alone; null when nothing was said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The pages that continue the article, in order.</summary>
    public IReadOnlyList<FetchResult> Following { get; init; } = [];

    /// <summary>The body as the cleaner takes it, with the pages that continue it.</summary>
    /// <exception cref="InvalidOperationException">There is no body.</exception>
    public RawDocument ToDocument() => Outcome == FetchOutcome.Fetched
        ? new RawDocument(Url.AbsoluteUri, Url.AbsoluteUri, Body, MediaType, RetrievedAt) { Following = [.. Following.Select(page => page.ToDocument())] }
        : throw new InvalidOperationException($"{Url} was not fetched: {Outcome}");
}
