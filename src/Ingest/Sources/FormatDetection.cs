using System.Text;

namespace Pipeline.Ingest.Sources;

/// <summary>Tells a format by a file's name, or by its first bytes where the name says nothing.</summary>
internal static class FormatDetection
{
    /// <summary>Bytes that <see cref="ByContent"/> looks at.</summary>
    public const int PrefixBytes = 1024;

    /// <summary>The format that a file's name promises; null when its extension is none of ours.</summary>
    public static ContentFormat? ByName(string path) =>
        path.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase)
            ? ContentFormat.Warc
            : Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".txt" or ".text" => ContentFormat.Text,
                ".html" or ".htm" or ".shtml" or ".xhtml" => ContentFormat.Html,
                ".jsonl" or ".ndjson" => ContentFormat.JsonLines,
                ".warc" => ContentFormat.Warc,
                _ => null,
            };

    /// <summary>The format that the first bytes look like; text when they look like nothing else.</summary>
    public static ContentFormat ByContent(ReadOnlySpan<byte> prefix)
    {
        if (prefix.StartsWith("WARC/"u8) || prefix.StartsWith(GzipMemberStream.Magic))
        {
            return ContentFormat.Warc;
        }

        var start = Encoding.Latin1.GetString(prefix[..Math.Min(prefix.Length, PrefixBytes)]).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00ef', '\u00bb', '\u00bf', '\u00fe', '\u00ff', ' ', '\t', '\r', '\n');
        return start.StartsWith("{\"", StringComparison.Ordinal) || start.StartsWith("{ \"", StringComparison.Ordinal) ? ContentFormat.JsonLines
            : LooksLikeHtml(start) ? ContentFormat.Html
            : ContentFormat.Text;
    }

    /// <summary>True when a text's beginning is that of a page.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("\ufeff \t\r\n");
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<head", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<body", StringComparison.OrdinalIgnoreCase)
            || (text.StartsWith("<!--", StringComparison.Ordinal) && text.IndexOf("<html", StringComparison.OrdinalIgnoreCase) > 0)
            || (text.StartsWith("<?xml", StringComparison.Ordinal) && text.IndexOf("<html", StringComparison.OrdinalIgnoreCase) > 0);
    }
}
