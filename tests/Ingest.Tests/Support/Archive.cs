using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Ingest.Tests.Support;

/// <summary>Writes web archives as crawlers do.</summary>
internal static class Archive
{
    public static byte[] Response(string url, byte[] body, string headers = "Content-Type: text/html; charset=utf-8", string status = "200 OK") =>
        Record("response", url, [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body]);

    public static byte[] Record(string type, string url, byte[] block) =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-11-01T08:00:00Z\r\nContent-Length: {block.Length}\r\n\r\n")),
        .. block, .. "\r\n\r\n"u8,
    ];

    public static byte[] Gzip(byte[] content) => Pack(content, s => new GZipStream(s, CompressionLevel.Optimal));

    public static byte[] Pack(byte[] content, Func<Stream, Stream> encoder)
    {
        using var packed = new MemoryStream();
        using (var stream = encoder(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    public static byte[] Chunk(byte[] content)
    {
        using var chunked = new MemoryStream();
        foreach (var part in content.Chunk(100))
        {
            chunked.Write(Encoding.ASCII.GetBytes(part.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            chunked.Write(part);
            chunked.Write("\r\n"u8);
        }

        chunked.Write("0\r\n\r\n"u8);
        return chunked.ToArray();
    }
}
