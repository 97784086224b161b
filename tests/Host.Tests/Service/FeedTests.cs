using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pipeline.Ingest.Fetching.Feeds;
using Pipeline.Store.Frontier;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>What the service makes of each kind of feed, and of feeds that misbehave.</summary>
public class FeedTests
{
    [Fact(Timeout = 60_000)]
    public async Task Whichever_of_a_redirect_and_its_target_a_feed_names_first_the_target_is_fetched_once()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/rss.xml", Rss(site, "/moved", "/target", "/other", "/alias"), "application/rss+xml")
            .WithRedirect("/moved", "/target").With("/target", GeneratedNews.Page(1), "text/plain")
            .WithRedirect("/alias", "/other").With("/other", GeneratedNews.Page(2), "text/plain");
        using var service = new InProcessService();
        service.Settings = service.Settings with { Feeds = [InProcessService.Feed(site.Root + "/rss.xml")] };
        var status = await service.RunUntilSettledAsync();
        Assert.Equal((2L, 2L), (status.Pages[PageState.Stored], status.Pages[PageState.Alias]));
        Assert.Equal(["/alias", "/moved", "/other", "/target"], site.Requests.Select(r => r.Path).Where(p => p != "/rss.xml").Order(StringComparer.Ordinal));
        Assert.Empty(status.Problems);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_sitemap_index_is_read_down_to_its_news_and_what_is_old_is_left()
    {
        await using var site = await LoopbackSite.StartAsync();
        static string Day(int ago) => TimeProvider.System.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        site.With("/sitemap.xml", $"""
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <sitemap><loc>{site.Root}/news.xml.gz</loc><lastmod>{Day(0)}</lastmod></sitemap>
              <sitemap><loc>{site.Root}/archive.xml</loc><lastmod>{Day(90)}</lastmod></sitemap>
            </sitemapindex>
            """, "application/xml");
        var news = Gzip($"""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>{site.Root}/new</loc><news:news><news:publication_date>{Day(1)}</news:publication_date></news:news></url>
              <url><loc>{site.Root}/old</loc><news:news><news:publication_date>{Day(9)}</news:publication_date></news:news></url>
              <url><loc>{site.Root}/undated</loc></url>
            </urlset>
            """);
        site.With("/news.xml.gz", async context =>
        {
            context.Response.ContentType = "application/x-gzip";
            await context.Response.Body.WriteAsync(news, context.RequestAborted);
        }).With("/new", GeneratedNews.Page(1), "text/plain").With("/undated", GeneratedNews.Page(2), "text/plain");
        using var service = new InProcessService();
        service.Settings = service.Settings with { Feeds = [InProcessService.Feed(site.Root + "/sitemap.xml", FeedKind.Sitemap, maxAge: TimeSpan.FromDays(7))] };
        var status = await service.RunUntilSettledAsync();
        Assert.Equal(2, status.Pages[PageState.Stored]);
        Assert.Equal(["/new", "/news.xml.gz", "/sitemap.xml", "/undated"], site.Requests.Select(r => r.Path).Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_list_page_gives_the_articles_of_its_pattern()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/channel/", "<!doctype html><ul><li><a href=\"/article/1.html\">一</a></li><li><a href=\"/about.html\">关于</a></li></ul>")
            .With("/article/1.html", GeneratedNews.Page(1), "text/plain");
        using var service = new InProcessService();
        service.Settings = service.Settings with { Feeds = [InProcessService.Feed(site.Root + "/channel/", FeedKind.List, links: "*/article/*.html")] };
        Assert.Equal(1, (await service.RunUntilSettledAsync()).Pages[PageState.Stored]);
        Assert.Equal(["/channel/", "/article/1.html"], site.Requests.Select(r => r.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task Feeds_and_articles_are_asked_for_again_on_condition()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/rss.xml", context => Conditional(context, "\"feed\"", Rss(site, "/a"), "application/rss+xml"))
            .With("/a", context => Conditional(context, "\"page\"", GeneratedNews.Page(1), "text/plain"));
        using var service = new InProcessService();
        service.Settings = service.Settings with
        {
            Feeds = [InProcessService.Feed(site.Root + "/rss.xml", every: TimeSpan.FromMilliseconds(1))],
            Service = new() { RefetchAfter = [TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1)] },
        };
        await service.RunAsync(async (frontier, _) =>
        {
            await InProcessService.UntilAsync(() => site.Requests.Count(r => r.Path == "/a") == 2 && site.Requests.Count(r => r.Path == "/rss.xml") >= 2 && frontier.ReadDuePages("127.0.0.1", TimeProvider.System.GetUtcNow(), 1).Count == 0);
            Assert.All(frontier.ReadFeeds(), feed => Assert.Null(feed.Problem));
            return 0;
        });
        Assert.Equal([null, "\"page\""], site.Requests.Where(r => r.Path == "/a").Select(r => r.Headers.GetValueOrDefault("If-None-Match")));
        Assert.Equal([null, "\"feed\""], site.Requests.Where(r => r.Path == "/rss.xml").Take(2).Select(r => r.Headers.GetValueOrDefault("If-None-Match")));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_feed_that_never_answers_delays_no_other()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var hanging = await LoopbackSite.StartAsync();
        var isAsked = false;
        hanging.With("/rss.xml", context =>
        {
            Volatile.Write(ref isAsked, true);
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        site.With("/rss.xml", Rss(site), "application/rss+xml");
        using var service = new InProcessService();
        // The host of the hanging feed is another: politeness counts by host.
        var slow = hanging.Root.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/rss.xml";
        service.Settings = service.Settings with { Feeds = [InProcessService.Feed(slow), InProcessService.Feed(site.Root + "/rss.xml", every: TimeSpan.FromMilliseconds(1))] };
        await service.RunAsync(async (_, _) =>
        {
            await InProcessService.UntilAsync(() => site.Requests.Count >= 3 && Volatile.Read(ref isAsked));
            Assert.Empty(hanging.Requests);
            return 0;
        });

        // The site notes a request when it ends, here some time after the service has hung up.
        await InProcessService.UntilAsync(() => hanging.Requests.Count > 0);
        Assert.Single(hanging.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task Readiness_names_the_feed_that_went_silent()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/rss.xml", Rss(site), "application/rss+xml");
        var clock = new ShiftedClock();
        using var service = new InProcessService { Clock = clock };
        service.Settings = service.Settings with { Feeds = [InProcessService.Feed(site.Root + "/rss.xml")] };
        var ready = await service.RunAsync(async (frontier, root) =>
        {
            await InProcessService.UntilAsync(() => frontier.ReadFeeds()[0].CheckedAt is not null);
            clock.PutForward(TimeSpan.FromDays(2));
            using var client = new HttpClient { BaseAddress = new Uri(root) };
            return await client.GetFromJsonAsync<JsonElement>("/health/ready", TestContext.Current.CancellationToken);
        });
        Assert.Equal(("degraded", "silent", site.Root + "/rss.xml"), (ready.GetProperty("status").GetString(), ready.GetProperty("feeds")[0].GetProperty("state").GetString(), ready.GetProperty("feeds")[0].GetProperty("url").GetString()));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_whose_crawl_delay_is_longer_than_anyone_waits_costs_its_pages_no_attempt()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/robots.txt", "User-agent: *\nCrawl-delay: 99999999999999", "text/plain")
            .With("/rss.xml", Rss(site, "/a", "/b"), "application/rss+xml");
        using var service = new InProcessService();
        service.Settings = service.Settings with { Feeds = [InProcessService.Feed(site.Root + "/rss.xml")] };
        await service.RunAsync(async (frontier, _) =>
        {
            // The pages are there, and the host is left alone.
            await InProcessService.UntilAsync(() => frontier.ReadFeeds()[0].Found == 2 && frontier.ReadDueHosts(TimeProvider.System.GetUtcNow()).Count == 0);
            Assert.All(frontier.ReadDuePages("127.0.0.1", DateTimeOffset.MaxValue, 9), page => Assert.Equal(0, page.Attempts));
            Assert.Equal(2, frontier.ReadDuePages("127.0.0.1", TimeProvider.System.GetUtcNow(), 9).Count);
            return 0;
        });
        Assert.Equal(["/rss.xml"], site.Requests.Select(r => r.Path));
    }

    private static string Rss(LoopbackSite site, params string[] paths) =>
        "<rss><channel>" + string.Concat(paths.Select(path => $"<item><link>{site.Root}{path}</link></item>")) + "</channel></rss>";

    private static Task Conditional(Microsoft.AspNetCore.Http.HttpContext context, string tag, string body, string mediaType)
    {
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        return LoopbackSite.WriteAsync(context, body, mediaType);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
