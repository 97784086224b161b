using System.IO.Compression;
using System.Text;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Sources;

public sealed class WarcTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string> Encodings() => new()
    {
        { "plain", SamplePage.Bytes(), "" },
        { "chunked", Archive.Chunk(SamplePage.Bytes()), "\r\nTransfer-Encoding: chunked" },
        { "gzip", Archive.Gzip(SamplePage.Bytes()), "\r\nContent-Encoding: gzip" },
        { "deflate with zlib header", Archive.Pack(SamplePage.Bytes(), s => new ZLibStream(s, CompressionLevel.Fastest)), "\r\nContent-Encoding: deflate" },
        { "bare deflate", Archive.Pack(SamplePage.Bytes(), s => new DeflateStream(s, CompressionLevel.Fastest)), "\r\nContent-Encoding: deflate" },
        { "brotli", Archive.Pack(SamplePage.Bytes(), s => new BrotliStream(s, CompressionLevel.Fastest)), "\r\nContent-Encoding: br" },
        { "chunked gzip", Archive.Chunk(Archive.Gzip(SamplePage.Bytes())), "\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip" },
        { "gzip header over a body already decoded", SamplePage.Bytes(), "\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Transfer_and_content_encodings_are_undone(string name, byte[] body, string headers)
    {
        var path = _folder.Write("a.warc", Archive.Response("https://example.org/a", body, "Content-Type: text/html" + headers));
        var reading = Assert.Single(Reading.Of(path));
        Assert.Equal((name, SamplePage.Text), (name, reading.Article?.Text));
        Assert.Equal(("https://example.org/a", $"{path}#0", new DateTimeOffset(2025, 11, 1, 8, 0, 0, TimeSpan.Zero)), (reading.Article!.Url, reading.Source, reading.Article.RetrievedAt));
    }

    [Fact]
    public void Only_successful_pages_are_read_each_under_its_offset()
    {
        byte[][] records =
        [
            Archive.Record("warcinfo", "", "software: x"u8.ToArray()),
            Archive.Record("request", "https://example.org/a", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            Archive.Response("https://example.org/a", SamplePage.Bytes("远山科技第一篇报道发布")),
            Archive.Response("https://example.org/b.png", [1, 2, 3], "Content-Type: image/png"),
            Archive.Response("https://example.org/c", SamplePage.Bytes(), status: "404 Not Found"),
            Archive.Response("https://example.org/d", SamplePage.Bytes("远山科技第二篇报道发布")),
        ];
        var plain = _folder.Write("a.warc", [.. records.SelectMany(r => r)]);
        var offset = records.Take(5).Sum(r => r.Length);
        Assert.Equal([$"{plain}#{records[0].Length + records[1].Length}", $"{plain}#{offset}"], Reading.Of(plain).Select(r => r.Source));

        var members = records.Select(Archive.Gzip).ToArray();
        var packed = _folder.Write("a.warc.gz", [.. members.SelectMany(m => m)]);
        Assert.Equal([$"{packed}#{members[0].Length + members[1].Length}", $"{packed}#{members.Take(5).Sum(m => m.Length)}"], Reading.Of(packed).Select(r => r.Source));
        Assert.All(Reading.Of(packed), r => Assert.True(r.IsArticle));

        var whole = _folder.Write("whole.warc.gz", Archive.Gzip([.. records.SelectMany(r => r)]));
        Assert.Equal([$"{whole}#0+{records[0].Length + records[1].Length}", $"{whole}#0+{offset}"], Reading.Of(whole).Select(r => r.Source));
        Assert.All(Reading.Of(whole), r => Assert.True(r.IsArticle));
    }

    [Fact]
    public void An_archive_compressed_whole_tells_of_its_damage_and_goes_on_after_a_broken_record()
    {
        var (first, last) = (Archive.Response("https://example.org/1", SamplePage.Bytes()), Archive.Response("https://example.org/3", SamplePage.Bytes()));
        var broken = _folder.Write("broken.warc.gz", Archive.Gzip([.. first, .. "WARC/1.0\r\nContent-Length: many\r\n\r\nbroken\r\n\r\n"u8, .. last]));
        var readings = Reading.Of(broken);
        Assert.Equal([true, false, true], readings.Select(r => r.IsArticle));
        Assert.Equal($"{broken}#0+{first.Length}", readings[1].Failure!.Source);

        var flipped = Archive.Pack([.. first, .. last], s => new GZipStream(s, CompressionLevel.NoCompression));
        flipped[flipped.Length / 2] ^= 1;
        Assert.Contains(Reading.Of(_folder.Write("flipped.warc.gz", flipped)), r => r.Failure?.Reason.Contains("its checksum does not match", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_damaged_member_costs_only_itself()
    {
        var members = Enumerable.Range(0, 5).Select(i => Archive.Gzip(Archive.Response($"https://example.org/{i}", SamplePage.Bytes()))).ToArray();
        for (var at = 30; at < members[1].Length - 12; at++)
        {
            members[1][at] = 0xff;
        }

        var path = _folder.Write("a.warc.gz", [.. members.SelectMany(m => m)]);
        var readings = Reading.Of(path);
        Assert.Equal(4, readings.Count(r => r.IsArticle));
        var failure = Assert.Single(readings, r => !r.IsArticle).Failure!;
        Assert.Equal(($"{path}#{members[0].Length}", IngestStage.Read), (failure.Source, failure.Stage));
        Assert.StartsWith($"damaged archive record at byte {members[0].Length}", failure.Reason);
    }

    [Fact]
    public void A_damaged_plain_record_is_skipped_up_to_the_next()
    {
        var (first, last) = (Archive.Response("https://example.org/1", SamplePage.Bytes()), Archive.Response("https://example.org/3", SamplePage.Bytes()));
        var path = _folder.Write("a.warc", [.. first, .. "WARC/1.0\r\nContent-Length: many\r\n\r\nbroken\r\n\r\n"u8, .. last]);
        var readings = Reading.Of(path);
        Assert.Equal([true, false, true], readings.Select(r => r.IsArticle));
        Assert.Equal($"{path}#{first.Length}", readings[1].Failure!.Source);
    }

    [Fact]
    public void A_cut_archive_gives_what_it_still_holds()
    {
        var record = Archive.Response("https://example.org/1", SamplePage.Bytes());
        foreach (var (name, bytes) in new[] { ("cut.warc", (byte[])[.. record, .. record[..^40]]), ("cut.warc.gz", [.. Archive.Gzip(record), .. Archive.Gzip(record)[..^40]]) })
        {
            Assert.Equal([true, false], Reading.Of(_folder.Write(name, bytes)).Select(r => r.IsArticle));
        }
    }

    [Fact]
    public void A_page_over_the_limit_is_refused_unread()
    {
        var path = _folder.Write("a.warc", [.. Archive.Response("https://example.org/1", new byte[5000]), .. Archive.Response("https://example.org/2", SamplePage.Bytes())]);
        var readings = Reading.Of(path, limits: new ReadLimits { HtmlBytes = 3000 });
        Assert.StartsWith("too large: ", readings[0].Failure!.Reason);
        Assert.True(readings[1].IsArticle);

        var bomb = _folder.Write("bomb.warc", Archive.Response("https://example.org/1", Archive.Gzip(new byte[100_000]), "Content-Type: text/html\r\nContent-Encoding: gzip"));
        Assert.StartsWith("too large: ", Assert.Single(Reading.Of(bomb, limits: new ReadLimits { HtmlBytes = 3000 })).Failure!.Reason);
    }

    [Fact]
    public void What_is_no_archive_says_so() =>
        Assert.StartsWith("damaged archive record at byte 0: 'WARC/1.0' is needed", Reading.Of(_folder.Write("a.warc", Encoding.UTF8.GetBytes("营收增长12%。")))[0].Failure!.Reason);
}
