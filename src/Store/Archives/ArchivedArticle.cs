using Pipeline.Extract.Model;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Archives;

/// <summary>A text with its claims and the places where it stood.</summary>
public sealed record ArchivedArticle : ArchiveRecord
{
    /// <summary>Its place in the archive, from 1: the order in which the texts were stored.</summary>
    public required int Number { get; init; }

    /// <summary>The contract's record.</summary>
    public required Article Article { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Current, or superseded by a newer version at its address.</summary>
    public required ClaimStanding Standing { get; init; }

    /// <summary>The article, earlier in the archive, that it is a near copy of; null for none.</summary>
    public string? NearCopyOf { get; init; }

    /// <summary>SHA-256 of its claims as last read, in hexadecimal digits: tells whether the extractor reads it as before.</summary>
    public required string ClaimsDigest { get; init; }

    /// <summary>Where it stood, the first place included.</summary>
    public required IReadOnlyList<ArchivedAppearance> Appearances { get; init; }

    /// <summary>Its claims in the order of their places, withdrawn ones included.</summary>
    public required IReadOnlyList<ArchivedClaim> Claims { get; init; }
}
