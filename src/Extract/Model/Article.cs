namespace Pipeline.Extract.Model;

/// <summary>A cleaned article (docs/contract.md, section 2, last paragraph).</summary>
public sealed record Article
{
    /// <summary><see cref="ContentId.OfArticle"/> of <see cref="Text"/>, or the id that a jsonl input gave.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical address, where it has one.</summary>
    public string? Url { get; init; }

    /// <summary>Headline without the site's name.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it; never the responsible editor or the site.</summary>
    public string? Author { get; init; }

    /// <summary>The medium it came from (来源).</summary>
    public string? Publisher { get; init; }

    /// <summary>When it says it was published.</summary>
    public PublicationTime? PublishedAt { get; init; }

    /// <summary>When the raw input was read.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary><c>zh-Hans</c> or <c>zh-Hant</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Clean paragraphs joined by <c>\n</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The file, URL or archive record it came from.</summary>
    public required string Source { get; init; }
}
