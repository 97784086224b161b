using System.IO.Compression;
using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Pipeline.Host.Configuration;
using Pipeline.Host.Service;
using Pipeline.Host.Storage;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Feeds;
using Pipeline.Ingest.Fetching;
using Pipeline.Store.Frontier;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>The whole service in this process against a real site: what becomes of each kind of page, of edits, and of feeds.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-serve-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Every_page_ends_stored_rejected_or_failed_with_its_reason()
    {
        await using var site = await LoopbackSite.StartAsync();
        var text = GeneratedNews.Page(1);
        site.With("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain")
            .With("/rss.xml", "<rss><channel>" + string.Concat(new[] { "/good", "/moved", "/gone", "/private", "/empty", "/picture", "/moved?utm_source=rss" }.Select(p => $"<item><link>{site.Root}{p}</link></item>")) + "</channel></rss>", "application/rss+xml")
            .With("/good", text, "text/plain")
            .WithRedirect("/moved", "/target")
            .With("/target", GeneratedNews.Page(2), "text/plain")
            .With("/empty", " ", "text/plain")
            .With("/picture", "x", "image/png");
        var pages = await RunAsync(site, async frontier =>
        {
            while (frontier.ReadFeeds().All(f => f.CheckedAt is null) || frontier.ReadStatus(TimeProvider.System.GetUtcNow(), 0).Pages.GetValueOrDefault(PageState.Waiting) > 0)
            {
                await Task.Yield();
            }

            return frontier.ReadStatus(TimeProvider.System.GetUtcNow(), 100);
        });
        Assert.Equal(
            ["/empty Rejected", "/gone Failed", "/picture Failed", "/private Failed"],
            pages.Problems.Select(p => $"{new Uri(p.Url).AbsolutePath} {p.State}").Order(StringComparer.Ordinal));
        Assert.Contains(pages.Problems, p => p.Problem.StartsWith("DisallowedByRobots", StringComparison.Ordinal));
        Assert.Equal((2L, 1L), (pages.Pages[PageState.Stored], pages.Pages[PageState.Alias]));
        Assert.Equal(1, site.Requests.Count(r => r.Path == "/target"));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_too_large_is_left_with_its_reason_and_asked_for_once()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/rss.xml", $"<rss><channel><item><link>{site.Root}/long</link></item><item><link>{site.Root}/bomb</link></item><item><link>{site.Root}/headers</link></item></channel></rss>", "application/rss+xml")
            .With("/long", new string('长', 100_000), "text/plain")
            .With("/bomb", async context =>
            {
                context.Response.ContentType = "text/html";
                context.Response.Headers.ContentEncoding = "br";
                await using var brotli = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
                await brotli.WriteAsync(new byte[5_000_000], context.RequestAborted);
            })
            .WithStatus("/headers", 200, [.. Enumerable.Range(0, 40).Select(i => ($"X-Filler-{i}", new string('a', 4_000)))]);
        using var service = new InProcessService();
        service.Settings = service.Settings with
        {
            Feeds = [InProcessService.Feed(site.Root + "/rss.xml")],
            Fetch = service.Settings.Fetch with { MaxBytes = 200_000, Retries = 2 },
        };
        var status = await service.RunUntilSettledAsync();
        Assert.Equal(
            [
                "/bomb Failed: TooLarge: the body has more than 200,000 bytes (Fetch:MaxBytes)",
                "/headers Failed: TooLarge: the headers have more than 64 kB",
                "/long Failed: TooLarge: the body has more than 200,000 bytes (Fetch:MaxBytes)",
            ],
            status.Problems.Select(p => $"{new Uri(p.Url).AbsolutePath} {p.State}: {p.Problem}").Order(StringComparer.Ordinal));
        Assert.Equal(3, site.Requests.Count(r => r.Path != "/rss.xml"));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edited_article_is_fetched_again_and_kept_as_a_new_version()
    {
        await using var site = await LoopbackSite.StartAsync();
        var edition = 0;
        site.With("/rss.xml", $"<rss><channel><item><link>{site.Root}/a</link></item></channel></rss>", "application/rss+xml")
            .With("/a", context => LoopbackSite.WriteAsync(context, GeneratedNews.Page(1, edition++), "text/plain"));
        await RunAsync(site, async frontier =>
        {
            while (site.Requests.Count(r => r.Path == "/a") < 2 || frontier.ReadDuePages("127.0.0.1", DateTimeOffset.MaxValue, 1).Count > 0)
            {
                await Task.Yield();
            }

            return 0;
        }, new ServiceSettings { RefetchAfter = [TimeSpan.FromMilliseconds(1)] });
        var store = StoreOpening.Open(Settings(site, new()), readOnly: true);
        await using (store)
        {
            Assert.Equal((2L, 2L), ((await store.ReadStatisticsAsync(Token)).Articles, (await store.ReadStatisticsAsync(Token)).Appearances));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task The_probes_say_which_feed_fails()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithStatus("/rss.xml", 404);
        await RunAsync(site, async (frontier, root) =>
        {
            while (frontier.ReadFeeds().All(f => f.CheckedAt is null))
            {
                await Task.Yield();
            }

            using var client = new HttpClient { BaseAddress = new Uri(root) };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Token)).StatusCode);
            var ready = await client.GetFromJsonAsync<JsonElement>("/health/ready", Token);
            Assert.Equal("degraded", ready.GetProperty("status").GetString());
            Assert.Equal(("failing", site.Root + "/rss.xml"), (ready.GetProperty("feeds")[0].GetProperty("state").GetString(), ready.GetProperty("feeds")[0].GetProperty("url").GetString()));
            return 0;
        }, new ServiceSettings());
    }

    private Task<T> RunAsync<T>(LoopbackSite site, Func<IFrontier, Task<T>> act, ServiceSettings? service = null) => RunAsync(site, (frontier, _) => act(frontier), service ?? new ServiceSettings { RefetchAfter = [] });

    private async Task<T> RunAsync<T>(LoopbackSite site, Func<IFrontier, string, Task<T>> act, ServiceSettings service)
    {
        var settings = Settings(site, service);
        var store = StoreOpening.Open(settings, readOnly: false);
        await using (store)
        {
            await using var application = ServiceHost.Build(settings, new ConfigurationBuilder().AddInMemoryCollection().Build(), store, forPeople: false);
            await application.StartAsync(Token);
            try
            {
                return await act(store.Frontier, application.Urls.Single());
            }
            finally
            {
                await application.StopAsync(CancellationToken.None);
            }
        }
    }

    private PipelineSettings Settings(LoopbackSite site, ServiceSettings service)
    {
        Assert.True(DocumentAddress.TryCreate(site.Root + "/rss.xml", null, out var feed));
        return new PipelineSettings
        {
            Store = new StoreSettings { Db = Path.Combine(_folder, "claims.db") },
            Feeds = [new FeedSettings(feed, FeedKind.Rss, TimeSpan.FromHours(1), null, TimeSpan.FromDays(1))],
            Fetch = new FetchSettings { AllowPrivateNetworks = true, DelayPerHost = TimeSpan.Zero },
            Service = service,
            Web = new WebSettings { Urls = ["http://127.0.0.1:0"] },
        };
    }
}
