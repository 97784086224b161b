using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Cleaning;

/// <summary>Pages whose body is written by a script, with the article in the page's own data.</summary>
public class EmbeddedBodyTests
{
    private const string Headline = "远山科技前三季度营收增长12.3%";

    private static readonly string[] Sentences = SamplePage.Text.Split('\n');

    private static readonly string Markup = string.Concat(Sentences.Select(s => $"<p>{s}</p>"));

    public static TheoryData<string, string> Pages() => new()
    {
        { "html-escaped", $"<script>var BASE_DATA = {{articleInfo: {{content: '{WebUtility.HtmlEncode(Markup)}', subInfo: {{source: '示例日报', time: '2023-02-03 10:11:12'}}}}}}</script>" },
        { "unicode-escaped and quoted", $"<script>var BASE_DATA = {{articleInfo: {{content: '&quot;{Markup.Replace("<", "\\u003C", StringComparison.Ordinal)}&quot;'.slice(6, -6), subInfo: {{source: '示例日报', time: '2023-02-03 10:11:12'}}}}}}</script>" },
        { "json", $"<script>window.__INITIAL_STATE__={Json(new { content = Markup, source = "示例日报", publishTime = "2023-02-03 10:11:12" })}</script>" },
        { "json as an address", $"<script id='RENDER_DATA' type='application/json'>{Uri.EscapeDataString(Json(new { content = Markup, source = "示例日报", publishTime = "2023-02-03 10:11:12" }))}</script>" },
        { "in parts", $"<script>var allData = {Json(new { newsTime = "2023-02-03 10:11:12", source = "示例日报", contentList = Sentences.Select(s => new { data = $"<p>{s}</p>", type = "text" }) })};</script>" },
        { "json-ld", $"<script type='application/ld+json'>{Json(new Dictionary<string, object> { ["@type"] = "NewsArticle", ["articleBody"] = SamplePage.Text, ["datePublished"] = "2023-02-03T10:11:12+08:00", ["publisher"] = new { name = "示例日报" } })}</script>" },
        { "huanqiu's textareas", $"<a href='https://www.huanqiu.com/'>首页</a><textarea class='article-time'>1675390272000</textarea><textarea class='article-source-name'>&lt;a&gt;示例日报&lt;/a&gt;</textarea><textarea class='article-content'>{WebUtility.HtmlEncode(Markup)}</textarea>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_body_is_read_out_of_the_data(string kind, string data)
    {
        var article = Reading.Clean(Encoding.UTF8.GetBytes(Page(data)), MediaTypes.Html).Article;
        Assert.True(article is not null, kind);
        Assert.Equal((SamplePage.Text, Headline, "示例日报", "2023-02-03T10:11:12+08:00"), (article.Text, article.Title, article.Publisher, article.PublishedAt?.ToString()));
    }

    [Fact]
    public void A_lists_data_is_no_article()
    {
        var list = Json(Enumerable.Range(1, 5).Select(i => new { content = $"<p>第{i}款新品周三发布，售价{i}999元，预计年内出货十万台，公司对前景表示乐观，市场反应平稳，投资者观望。</p>" }));
        Assert.Null(Reading.Clean(Encoding.UTF8.GetBytes(Page($"<script>window.list={list}</script>")), MediaTypes.Html).Article);
    }

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static string Page(string data) => $"<!doctype html><html><head><meta charset=\"utf-8\"><title>{Headline}</title></head><body><div id='app'></div>{data}<div><p>关于我们 | 联系方式</p><p>本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。页面更新于2024-05-06 07:08</p><p>Copyright 2001-2024 某网 版权所有 京ICP备12345678号</p></div></body></html>";
}
