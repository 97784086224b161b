using System.Globalization;

namespace Pipeline.Ingest.Sources;

/// <summary>
/// Reads a web archive (WARC 1.0 and 1.1, plain, each record its own gzip member as Common Crawl and wget write, or compressed whole) one record at a time.
/// Successful responses of HTML become documents named <c>FILE#OFFSET</c>; other records are passed over; a damaged one is reported and skipped.
/// </summary>
internal static class WarcRecords
{
    public static IEnumerable<SourceItem> Read(Stream stream, string name, ReadLimits limits, CancellationToken stop)
    {
        var prefix = new byte[3];
        var read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(prefix.AsMemory(0, read), stream);
        return read == prefix.Length && prefix.AsSpan().SequenceEqual(GzipMemberStream.Magic) ? ReadCompressed(whole, name, limits, stop) : ReadPlain(whole, name, limits, stop);
    }

    private static IEnumerable<SourceItem> ReadCompressed(Stream stream, string name, ReadLimits limits, CancellationToken stop)
    {
        var file = new GzipMemberStream(stream);
        var (any, atDamage) = (false, false);
        while (file.MoveToMember(skipCurrent: atDamage))
        {
            stop.ThrowIfCancellationRequested();
            any = true;
            var start = file.Offset;
            foreach (var item in ReadMember(file, name, start, limits, stop))
            {
                yield return item;
            }

            // A member that could not even be begun leaves the file at its start.
            atDamage = file.Offset == start;
        }

        if (!any)
        {
            yield return SourceItem.Failed(name, "no web archive: it holds no gzip member");
        }
    }

    private static IEnumerable<SourceItem> ReadMember(GzipMemberStream file, string name, long start, ReadLimits limits, CancellationToken stop)
    {
        GzipMember? member = null;
        SourceItem? damage = null;
        try
        {
            member = new GzipMember(file);
        }
        catch (InvalidDataException exception)
        {
            damage = Damaged(Source(name, start), start, exception.Message);
        }

        if (member is null)
        {
            yield return damage!.Value;
            yield break;
        }

        using (member)
        {
            foreach (var item in ReadRecords(new WarcReader(member), name, start, limits, stop))
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<SourceItem> ReadPlain(Stream stream, string name, ReadLimits limits, CancellationToken stop)
    {
        var any = false;
        foreach (var item in ReadRecords(new WarcReader(stream), name, null, limits, stop))
        {
            any = true;
            yield return item;
        }

        if (!any)
        {
            yield return SourceItem.Failed(name, "the archive holds no HTML response");
        }
    }

    // start: offset of the gzip member, or null where the offset in the stream itself names the record.
    private static IEnumerable<SourceItem> ReadRecords(WarcReader reader, string name, long? start, ReadLimits limits, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            SourceItem? item = null;
            bool more;
            try
            {
                more = reader.TryReadRecord(limits.HtmlBytes, out var record);
                item = record is null ? null : HttpResponse.ToDocument(record, Source(name, start, record.Offset), limits);
            }
            catch (InvalidDataException exception)
            {
                item = Damaged(Source(name, start, reader.RecordOffset), start ?? reader.RecordOffset, exception.Message);
                more = (start is null || reader.RecordOffset > 0) && Resynchronizes(reader);
            }

            if (item is { } found)
            {
                yield return found;
            }

            if (!more)
            {
                yield break;
            }
        }
    }

    // What cannot be decompressed any further has no next record.
    private static bool Resynchronizes(WarcReader reader)
    {
        try
        {
            return reader.TryResynchronize();
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // FILE#OFFSET; where one gzip member holds several records, as gzip makes of a whole file, FILE#MEMBER+OFFSET in its content.
    private static string Source(string name, long? start, long offset) =>
        start is not { } member ? Source(name, offset) : offset == 0 ? Source(name, member) : string.Create(CultureInfo.InvariantCulture, $"{name}#{member}+{offset}");

    private static string Source(string name, long offset) => string.Create(CultureInfo.InvariantCulture, $"{name}#{offset}");

    private static SourceItem Damaged(string source, long offset, string what) =>
        SourceItem.Failed(source, string.Create(CultureInfo.InvariantCulture, $"damaged archive record at byte {offset:N0}: {what}; what cannot be read is skipped"));
}
