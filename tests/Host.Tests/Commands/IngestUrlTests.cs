using System.Text;
using Pipeline.Host.Tests.CommandLine;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Commands;

/// <summary><c>ingest URL</c> in the real program against a real site.</summary>
public sealed class IngestUrlTests : IDisposable
{
    private const string Front = "<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>首页</title></head><body><ul>{0}</ul></body></html>";
    private readonly PipelineProcess _pipeline = new();

    public void Dispose() => _pipeline.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task An_article_is_fetched_and_stored_and_known_the_second_time()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/2025/1101/a.html", Article("", "华星电子公布，第三季度营收达到12.5亿元，同比增长8%。"));
        var first = Ingest(site.Root + "/2025/1101/a.html?utm_source=mail");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains($"stored: {site.Root}/2025/1101/a.html: 2 claims", first.Error, StringComparison.Ordinal);
        Assert.Equal(["12.5亿元", "8%"], first.OutputLines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()));
        Assert.All(first.OutputLines, line => Assert.Contains($"\"url\":\"{site.Root}/2025/1101/a.html\"", line, StringComparison.Ordinal));
        Assert.Contains("already known", Ingest(site.Root + "/2025/1101/a.html").Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_page_that_claims_another_charset_than_it_has_is_read_by_its_bytes()
    {
        await using var site = await LoopbackSite.StartAsync();
        var page = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Article("", "华星电子公布，第三季度营收达到12.5亿元。").Replace("charset=\"utf-8\"", "charset=\"big5\"", StringComparison.Ordinal));
        site.With("/2025/1101/a.html", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.Body.WriteAsync(page, context.RequestAborted);
        });
        Assert.Contains("\"sentence\":\"华星电子公布，第三季度营收达到12.5亿元。\"", Assert.Single(Ingest(site.Root + "/2025/1101/a.html").OutputLines), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_article_of_several_pages_is_one_article()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/2025/1101/a.html", Article("<a href=\"/2025/1101/a_2.html\">2</a>", "华星电子公布，第三季度营收达到12.5亿元。"))
            .With("/2025/1101/a_2.html", Article("<a href=\"/2025/1101/a.html\">1</a>", "公司全年计划招聘800人。"));
        var result = Ingest(site.Root + "/2025/1101/a.html");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(["12.5亿元", "800人"], result.OutputLines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()));
        Assert.Contains("1 input: 1 stored", result.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_redirect_is_followed_to_the_article()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithRedirect("/short", "/2025/1101/a.html", 301).With("/2025/1101/a.html", Article("", "华星电子公布，第三季度营收达到12.5亿元。"));
        var result = Ingest(site.Root + "/short");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains($"\"url\":\"{site.Root}/2025/1101/a.html\"", Assert.Single(result.OutputLines), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_gives_no_article_is_told_with_its_reason_and_the_rest_is_stored()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/robots.txt", "User-agent: pipeline\nDisallow: /private/", "text/plain")
            .With("/", Front.Replace("{0}", string.Concat(Enumerable.Range(0, 40).Select(i => $"<li><a href=\"/2025/1101/{i}.html\">第{i}条新闻的标题</a></li>")), StringComparison.Ordinal))
            .With("/private/a.html", Article("", "不应读到。"))
            .With("/picture.jpg", "x", "image/jpeg")
            .With("/2025/1101/a.html", Article("", "华星电子公布，第三季度营收达到12.5亿元。"));
        var result = Ingest(site.Root + "/", site.Root + "/private/a.html", site.Root + "/gone.html", site.Root + "/picture.jpg", site.Root + "/2025/1101/a.html");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"failed: {site.Root}/: not an article", result.Error, StringComparison.Ordinal);
        Assert.Contains($"failed: {site.Root}/private/a.html: DisallowedByRobots: the site's robots.txt forbids it", result.Error, StringComparison.Ordinal);
        Assert.Contains($"failed: {site.Root}/gone.html: Missing: HTTP 404", result.Error, StringComparison.Ordinal);
        Assert.Contains($"failed: {site.Root}/picture.jpg: WrongMediaType: 'image/jpeg' is no page of text", result.Error, StringComparison.Ordinal);
        Assert.Contains("5 inputs: 1 stored, 0 already known, 4 failed", result.Error, StringComparison.Ordinal);
        Assert.Single(result.OutputLines);
        Assert.DoesNotContain(site.Requests, r => r.Path == "/private/a.html");
    }

    [Fact(Timeout = 60_000)]
    public async Task An_address_inside_the_network_is_refused_and_the_option_named()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/2025/1101/a.html", Article("", "不应读到。"));
        var result = _pipeline.Run("ingest", site.Root + "/2025/1101/a.html", "--format", "jsonl");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("AddressRefused: 127.0.0.1 is 127.0.0.1, no address of the public internet (Fetch:AllowPrivateNetworks allows it)", result.Error, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
        Assert.Equal(0, site.RobotsRequests);
    }

    private PipelineProcess.Result Ingest(params string[] urls)
    {
        var config = _pipeline.File("pipeline.json", """{ "Fetch": { "AllowPrivateNetworks": true, "DelayPerHost": "00:00:00" } }""");
        return _pipeline.Run(["ingest", .. urls, "--config", config, "--format", "jsonl"]);
    }

    private static string Article(string pages, string sentence) => $"""
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>华星电子公布三季度数据</title></head><body>
        <div class="nav"><a href="/">首页</a> <a href="/news/">新闻</a></div>
        <div class="article"><h1>华星电子公布三季度数据</h1><div class="info">2025-11-01 08:00 来源：晨间新闻</div>
        <p>{sentence}</p><p>公司管理层没有透露具体的时间表，只说一切按照原来的安排推进，后续消息将另行公布。</p>
        <p>业内人士认为，行业竞争正在从价格转向技术，企业的长期投入会逐渐显现出来，需求的恢复并不均衡。</p></div>
        <div class="pages">{pages}</div><div class="footer">关于我们</div></body></html>
        """;
}
