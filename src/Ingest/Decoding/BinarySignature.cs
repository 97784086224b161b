namespace Pipeline.Ingest.Decoding;

/// <summary>Names what a file is when it is no text, by its first bytes.</summary>
internal static class BinarySignature
{
    private static readonly (byte[] Start, string Kind)[] Known =
    [
        ("%PDF"u8.ToArray(), "a PDF file: save its text as .txt first"),
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive or Office document: unpack it, or save its text as .txt first"),
        ([0xd0, 0xcf, 0x11, 0xe0], "an old Office document: save its text as .txt first"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xff, 0xd8, 0xff], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0x1f, 0x8b, 0x08], "gzip-compressed: unpack it first (only .warc.gz is read compressed)"),
        ([0x7f, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([(byte)'M', (byte)'Z', 0x90], "a program"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("Rar!"u8.ToArray(), "an archive: unpack it first"),
        ([(byte)'7', (byte)'z', 0xbc, 0xaf], "an archive: unpack it first"),
    ];

    /// <summary>What the bytes are and what to do; null when they carry no known signature.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in Known)
        {
            if (bytes.StartsWith(start))
            {
                return kind;
            }
        }

        return null;
    }
}
