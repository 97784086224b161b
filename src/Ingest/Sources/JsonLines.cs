using System.Globalization;

namespace Pipeline.Ingest.Sources;

/// <summary>One article a line: each line is a document named <c>FILE:LINE</c>, so that a bad one is found and the rest goes on.</summary>
internal static class JsonLines
{
    public static IEnumerable<SourceItem> Read(Stream stream, string name, ReadLimits limits, TimeProvider time, CancellationToken stop)
    {
        var any = false;
        var number = 0L;
        using var lines = new ByteLineReader(stream, (int)Math.Min(limits.TextBytes, Array.MaxLength / 2));
        while (lines.TryRead(out var line, out var tooLong))
        {
            stop.ThrowIfCancellationRequested();
            number++;
            var source = string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
            if (number == 1 && line.AsSpan().StartsWith("\ufeff"u8))
            {
                line = line[3..];
            }

            if (tooLong)
            {
                any = true;
                yield return ReadFailure.TooLarge(source, null, limits.TextBytes, "split the article");
            }
            else if (line.AsSpan().ContainsAnyExcept(" \t\r"u8))
            {
                any = true;
                yield return SourceItem.Of(new RawDocument(source, null, line, MediaTypes.Json, time.GetUtcNow()));
            }
        }

        if (!any)
        {
            yield return SourceItem.Failed(name, "empty: it holds no line with an article");
        }
    }
}
