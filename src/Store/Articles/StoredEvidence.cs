namespace Pipeline.Store.Articles;

/// <summary>Evidence as the store gives it back.</summary>
/// <param name="Sha256">64 hexadecimal digits of the SHA-256 of <paramref name="Bytes"/>; checked when read.</param>
/// <param name="MediaType">The declared media type.</param>
/// <param name="Bytes">The raw input.</param>
public sealed record StoredEvidence(string Sha256, string? MediaType, byte[] Bytes);
