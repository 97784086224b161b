using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Ingest.Fetching.Feeds;

namespace Pipeline.Ingest.Tests.Fetching.Feeds;

public class FeedReaderTests
{
    private const int MaxBytes = 1_000_000;
    private static readonly Uri s_url = new("https://news.example/feeds/all.xml");

    [Fact]
    public void RSS_items_are_read_in_order_each_document_once()
    {
        var content = Read(FeedKind.Rss, """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>要闻</title><link>https://news.example/</link>
              <item><title>出货量</title><link> https://news.example/1.html?utm_source=rss </link><pubDate>Sat, 01 Nov 2025 08:30:00 +0800</pubDate></item>
              <item><link><![CDATA[/2.html]]></link><pubDate>2025-11-01 09:00:00</pubDate></item>
              <item><guid>https://news.example/3.html</guid></item>
              <item><guid isPermaLink="false">https://news.example/none.html</guid></item>
              <item><link>https://m.news.example/1.html</link></item>
              <item><link>javascript:void(0)</link></item>
            </channel></rss>
            """);
        Assert.Equal(["https://news.example/1.html", "https://news.example/2.html", "https://news.example/3.html"], Urls(content));
        Assert.Equal(DateTimeOffset.Parse("2025-11-01T00:30:00Z", null), content.Articles[0].PublishedAt);
        Assert.Equal(DateTimeOffset.Parse("2025-11-01T01:00:00Z", null), content.Articles[1].PublishedAt);
        Assert.Null(content.Articles[2].PublishedAt);
        Assert.Null(content.Problem);
    }

    [Fact]
    public void RSS_1_names_its_items_by_rdf_about() =>
        Assert.Equal(["https://news.example/1.html"], Urls(Read(FeedKind.Rss, """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
              <channel rdf:about="https://news.example/"/><item rdf:about="https://news.example/1.html"><title>x</title></item></rdf:RDF>
            """)));

    [Fact]
    public void Atom_entries_stand_at_their_alternate_link()
    {
        var content = Read(FeedKind.Rss, """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ignored.example/"><link rel="self" href="https://news.example/atom"/>
              <entry xml:base="https://base.example/x/"><link rel="edit" href="edit"/><link href="1.html"/><updated>2025-11-02T00:00:00Z</updated><published>2025-11-01T00:00:00Z</published></entry>
              <entry><link rel="enclosure" href="https://news.example/a.mp3"/><link rel="alternate" href="/2.html"/></entry>
            </feed>
            """);
        Assert.Equal(["https://base.example/x/1.html", "https://news.example/2.html"], Urls(content));
        Assert.Equal(DateTimeOffset.Parse("2025-11-01T00:00:00Z", null), content.Articles[0].PublishedAt);
    }

    [Fact]
    public void A_news_sitemap_gives_the_publication_and_an_index_its_sitemaps()
    {
        var news = Read(FeedKind.Sitemap, """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://news.example/1.html</loc><lastmod>2025-11-03</lastmod><news:news><news:publication_date>2025-11-01T10:00:00+08:00</news:publication_date></news:news></url>
              <url><loc>https://news.example/2.html</loc><lastmod>2025-11-03</lastmod></url>
            </urlset>
            """);
        Assert.Equal([DateTimeOffset.Parse("2025-11-01T02:00:00Z", null), DateTimeOffset.Parse("2025-11-02T16:00:00Z", null)], news.Articles.Select(a => a.PublishedAt!.Value));
        var index = Read(FeedKind.Sitemap, "<sitemapindex><sitemap><loc>https://news.example/s1.xml.gz</loc><lastmod>2025-11-03T00:00:00Z</lastmod></sitemap></sitemapindex>");
        Assert.Empty(index.Articles);
        Assert.Equal("https://news.example/s1.xml.gz", index.Sitemaps.Single().Address.ToString());
    }

    [Fact]
    public void A_text_sitemap_lists_addresses() =>
        Assert.Equal(["https://news.example/1.html", "https://news.example/2.html"], Urls(Read(FeedKind.Sitemap, "https://news.example/1.html\r\n\r\nhttps://news.example/2.html\n")));

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8", "gb2312")]
    [InlineData("gb18030", "gb2312")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("big5", "big5")]
    [InlineData("utf-16", "utf-16")]
    public void The_bytes_outweigh_the_declared_encoding(string actual, string declared)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.GetEncoding(actual);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><item><link>https://news.example/新聞</link></item></channel></rss>")];
        Assert.Equal(["https://news.example/%E6%96%B0%E8%81%9E"], Urls(FeedReader.Read(FeedKind.Rss, bytes, "text/xml", s_url, null, MaxBytes)));
    }

    [Fact]
    public void Gzip_is_unpacked_and_a_bomb_refused()
    {
        Assert.Single(FeedReader.Read(FeedKind.Sitemap, Gzip("<urlset><url><loc>https://news.example/1</loc></url></urlset>"u8.ToArray()), "application/gzip", s_url, null, MaxBytes).Articles);
        Assert.Contains("1,000,000 bytes", Refusal(FeedKind.Sitemap, Gzip(new byte[20_000_000])), StringComparison.Ordinal);
        Assert.Contains("gzip", Refusal(FeedKind.Sitemap, [0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_is_passed_over() => Assert.Equal(
        ["https://news.example/1.html"],
        Urls(Read(FeedKind.Rss, "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><item><link>https://news.example/1.html</link></item></channel></rss>")));

    [Fact]
    public void A_list_page_that_nests_without_end_is_refused_unparsed() =>
        Assert.Contains("nests", Refusal(FeedKind.List, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 200_000)))), StringComparison.Ordinal);

    [Fact]
    public void A_feed_that_breaks_off_keeps_what_stood_before()
    {
        var content = Read(FeedKind.Rss, "<rss><channel><item><link>https://news.example/1.html</link></item>\n<item><title>A & B</title>");
        Assert.Equal(["https://news.example/1.html"], Urls(content));
        Assert.Contains("line 2", content.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>404</body></html>", "<html>")]
    [InlineData("<rss><channel><item>", "well-formed")]
    [InlineData("not a feed", "neither XML")]
    [InlineData("", "neither XML")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><rss><channel><item><link>https://news.example/&b;</link></item></channel></rss>", "'b'")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><link>&x;</link></item></channel></rss>", "'x'")]
    public void What_is_no_feed_says_so(string text, string reason) => Assert.Contains(reason, Refusal(FeedKind.Rss, Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://news.example/2025/*.html", "https://news.example/2025/1101/a.html https://news.example/2025/b.html https://news.example/2025/1101/a20251101.html")]
    [InlineData("news.example/*/a.html", "https://news.example/2025/1101/a.html")]
    [InlineData("*.example/about", "https://other.example/about")]
    [InlineData(null, "https://news.example/2025/1101/a20251101.html https://sport.news.example/123456")]
    public void A_list_page_gives_the_links_of_its_pattern(string? pattern, string expected)
    {
        var links = pattern is null ? null : LinkPattern.TryParse(pattern, out var parsed) ? parsed : throw new ArgumentException(pattern);
        var content = FeedReader.Read(
            FeedKind.List,
            Encoding.UTF8.GetBytes("""
                <!doctype html><base href="https://news.example/2025/"><a href="1101/a.html#c">x</a><a href="b.html">y</a><a href="b.html">y</a>
                <a href="https://other.example/about">z</a><a href="https://other.example/20251101">z</a><a href="mailto:a@b.example">m</a>
                <a href="1101/a20251101.html">n</a><a href="https://sport.news.example/123456">s</a><a>none</a>
                """),
            "text/html", s_url, links, MaxBytes);
        Assert.Equal(expected.Split(' '), Urls(content));
    }

    [Fact]
    public void A_channel_script_gives_the_addresses_in_its_strings()
    {
        var content = Read(FeedKind.List, """data_callback([{"title":"x","docurl":"https:\/\/www.163.com\/dy\/article\/KD6LRJVN0511DTU9.html?f=x","imgurl":"http://img.example/20251101.jpg"},{"docurl":"https://www.163.com/news/article/KD6LRJVN0511DTU9.html"}])""", new Uri("https://news.163.com/special/cm_guonei/"));
        Assert.Equal(["https://www.163.com/dy/article/KD6LRJVN0511DTU9.html"], Urls(content));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("a b")]
    public void A_pattern_that_says_nothing_is_refused(string? pattern) => Assert.False(LinkPattern.TryParse(pattern, out _));

    [Fact]
    public void Any_bytes_are_a_feed_or_a_clear_refusal() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], bool>((bytes, asXml) =>
        {
            foreach (var kind in Enum.GetValues<FeedKind>())
            {
                try
                {
                    FeedReader.Read(kind, asXml ? [.. "<rss><item><link>https://a.example/</link></item>"u8, .. bytes] : bytes, null, s_url, null, MaxBytes);
                }
                catch (FeedFormatException e)
                {
                    Assert.NotEmpty(e.Message);
                }
            }
        }));

    private static FeedContent Read(FeedKind kind, string text, Uri? url = null) => FeedReader.Read(kind, Encoding.UTF8.GetBytes(text), null, url ?? s_url, null, MaxBytes);

    private static string Refusal(FeedKind kind, byte[] bytes) => Assert.Throws<FeedFormatException>(() => FeedReader.Read(kind, bytes, null, s_url, null, MaxBytes)).Message;

    private static IEnumerable<string> Urls(FeedContent content) => content.Articles.Select(a => a.Address.ToString());

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
