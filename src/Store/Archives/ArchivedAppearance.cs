using Pipeline.Extract.Model;

namespace Pipeline.Store.Archives;

/// <summary>A place where a text stood.</summary>
public sealed record ArchivedAppearance
{
    /// <summary>Its place among all appearances of the store, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The file, URL or archive record.</summary>
    public required string Source { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>Its headline there.</summary>
    public string? Title { get; init; }

    /// <summary>Its author there.</summary>
    public string? Author { get; init; }

    /// <summary>The medium.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it says it was published.</summary>
    public PublicationTime? PublishedAt { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>The raw input, earlier in the archive.</summary>
    public string? EvidenceSha256 { get; init; }
}
