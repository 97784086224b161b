namespace Pipeline.Ingest.Sources;

/// <summary>Bytes as a source gave them, before any decoding: what is kept as evidence.</summary>
/// <param name="Source">The file, URL or archive record it came from, as printed in reports.</param>
/// <param name="Url">Where it was published, if the source says.</param>
/// <param name="Bytes">The content, transfer and content encodings undone.</param>
/// <param name="MediaType">The declared media type with its parameters, a hint only; null when the source names none.</param>
/// <param name="RetrievedAt">When it was read.</param>
public sealed record RawDocument(string Source, string? Url, ReadOnlyMemory<byte> Bytes, string? MediaType, DateTimeOffset RetrievedAt)
{
    /// <summary>The pages that continue it, in order; empty for an article of one page.</summary>
    public IReadOnlyList<RawDocument> Following { get; init; } = [];

    /// <summary>The bytes of all pages, one behind the other.</summary>
    public ReadOnlyMemory<byte> AllBytes => Following.Count == 0 ? Bytes : Following.Aggregate(Bytes.ToArray(), (all, page) => [.. all, .. page.Bytes.Span]);
}
