using System.Text;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Robustness;

public class HostilePageTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<span class=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p><b>")]
    public void A_page_nested_100_000_deep_is_refused_with_a_message(string tag)
    {
        var page = SamplePage.Html().Replace("<h1>", string.Concat(Enumerable.Repeat(tag, 100_000)) + "<h1>", StringComparison.Ordinal);
        Assert.StartsWith("not an article: its tags nest more than 3000 deep", Reading.Clean(Encoding.UTF8.GetBytes(page), MediaTypes.Html).Failure!.Reason);
    }

    [Fact]
    public void A_page_nested_as_deep_as_is_parsed_is_cleaned()
    {
        var page = SamplePage.Html().Replace("<h1>", string.Concat(Enumerable.Repeat("<div>", 2_900)) + "<h1>", StringComparison.Ordinal);
        Assert.Contains("128.6亿元", Reading.Clean(Encoding.UTF8.GetBytes(page), MediaTypes.Html).Article!.Text);
    }

    [Fact]
    public void Tags_in_scripts_and_comments_do_not_count()
    {
        var tags = string.Concat(Enumerable.Repeat("<div>", 5_000));
        var page = SamplePage.Html().Replace("<h1>", $"<script>var t='{tags}'</script><!--{tags}--><h1>", StringComparison.Ordinal);
        Assert.Equal(SamplePage.Text, Reading.Clean(Encoding.UTF8.GetBytes(page), MediaTypes.Html).Article!.Text);
    }

    [Fact]
    public void A_page_of_20_MB_is_refused_with_a_message()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("huge.html", [.. SamplePage.Bytes(), .. Encoding.ASCII.GetBytes(new string(' ', 20_000_000))]);
        Assert.Equal("too large: more than 10,000,000 bytes, at most 10,000,000 are read as one document; no article page is that large: save the article alone", Assert.Single(Reading.Of(path)).Failure!.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><title>示例</title></head><body><div id=\"app\"></div><script>render()</script></body></html>")]
    [InlineData("<html><head><title>页面不存在</title></head><body><p>您访问的页面不存在，请返回首页，或使用搜索功能继续浏览其他内容，谢谢您的理解和支持。</p></body></html>")]
    public void Pages_without_an_article_say_why(string html)
    {
        var failure = Reading.Clean(Encoding.UTF8.GetBytes(html), MediaTypes.Html).Failure!;
        Assert.NotEmpty(failure.Reason);
    }

    [Fact]
    public void A_list_of_headlines_is_no_article()
    {
        var items = string.Concat(Enumerable.Range(1, 60).Select(i => $"<li><a href=\"/{i}\">远山科技公布第{i}批产品的出货数据</a></li>"));
        var result = Reading.Clean(Encoding.UTF8.GetBytes($"<html><head><title>示例新闻网</title></head><body><ul>{items}</ul><p>示例新闻网是一个并不存在的网站，本页只用来测试。</p></body></html>"), MediaTypes.Html);
        Assert.StartsWith("not an article: ", result.Failure!.Reason);
    }
}
