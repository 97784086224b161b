using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Ingest.Sources;

/// <summary>Takes the page out of an archived HTTP/1.1 response: status, media type, chunks and content encodings undone.</summary>
internal static class HttpResponse
{
    /// <summary>The document; null for a response that is no page (another status or media type); a failure where it cannot be read.</summary>
    /// <exception cref="InvalidDataException">The message is damaged.</exception>
    public static SourceItem? ToDocument(WarcRecord record, string source, ReadLimits limits)
    {
        if (record.Block is not { } block)
        {
            return ReadFailure.TooLarge(source, record.Length, limits.HtmlBytes, "no article page is that large");
        }

        var (headerEnd, bodyStart) = HeaderEnd(block);
        var lines = Encoding.Latin1.GetString(block, 0, headerEnd).Split('\n', StringSplitOptions.TrimEntries);
        if (!lines[0].StartsWith("HTTP/", StringComparison.Ordinal))
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        var status = lines[0].Split(' ', 3);
        var mediaType = headers.GetValueOrDefault("Content-Type");
        if (status.Length < 2 || status[1] != "200" || !MediaTypes.IsHtml(mediaType))
        {
            return null;
        }

        ReadOnlyMemory<byte> body = block.AsMemory(bodyStart);
        body = headers.GetValueOrDefault("Transfer-Encoding") is { } transfer && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase) ? Unchunk(body) : body;
        foreach (var encoding in (headers.GetValueOrDefault("Content-Encoding") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (!TryDecode(ref body, encoding.ToLowerInvariant(), limits.HtmlBytes))
            {
                return ReadFailure.TooLarge(source, null, limits.HtmlBytes, "no article page is that large");
            }
        }

        return body.IsEmpty
            ? SourceItem.Failed(source, "empty: the response has no body")
            : SourceItem.Of(new RawDocument(source, record.TargetUri, body, mediaType, record.Date));
    }

    private static (int HeaderEnd, int BodyStart) HeaderEnd(byte[] block)
    {
        var end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end >= 0)
        {
            return (end, end + 4);
        }

        end = block.AsSpan().IndexOf("\n\n"u8);
        return end >= 0 ? (end, end + 2) : throw new InvalidDataException("the HTTP response has no end of headers");
    }

    // Some writers undo the chunks and leave the header: a body that does not begin with a chunk size is taken as it is.
    private static ReadOnlyMemory<byte> Unchunk(ReadOnlyMemory<byte> body)
    {
        using var whole = new MemoryStream();
        var rest = body;
        while (true)
        {
            var line = rest.Span.IndexOf("\r\n"u8);
            var size = line is > 0 and < 20 ? ChunkSize(rest.Span[..line]) : -1;
            if (size < 0)
            {
                return whole.Length == 0 ? body : throw new InvalidDataException("a chunk without its size");
            }

            rest = rest[(line + 2)..];
            if (size == 0)
            {
                return whole.ToArray();
            }

            if (size > rest.Length)
            {
                whole.Write(rest.Span);
                return whole.ToArray();
            }

            whole.Write(rest.Span[..size]);
            rest = rest[size..];
            rest = rest.Span.StartsWith("\r\n"u8) ? rest[2..] : rest;
        }
    }

    private static int ChunkSize(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)';');
        return int.TryParse(Encoding.Latin1.GetString(end < 0 ? line : line[..end]).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) ? size : -1;
    }

    // Archives often hold the decoded body under the header of the encoded one: what does not decode at all is taken as it is.
    private static bool TryDecode(ref ReadOnlyMemory<byte> body, string encoding, long limit)
    {
        using var content = new MemoryStream();
        try
        {
            using Stream? decoder = encoding switch
            {
                "gzip" or "x-gzip" when body.Span.StartsWith(GzipMemberStream.Magic) => new GZipStream(Open(body), CompressionMode.Decompress),
                "deflate" when body.Length > 2 && (body.Span[0] & 0x0f) == 8 && ((body.Span[0] << 8) | body.Span[1]) % 31 == 0 => new ZLibStream(Open(body), CompressionMode.Decompress),
                "deflate" => new DeflateStream(Open(body), CompressionMode.Decompress),
                "br" => new BrotliStream(Open(body), CompressionMode.Decompress),
                _ => null,
            };
            if (decoder is null)
            {
                return true;
            }

            var buffer = new byte[81920];
            for (int read; (read = decoder.Read(buffer)) > 0;)
            {
                if (content.Length + read > limit)
                {
                    return false;
                }

                content.Write(buffer, 0, read);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or IOException)
        {
            if (content.Length == 0)
            {
                return true;
            }
        }

        body = content.Length > 0 ? content.ToArray() : body;
        return true;
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out var segment) ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false) : new MemoryStream(body.ToArray());
}
