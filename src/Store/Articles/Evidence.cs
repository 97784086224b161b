namespace Pipeline.Store.Articles;

/// <summary>What an article was read from: kept compressed, by its SHA-256, so that anyone can look again.</summary>
/// <param name="Bytes">The raw input, transfer and content encodings undone.</param>
/// <param name="MediaType">The declared media type, null when the source names none.</param>
/// <param name="RetrievedAt">When it was read.</param>
public sealed record Evidence(ReadOnlyMemory<byte> Bytes, string? MediaType, DateTimeOffset RetrievedAt);
