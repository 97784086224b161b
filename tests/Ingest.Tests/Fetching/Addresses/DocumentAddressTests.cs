using FsCheck;
using FsCheck.Fluent;
using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Tests.Fetching.Addresses;

public class DocumentAddressTests
{
    [Theory]
    [InlineData("HTTPS://News.Example:443/a/../b/./c.html#top", "https://news.example/b/c.html")]
    [InlineData("http://news.example", "http://news.example/")]
    [InlineData("http://news.example:8080/x", "http://news.example:8080/x")]
    [InlineData("https://user:secret@news.example/x", "https://news.example/x")]
    [InlineData("https://news.example./x", "https://news.example/x")]
    [InlineData("https://新闻.example/新闻", "https://xn--efvy88h.example/%E6%96%B0%E9%97%BB")]
    [InlineData("https://news.example/%e6%96%b0%7e%41%2f", "https://news.example/%E6%96%B0~A%2F")]
    [InlineData("https://news.example/a?b=1&utm_source=x&UTM_Medium=y&c=2&spm=a.b", "https://news.example/a?b=1&c=2")]
    [InlineData("https://news.example/a?", "https://news.example/a")]
    [InlineData("https://news.example/a??", "https://news.example/a??")]
    [InlineData("https://news.example/a?&?b", "https://news.example/a??b")]
    [InlineData("https://news.example/a?%75tm_source=x&b=1", "https://news.example/a?b=1")]
    [InlineData("https://news.example/a?from=2", "https://news.example/a?from=2")]
    [InlineData("https://www.163.com/dy/article/KD6LRJVN0511DTU9.html?f=post2020_dy_recommends&from=x", "https://www.163.com/dy/article/KD6LRJVN0511DTU9.html")]
    [InlineData("https://finance.sina.com.cn/a/doc-inaxyzqp1234567.shtml?cre=tianyi&mod=pchp&loc=1", "https://finance.sina.com.cn/a/doc-inaxyzqp1234567.shtml")]
    [InlineData("  https://news.example/x\n", "https://news.example/x")]
    public void An_address_has_one_spelling(string written, string expected)
    {
        Assert.True(DocumentAddress.TryCreate(written, null, out var address));
        Assert.Equal(expected, address.ToString());
    }

    [Theory]
    [InlineData("b.html", "https://news.example/a/b.html")]
    [InlineData("/b.html", "https://news.example/b.html")]
    [InlineData("//other.example/b", "https://other.example/b")]
    [InlineData("?page=2", "https://news.example/a/index.html?page=2")]
    [InlineData("#end", "https://news.example/a/index.html")]
    public void A_relative_address_is_read_against_its_page(string written, string expected)
    {
        Assert.True(DocumentAddress.TryCreate(written, new Uri("https://news.example/a/index.html"), out var address));
        Assert.Equal(expected, address.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("news.example/x")]
    [InlineData("/x")]
    [InlineData("ftp://news.example/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("gopher://news.example/x")]
    [InlineData("http://")]
    [InlineData("http:///x")]
    public void Only_http_and_https_addresses_with_a_host_are_taken(string? written) => Assert.False(DocumentAddress.TryCreate(written, null, out _));

    [Fact]
    public void An_address_of_endless_length_is_refused() =>
        Assert.False(DocumentAddress.TryCreate("https://news.example/" + new string('a', DocumentAddress.MaxLength), null, out _));

    [Theory]
    [InlineData("https://www.163.com/dy/article/KD6LRJVN0511DTU9.html", "https://m.163.com/news/article/KD6LRJVN0511DTU9.html")]
    [InlineData("https://www.163.com/dy/article/KD6LRJVN0511DTU9.html", "http://news.163.com/25/1101/08/KD6LRJVN0511DTU9_all.html")]
    [InlineData("https://finance.sina.com.cn/stock/2025-11-01/doc-inaxyzqp1234567.shtml", "https://finance.sina.cn/2025-11-01/detail-inaxyzqp1234567.d.html?vt=4")]
    [InlineData("https://news.qq.com/rain/a/20251101A01ABC00", "https://view.inews.qq.com/a/20251101A01ABC00")]
    [InlineData("https://news.ifeng.com/c/8o1QbGmh3aB", "https://ishare.ifeng.com/c/s/8o1QbGmh3aB")]
    [InlineData("https://www.thepaper.cn/newsDetail_forward_31234567", "https://m.thepaper.cn/detail/31234567")]
    [InlineData("https://www.toutiao.com/article/7412345678901234567/?channel=&source=search_tab", "https://m.toutiao.com/i7412345678901234567/")]
    [InlineData("https://www.sohu.com/a/812345678_121124371", "http://m.sohu.com/a/812345678_121124371")]
    [InlineData("https://www.cna.com.tw/news/afe/202511010001.aspx", "https://www.cna.com.tw/news/firstnews/202511010001.aspx")]
    [InlineData("https://udn.com/news/story/7240/9112345?from=udn-catebreaknews_ch2", "https://udn.com/news/amp/story/7240/9112345")]
    [InlineData("https://www.guancha.cn/economy/2025_11_01_795123.shtml", "https://m.guancha.cn/economy/2025_11_01_795123.shtml")]
    [InlineData("https://www.news.example/a/", "http://m.news.example/a")]
    [InlineData("https://news.example/a?x=1&y=2", "https://news.example/a?y=2&x=1#c")]
    [InlineData("https://news.example/a/b", "https://news.example/a/%2E/b")]
    public void Twins_share_a_key(string one, string other) => Assert.Equal(Key(one), Key(other));

    [Theory]
    [InlineData("https://www.163.com/dy/article/KD6LRJVN0511DTU9.html", "https://www.163.com/dy/article/KD6LRJVN0511DTU8.html")]
    [InlineData("https://news.163.com/16/0101/08/BC4LRJVN00014AED.html", "https://news.163.com/16/0101/08/BC4LRJVN00014AED_2.html")]
    [InlineData("https://www.163.com/special/index.html", "https://www.163.com/news/index.html")]
    [InlineData("https://finance.sina.com.cn/index.shtml", "https://tech.sina.com.cn/index.shtml")]
    [InlineData("https://news.ifeng.com/shanklist/3-35191-/", "https://news.ifeng.com/shanklist/3-35190-/")]
    [InlineData("https://news.example/a?id=1", "https://news.example/a?id=2")]
    [InlineData("https://news.example/a", "https://news.example:8443/a")]
    [InlineData("https://m.cn/a", "https://www.cn/b")]
    public void Different_documents_keep_different_keys(string one, string other) => Assert.NotEqual(Key(one), Key(other));

    /// <summary>What addresses are made of, the pieces that mean something to a parser far oftener than in text drawn at random.</summary>
    private static readonly Gen<string> Pieced =
        Gen.Elements("?", "&", "=", "%", "/", ".", "..", ";", "+", "%25", "%3F", "%2E", "%2f", "%75tm_source", "utm_source", "spm", "7", "5", "a", "B", " ", "新", "\ud83d", "\\", "\u0001").ListOf().Select(string.Concat);

    [Fact]
    public void Reading_an_address_again_changes_nothing() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(Gen.Zip(Pieced, Pieced).ToArbitrary(), static parts => ReadingAgainChangesNothing(parts.Item1, parts.Item2)));

    [Fact]
    public void Reading_any_text_as_an_address_again_changes_nothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>, NonNull<string>>(static (path, query) => ReadingAgainChangesNothing(path.Get, query.Get)));

    private static void ReadingAgainChangesNothing(string path, string query)
    {
        if (DocumentAddress.TryCreate($"https://news.example/{path}?{query}", null, out var once))
        {
            Assert.True(DocumentAddress.TryCreate(once.ToString(), null, out var twice));
            Assert.Equal(once.ToString(), twice.ToString());
            Assert.Equal(once.Key, twice.Key);
        }
    }

    private static string Key(string url)
    {
        Assert.True(DocumentAddress.TryCreate(url, null, out var address));
        return address.Key;
    }
}
