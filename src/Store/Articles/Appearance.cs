using Pipeline.Extract.Model;

namespace Pipeline.Store.Articles;

/// <summary>A place where an article's text stood: the first one and every copy of it.</summary>
public sealed record Appearance
{
    /// <summary>The article whose text it is; for a near copy, the copy's own id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The file, URL or archive record.</summary>
    public required string Source { get; init; }

    /// <summary>Where it was published, if known.</summary>
    public string? Url { get; init; }

    /// <summary>Its headline there.</summary>
    public string? Title { get; init; }

    /// <summary>Its author there.</summary>
    public string? Author { get; init; }

    /// <summary>The medium that it names.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it says it was published there.</summary>
    public PublicationTime? PublishedAt { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>64 hexadecimal digits naming the raw input, or null when it was not kept.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>True when the text is a near copy and not the same to the letter.</summary>
    public bool IsNearCopy { get; init; }
}
