using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Pipeline.Extract.Model;
using Pipeline.Host.Configuration;
using Pipeline.Host.Service;
using Pipeline.Host.Storage;
using Pipeline.Host.Tests.Api;
using Pipeline.Ingest.Fetching;
using Pipeline.Store;
using Pipeline.Store.Articles;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Tests.Service;

/// <summary>The whole service with a store of its own, and receivers on loopback.</summary>
public sealed class WatchDeliveryTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-desk";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-watch-").FullName;
    private readonly ShiftedClock _clock = new();
    private WebhookReceiver _receiver = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_new_match_is_posted_once_signed_and_as_the_feed_tells_it()
    {
        await RunAsync(async (_, store, watches) =>
        {
            await watches.AddAsync(Watch(WatchEventKind.NewMatch), Token);
            await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
            var first = await _receiver.NextAsync();
            Assert.Equal(("new_match", "6亿元"), (first.Kind, first.ClaimText));
            Assert.Equal("application/json", first.Headers["Content-Type"]);
            Assert.True(first.IsSignedWith(Secret));
            Assert.False(first.IsSignedWith(Secret + "?"));
            Assert.Equal(Assert.Single(await watches.ReadEventsAsync("w1", 10, Token)).Body, first.Body);

            // The second match follows at once: nothing was posted in between.
            await store.SaveAsync(MarketCap("青禾农业", "7亿元", 7e8m), Token);
            Assert.Equal("7亿元", (await _receiver.NextAsync()).ClaimText);
        });
        Assert.Equal(2, _receiver.Posts.Count);
        Assert.Equal(2, _receiver.Posts.Select(post => post.Headers["Pipeline-Event"]).Distinct().Count());
    }

    [Fact(Timeout = 60_000)]
    public Task A_conflict_and_a_silent_edit_are_posted() => RunAsync(async (_, store, watches) =>
    {
        await store.SaveAsync(MarketCap("云杉软件", "5亿元", 5e8m, "https://a.example/1"), Token);
        await watches.AddAsync(Watch(WatchEventKind.NewConflict, WatchEventKind.SilentEdit), Token);
        await store.SaveAsync(MarketCap("云杉软件", "9亿元", 9e8m, "https://b.example/2"), Token);
        var conflict = await _receiver.NextAsync();
        Assert.Equal(("new_conflict", "9亿元"), (conflict.Kind, conflict.ClaimText));
        Assert.Equal("value", (string?)conflict.Json["conflict"]!["reason"]);

        await store.SaveAsync(MarketCap("云杉软件", "7亿元", 7e8m, "https://a.example/1"), Token);
        var posts = new[] { await _receiver.NextAsync(), await _receiver.NextAsync() };
        Assert.Equal([("new_conflict", "7亿元"), ("silent_edit", "5亿元")], posts.Select(post => (post.Kind, post.ClaimText)).Order());
    });

    [Fact(Timeout = 60_000)]
    public Task A_receiver_that_fails_is_tried_again_when_the_schedule_says_so() => RunAsync(async (_, store, watches) =>
    {
        _receiver.Answer = context =>
        {
            context.Response.StatusCode = _receiver.Posts.Count == 1 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        await watches.AddAsync(Watch(WatchEventKind.NewMatch), Token);
        await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
        var first = await _receiver.NextAsync();
        Assert.Equal("status 503", (await TriedAsync(watches, 1)).Problem);
        Assert.Single(_receiver.Posts);

        _clock.PutForward(DeliverySchedule.After(1)!.Value);
        var second = await _receiver.NextAsync();
        Assert.Equal((first.Body, first.Headers["Pipeline-Event"]), (second.Body, second.Headers["Pipeline-Event"]));
        Assert.NotEqual(first.Headers["Pipeline-Signature"], second.Headers["Pipeline-Signature"]);
        Assert.True(second.IsSignedWith(Secret));
        Assert.Null((await TriedAsync(watches, 2)).Problem);
        Assert.Empty(await watches.ReadDueAsync(10, Token));
    });

    [Fact(Timeout = 60_000)]
    public async Task A_restarted_service_posts_what_came_meanwhile_and_nothing_again()
    {
        await RunAsync(async (_, store, watches) =>
        {
            await watches.AddAsync(Watch(WatchEventKind.NewMatch), Token);
            await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
            await _receiver.NextAsync();
        });
        await OnStoreAsync(store => store.SaveAsync(MarketCap("青禾农业", "7亿元", 7e8m), Token));
        await RunAsync(async (_, _, _) => Assert.Equal("7亿元", (await _receiver.NextAsync()).ClaimText));
        Assert.Equal(2, _receiver.Posts.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_killed_service_fires_nothing_again()
    {
        _receiver.Site.WithStatus("/rss.xml", StatusCodes.Status404NotFound);
        var config = ServeProcess.Configure(_folder, _receiver.Site.Root + "/rss.xml");
        await OnStoreAsync(async store =>
        {
            await store.Watches(TimeProvider.System).AddAsync(Watch(WatchEventKind.NewMatch), Token);
            return await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
        });
        Assert.Equal(137, await ServeUntilDeliveredAsync(config, service => service.Kill()));
        await OnStoreAsync(store => store.SaveAsync(MarketCap("青禾农业", "7亿元", 7e8m), Token));
        Assert.Equal(0, await ServeUntilDeliveredAsync(config, service => service.Terminate()));
        Assert.Equal(["6亿元", "7亿元"], _receiver.Posts.Select(post => post.ClaimText));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_receiver_that_does_not_answer_holds_up_no_other()
    {
        await using var slow = await WebhookReceiver.StartAsync();
        var answer = new TaskCompletionSource();
        slow.Answer = _ => answer.Task;
        await RunAsync(async (_, store, watches) =>
        {
            await watches.AddAsync(Watch(WatchEventKind.NewMatch) with { Id = "slow", Webhook = slow.Address }, Token);
            await watches.AddAsync(Watch(WatchEventKind.NewMatch), Token);
            await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
            await slow.NextAsync();
            await _receiver.NextAsync();
            answer.SetResult();
        });
    }

    [Fact(Timeout = 60_000)]
    public async Task A_post_under_way_when_the_service_stops_is_let_finish()
    {
        var answer = new TaskCompletionSource();
        _receiver.Answer = _ => answer.Task;
        await RunAsync(async (application, store, watches) =>
        {
            await watches.AddAsync(Watch(WatchEventKind.NewMatch), Token);
            await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
            await _receiver.NextAsync();
            application.Lifetime.ApplicationStopping.Register(answer.SetResult);
        });
        await OnStoreAsync(async store => Assert.Equal((1, null), (await TriedAsync(store.Watches(TimeProvider.System), 1)) is var tried ? (tried.Attempts, tried.Problem) : default));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_address_inside_the_network_is_refused_unless_allowed()
    {
        await RunAsync(
            async (_, store, watches) =>
            {
                await watches.AddAsync(Watch(WatchEventKind.NewMatch), Token);
                await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
                Assert.Contains("Fetch:AllowPrivateNetworks", (await TriedAsync(watches, 1)).Problem, StringComparison.Ordinal);
            },
            allowPrivateNetworks: false);
        Assert.Empty(_receiver.Posts);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_redirect_is_not_followed()
    {
        _receiver.Site.WithRedirect("/moved", "/hook", 307);
        await RunAsync(async (_, store, watches) =>
        {
            await watches.AddAsync(Watch(WatchEventKind.NewMatch) with { Webhook = new Uri(_receiver.Site.Root + "/moved") }, Token);
            await store.SaveAsync(MarketCap("云杉软件", "6亿元", 6e8m), Token);
            Assert.Equal("status 307: redirects are not followed", (await TriedAsync(watches, 1)).Problem);
        });
        Assert.Empty(_receiver.Posts);
    }

    private Watch Watch(params WatchEventKind[] events) => new()
    {
        Id = "w1",
        Name = "市值",
        Filters = [new("kind", "money")],
        Events = events,
        Webhook = _receiver.Address,
        Secret = Secret,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static Submission MarketCap(string subject, string quantity, decimal value, string? url = null) => DeskArticles.Of(
        $"{subject}市值为{quantity}。", null, url ?? $"https://news.example/{quantity}", "晨报财经", "2025-11-01",
        (quantity, claim => claim with { Kind = ClaimKind.Money, Low = value, High = value, Unit = "CNY", Subject = subject, Metric = "市值", MetricId = "market_cap" }));

    /// <summary>The only event, once it was tried so often.</summary>
    private static async Task<WatchEvent> TriedAsync(IWatchStore watches, int attempts)
    {
        while (true)
        {
            Token.ThrowIfCancellationRequested();
            if (await watches.ReadEventsAsync("w1", 10, Token) is [var fired] && fired.Attempts >= attempts)
            {
                return fired;
            }

            await Task.Yield();
        }
    }

    private static async Task<int> ServeUntilDeliveredAsync(string config, Action<ServeProcess> end)
    {
        await using var service = ServeProcess.Start(config, ("Service__WatchEvery", "00:00:00.050"));
        var delivered = 0;
        await foreach (var line in service.ReadLogAsync())
        {
            if (line.EventId == 61 && ++delivered == 1)
            {
                end(service);
            }
        }

        return await service.WaitForExitAsync();
    }

    private async Task OnStoreAsync<T>(Func<IClaimStore, Task<T>> act)
    {
        await using var store = StoreOpening.Open(Settings(allowPrivateNetworks: true), readOnly: false);
        await act(store);
    }

    private Task OnStoreAsync(Func<IClaimStore, Task> act) => OnStoreAsync(async store =>
    {
        await act(store);
        return 0;
    });

    private async Task RunAsync(Func<WebApplication, IClaimStore, IWatchStore, Task> act, bool allowPrivateNetworks = true)
    {
        var settings = Settings(allowPrivateNetworks);
        var store = StoreOpening.Open(settings, readOnly: false);
        await using (store)
        {
            await using var application = ServiceHost.Build(settings, new ConfigurationBuilder().AddInMemoryCollection().Build(), store, forPeople: false, _clock);
            await application.StartAsync(Token);
            try
            {
                await act(application, store, store.Watches(_clock));
            }
            finally
            {
                await application.StopAsync(CancellationToken.None);
            }
        }
    }

    private PipelineSettings Settings(bool allowPrivateNetworks) => new()
    {
        Store = new StoreSettings { Db = Path.Combine(_folder, "claims.db") },
        Fetch = new FetchSettings { AllowPrivateNetworks = allowPrivateNetworks },
        Service = new ServiceSettings { WatchEvery = TimeSpan.FromMilliseconds(10) },
        Web = new WebSettings { Urls = ["http://127.0.0.1:0"] },
    };
}
