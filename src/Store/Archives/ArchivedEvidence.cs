namespace Pipeline.Store.Archives;

/// <summary>A raw input.</summary>
public sealed record ArchivedEvidence : ArchiveRecord
{
    /// <summary>64 hexadecimal digits of the SHA-256 of the bytes; checked when it is put back.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The declared media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>How many bytes there are before compression.</summary>
    public required int Length { get; init; }

    /// <summary>The bytes, Brotli-compressed.</summary>
    public required byte[] Brotli { get; init; }
}
