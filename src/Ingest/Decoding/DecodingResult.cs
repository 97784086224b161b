namespace Pipeline.Ingest.Decoding;

/// <summary>Characters with the encoding they were read in, or why the bytes are no text.</summary>
/// <param name="Text">The characters, without byte order mark; null when they could not be read.</param>
/// <param name="Encoding">IANA name: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>gb18030</c>, <c>big5</c>; null with <paramref name="Text"/>.</param>
/// <param name="Reason">Why not, with the offset where one is known; null when decoded.</param>
public sealed record DecodingResult(string? Text, string? Encoding, string? Reason)
{
    internal static DecodingResult Of(string text, string encoding) => new(text, encoding, null);

    internal static DecodingResult Failed(string reason) => new(null, null, reason);
}
