using System.IO.Compression;
using System.Text;

namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>A feed's bytes as text.</summary>
internal static class FeedText
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Unpacks gzip, and decodes: a byte order mark, else UTF-8 where the bytes are valid, else the declared encoding, else GB18030.</summary>
    /// <remarks>What a Chinese feed declares is often wrong; what is valid UTF-8 is hardly ever anything else.</remarks>
    /// <exception cref="FeedFormatException">Not gzip though it begins so, or larger than <paramref name="maxBytes"/> when unpacked.</exception>
    public static string Decode(ReadOnlyMemory<byte> bytes, string? mediaType, int maxBytes)
    {
        if (bytes.Span is [0x1F, 0x8B, ..])
        {
            bytes = Unpack(bytes, maxBytes);
        }

        switch (bytes.Span)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8.GetString(bytes.Span[3..]);
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(bytes.Span[2..]);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(bytes.Span[2..]);
            default:
                try
                {
                    return s_strictUtf8.GetString(bytes.Span);
                }
                catch (DecoderFallbackException)
                {
                    return (Declared(bytes.Span, mediaType) ?? EncodingOf("gb18030")!).GetString(bytes.Span);
                }
        }
    }

    private static byte[] Unpack(ReadOnlyMemory<byte> bytes, int maxBytes)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes.ToArray(), writable: false), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > maxBytes)
                {
                    throw new FeedFormatException($"the unpacked feed has more than {maxBytes:N0} bytes (Fetch:MaxBytes)");
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new FeedFormatException($"the feed is not valid gzip: {e.Message}", e);
        }
    }

    /// <summary>The encoding that the XML declaration, else the media type, names; UTF-8 is known to be wrong by now.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var name = After(head, "encoding=") ?? After(mediaType ?? "", "charset=");
        return name is null || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? null : EncodingOf(name);
    }

    private static string? After(string text, string key)
    {
        var start = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var value = text.AsSpan(start + key.Length).TrimStart(" \"'");
        var end = value.IndexOfAnyExcept(System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"));
        return (end < 0 ? value : value[..end]) is { Length: > 0 } name ? name.ToString() : null;
    }

    /// <summary>GB18030 stands for its subsets, which pages declare and exceed.</summary>
    private static Encoding? EncodingOf(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name.ToLowerInvariant() is "gb2312" or "gbk" or "gb18030" ? "gb18030" : name);
}
