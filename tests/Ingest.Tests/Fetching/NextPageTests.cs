using System.Text;
using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Tests.Support;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Ingest.Tests.Fetching;

/// <summary>Articles of several pages: which link continues one, and how the pages become one article.</summary>
public class NextPageTests
{
    [Theory]
    [InlineData("https://example.org/a/ID.html", "<a href='ID_2.html'>2</a>", "https://example.org/a/ID_2.html")]
    [InlineData("https://example.org/a/ID.html", "<a href=\"/a/ID_1.html\">2</a><a href=\"/a/ID_2.html\">3</a>", "https://example.org/a/ID_1.html")]
    [InlineData("https://example.org/a/ID_2.html", "<a href=/a/ID_3.html>3</a>", "https://example.org/a/ID_3.html")]
    [InlineData("https://example.org/n1/2019/0615/c1013-31163045.html", "<a href=\"/n1/2019/0615/c1013-31163045-2.html\">【2】</a>", "https://example.org/n1/2019/0615/c1013-31163045-2.html")]
    [InlineData("https://example.org/a/ID.html", "<a href='ID_all.html'>全文</a>", null)]
    [InlineData("https://example.org/a/ID.html", "<a href='OTHER_2.html'>下一篇</a>", null)]
    [InlineData("https://example.org/a/ID.html", "<a href='XID_2.html'>下一页</a>", null)]
    [InlineData("https://example.org/a/2023-02-03.html", "<a href='2023-02-04.html'>后一天</a>", null)]
    [InlineData("https://example.org/a/ID_20.html", "<a href='ID_21.html'>21</a>", null)]
    [InlineData("https://example.org/a/ID_2.html", "<a href='ID.html'>1</a>", null)]
    public void Only_the_next_number_continues_an_article(string url, string html, string? next) =>
        Assert.Equal(next, NextPage.Find(new Uri(url), Encoding.UTF8.GetBytes(html))?.ToString());

    [Fact]
    public async Task The_pages_are_fetched_and_become_one_article()
    {
        await using var site = await LoopbackSite.StartAsync();
        string[] sentences = ["远山科技周三在北京公布，前三季度营业收入为128.6亿元，同比增长12.3%，净利润为9.4亿元，与上年同期持平。", "分析人士认为，全年出货量有望超过500万颗，但原材料价格仍是最大的变数，公司对此没有回应。"];
        site.With("/ID.html", context => LoopbackSite.WriteAsync(context, Page(sentences[0], "<a href='/ID_2.html'>2</a>"), "text/html; charset=utf-8"));
        site.With("/ID_2.html", context => LoopbackSite.WriteAsync(context, Page(sentences[1], "<a href='/ID.html'>1</a>"), "text/html; charset=utf-8"));
        using var fetcher = new Fetcher(new FetchSettings { AllowPrivateNetworks = true, DelayPerHost = TimeSpan.Zero, RespectRobots = false, Retries = 0 }, TimeProvider.System);
        var token = TestContext.Current.CancellationToken;
        var first = await fetcher.FetchAsync(new FetchRequest(site.Address("/ID.html"), FetchPurpose.Article), token);
        var document = (await WholeArticle.FollowAsync(first, fetcher, token)).ToDocument();

        Assert.Equal(string.Join('\n', sentences), Reading.Cleaner.Clean(document).Article?.Text);
        Assert.Equal(site.Root + "/ID.html", document.Url);
        Assert.Contains(sentences[1], Encoding.UTF8.GetString(document.AllBytes.Span));
    }

    private static string Page(string sentence, string links) =>
        $"<html><head><title>远山科技的三季报_某网</title></head><body><h1>远山科技的三季报</h1><div>2025-10-30 08:15 来源：示例日报</div><div class='c'><p>{sentence}</p><div class='pager'>{links}</div></div></body></html>";
}
