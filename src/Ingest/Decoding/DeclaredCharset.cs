using System.Buffers;
using System.Text;

namespace Pipeline.Ingest.Decoding;

/// <summary>Reads the charset that a header or a page's first bytes declare; a hint only, for it is often wrong.</summary>
public static class DeclaredCharset
{
    /// <summary>Bytes in which HTML wants the declaration to stand.</summary>
    private const int Prefix = 1024;

    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \"';>/");

    /// <summary>The first declared charset, lower case; null without any.</summary>
    public static string? Of(string? mediaType, ReadOnlySpan<byte> bytes) =>
        Find(mediaType ?? "") ?? Find(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prefix)]));

    private static string? Find(string text)
    {
        var at = text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = text.AsSpan(at + "charset=".Length).TrimStart(" \"'");
        var end = value.IndexOfAny(ValueEnd);
        return end == 0 || value.IsEmpty ? null : new string(end < 0 ? value : value[..end]).ToLowerInvariant();
    }
}
