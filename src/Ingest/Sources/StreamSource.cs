using System.Buffers;

namespace Pipeline.Ingest.Sources;

/// <summary>Reads an open stream as one of the formats. The format is told by the first bytes where none is given.</summary>
internal static class StreamSource
{
    private const string SplitText = "split it into one article a file, or one a line of a .jsonl file";
    private const string RefusePage = "no article page is that large: save the article alone";

    /// <summary>Yields what the stream holds. It is read once, forward; a null format is told by content.</summary>
    public static IEnumerable<SourceItem> Read(Stream stream, string name, ContentFormat? format, ReadLimits limits, TimeProvider time, CancellationToken stop)
    {
        var prefix = new byte[FormatDetection.PrefixBytes];
        var read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(prefix.AsMemory(0, read), stream);
        return (format ?? FormatDetection.ByContent(prefix.AsSpan(0, read))) switch
        {
            ContentFormat.JsonLines => JsonLines.Read(whole, name, limits, time, stop),
            ContentFormat.Warc => WarcRecords.Read(whole, name, limits, stop),
            ContentFormat.Html => [ReadWhole(whole, Capacity(stream, limits.HtmlBytes), name, MediaTypes.Html, limits.HtmlBytes, RefusePage, time)],
            _ => [ReadWhole(whole, Capacity(stream, limits.TextBytes), name, MediaTypes.Text, limits.TextBytes, SplitText, time)],
        };
    }

    /// <summary>The length of a file, so that its bytes are read into place; 0 where it is not known, or too large.</summary>
    private static int Capacity(Stream stream, long limit) => stream.CanSeek && stream.Length <= limit ? (int)stream.Length : 0;

    private static SourceItem ReadWhole(Stream stream, int capacity, string name, string mediaType, long limit, string advice, TimeProvider time)
    {
        using var content = new MemoryStream(capacity);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (content.Length + read > limit)
                {
                    return ReadFailure.TooLarge(name, null, limit, advice);
                }

                content.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return content.Length == 0
            ? SourceItem.Failed(name, "empty: it holds no bytes")
            : SourceItem.Of(new RawDocument(name, null, content.GetBuffer().AsMemory(0, (int)content.Length), mediaType, time.GetUtcNow()));
    }
}
