using System.Diagnostics;
using Pipeline.Ingest.Fetching;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Ingest.Tests.Fetching;

/// <summary>What a host may expect: its robots.txt obeyed, one request at a time, a pause between two, and peace when it asks for it.</summary>
public class PolitenessTests
{
    private static readonly FetchSettings s_settings = new()
    {
        AllowPrivateNetworks = true,
        DelayPerHost = TimeSpan.Zero,
        Retries = 2,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        LongestWait = TimeSpan.FromSeconds(2),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Robots_txt_is_read_once_and_obeyed()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain").With("/open", "x").With("/private/a", "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/open")).Outcome);
        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(fetcher, site, "/private/a")).Outcome);
        Assert.Equal(1, site.RobotsRequests);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_past_robots_txt()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/robots.txt", "User-agent: pipeline\nDisallow: /private", "text/plain").WithRedirect("/open", "/private/a").With("/private/a", "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(fetcher, site, "/open")).Outcome);
        Assert.DoesNotContain(site.Requests, r => r.Path == "/private/a");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_site_without_robots_txt_forbids_nothing(int status)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithStatus("/robots.txt", status).With("/a", "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/a")).Outcome);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_robots_txt_out_of_reach_forbids_everything_for_a_while(int status)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithStatus("/robots.txt", status).With("/a", "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        var result = await FetchAsync(fetcher, site, "/a");
        Assert.Equal(FetchOutcome.Unreachable, result.Outcome);
        Assert.Contains("robots.txt", result.Reason, StringComparison.Ordinal);
        Assert.InRange(result.RetryAfter!.Value, TimeSpan.FromSeconds(1), s_settings.BreakDuration);
        Assert.Empty(site.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_robots_txt_that_never_comes_costs_one_request_and_keeps_no_other_host_waiting()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var other = await LoopbackSite.StartAsync();
        site.With("/robots.txt", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        other.With("/a", "x");
        using var fetcher = new Fetcher(s_settings with { Timeout = TimeSpan.FromSeconds(2), MaxConcurrent = 1 }, TimeProvider.System, (_, _) => Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Loopback]));
        var waiting = Enumerable.Range(0, 5).Select(i => FetchAsync(fetcher, site, $"/{i}")).ToList();
        Assert.True(Ingest.Fetching.Addresses.DocumentAddress.TryCreate(other.Root.Replace("127.0.0.1", "other.example", StringComparison.Ordinal) + "/a", null, out var address));
        // One slot in all: it is free again when the time allowed is over.
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), Token)).Outcome);
        Assert.All(await Task.WhenAll(waiting), result =>
        {
            Assert.Equal(FetchOutcome.Unreachable, result.Outcome);
            Assert.Contains("robots.txt cannot be read: no complete answer within 2 s", result.Reason, StringComparison.Ordinal);
        });
        while (site.RobotsRequests == 0)
        {
            // The server learns last that its caller has gone.
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Equal(1, site.RobotsRequests);
        Assert.Empty(site.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task Of_a_robots_txt_without_end_the_beginning_is_obeyed()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/robots.txt", async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.Body.WriteAsync("User-agent: *\nDisallow: /private\n"u8.ToArray(), context.RequestAborted);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync("# and so on, and so on, and so on\n"u8.ToArray(), context.RequestAborted);
            }
        }).With("/open", "x").With("/private/a", "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(fetcher, site, "/private/a")).Outcome);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/open")).Outcome);
    }

    [Fact(Timeout = 60_000)]
    public async Task Robots_txt_as_it_was_serves_on_while_the_new_one_is_out_of_reach()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain").With("/open", "x").With("/private/a", "x");
        var clock = new SteppedClock();
        using var fetcher = new Fetcher(s_settings, clock);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/open")).Outcome);
        clock.Advance(TimeSpan.FromHours(25));
        site.WithStatus("/robots.txt", 500);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/open")).Outcome);
        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(fetcher, site, "/private/a")).Outcome);
        var asked = site.RobotsRequests;
        Assert.Equal(2 + s_settings.Retries, asked);

        // It is asked for again when the host has been left alone for a while, not for every page.
        site.With("/robots.txt", "", "text/plain");
        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(fetcher, site, "/private/a")).Outcome);
        clock.Advance(s_settings.BreakDuration);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/private/a")).Outcome);
        Assert.Equal(asked + 1, site.RobotsRequests);
    }

    [Fact]
    public async Task Robots_txt_may_redirect()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithRedirect("/robots.txt", "/real-robots.txt").With("/real-robots.txt", "User-agent: *\nDisallow: /a", "text/plain").With("/a", "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(fetcher, site, "/a")).Outcome);
    }

    [Fact]
    public async Task A_host_sees_one_request_at_a_time_with_the_pause_between_two()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Otherwise = context => LoopbackSite.WriteAsync(context, "x");
        var pause = TimeSpan.FromMilliseconds(40);
        using var fetcher = new Fetcher(s_settings with { DelayPerHost = pause, RespectRobots = false }, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => FetchAsync(fetcher, site, $"/{i}")));
        Assert.Equal(1, site.MostUnderWay);
        var ordered = site.Requests.OrderBy(r => r.Started).ToList();
        Assert.Equal(5, ordered.Count);
        // A lower bound only, and a clock's tick of grace: a loaded machine may always be slower.
        Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(Stopwatch.GetElapsedTime(pair.First.Ended, pair.Second.Started) >= pause - TimeSpan.FromMilliseconds(16)));
    }

    [Fact]
    public async Task Crawl_delay_lengthens_the_pause()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/robots.txt", "User-agent: *\nCrawl-delay: 0.1", "text/plain");
        site.Otherwise = context => LoopbackSite.WriteAsync(context, "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        await FetchAsync(fetcher, site, "/1");
        await FetchAsync(fetcher, site, "/2");
        Assert.True(Stopwatch.GetElapsedTime(site.Requests[0].Ended, site.Requests[1].Started) >= TimeSpan.FromMilliseconds(84));
    }

    [Fact]
    public async Task Different_hosts_do_not_wait_for_one_another()
    {
        await using var site = await LoopbackSite.StartAsync();
        var together = new TaskCompletionSource();
        var arrived = 0;
        site.Otherwise = async context =>
        {
            if (Interlocked.Increment(ref arrived) == 2)
            {
                together.SetResult();
            }

            await together.Task;
            await LoopbackSite.WriteAsync(context, "x");
        };
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false }, TimeProvider.System, (_, _) => Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Loopback]));
        var other = new Uri(site.Root.Replace("127.0.0.1", "other.example", StringComparison.Ordinal));
        Assert.True(Ingest.Fetching.Addresses.DocumentAddress.TryCreate(other + "b", null, out var address));
        var results = await Task.WhenAll(FetchAsync(fetcher, site, "/a"), fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), Token));
        Assert.All(results, r => Assert.Equal(FetchOutcome.Fetched, r.Outcome));
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Otherwise = async context =>
        {
            await Task.Yield();
            await LoopbackSite.WriteAsync(context, "x");
        };
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false, MaxConcurrent = 2 }, TimeProvider.System, (_, _) => Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Loopback]));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
        {
            Assert.True(Ingest.Fetching.Addresses.DocumentAddress.TryCreate(site.Root.Replace("127.0.0.1", $"h{i}.example", StringComparison.Ordinal) + "/a", null, out var address));
            return fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), Token);
        }));
        Assert.Equal(12, site.Requests.Count);
        Assert.InRange(site.MostUnderWay, 1, 2);
    }

    [Fact]
    public async Task A_transient_fault_is_tried_again_and_a_permanent_one_is_not()
    {
        await using var site = await LoopbackSite.StartAsync();
        var asked = 0;
        site.With("/flaky", context =>
        {
            if (++asked < 3)
            {
                context.Response.StatusCode = 502;
                return Task.CompletedTask;
            }

            return LoopbackSite.WriteAsync(context, "x");
        }).WithStatus("/gone", 410);
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false }, TimeProvider.System);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/flaky")).Outcome);
        Assert.Equal(FetchOutcome.Missing, (await FetchAsync(fetcher, site, "/gone")).Outcome);
        Assert.Equal(["/flaky", "/flaky", "/flaky", "/gone"], site.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_short_Retry_After_is_sat_out()
    {
        await using var site = await LoopbackSite.StartAsync();
        var asked = 0;
        site.With("/a", context =>
        {
            if (asked++ == 0)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
                return Task.CompletedTask;
            }

            return LoopbackSite.WriteAsync(context, "x");
        });
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false }, TimeProvider.System);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/a")).Outcome);
        Assert.True(Stopwatch.GetElapsedTime(site.Requests[0].Ended, site.Requests[1].Started) >= TimeSpan.FromSeconds(0.98));
    }

    [Fact]
    public async Task A_long_Retry_After_leaves_the_whole_host_alone()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithStatus("/a", 503, ("Retry-After", "3600")).With("/b", "x");
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false }, TimeProvider.System);
        var first = await FetchAsync(fetcher, site, "/a");
        Assert.Equal((FetchOutcome.Throttled, TimeSpan.FromHours(1)), (first.Outcome, first.RetryAfter));
        var second = await FetchAsync(fetcher, site, "/b");
        Assert.Equal(FetchOutcome.Throttled, second.Outcome);
        Assert.InRange(second.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.Equal(["/a"], site.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Otherwise = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false, Retries = 0 }, TimeProvider.System);
        var outcomes = new List<FetchOutcome>();
        for (var i = 0; i < 10; i++)
        {
            outcomes.Add((await FetchAsync(fetcher, site, $"/{i}")).Outcome);
        }

        Assert.Equal([.. Enumerable.Repeat(FetchOutcome.ServerError, 6), .. Enumerable.Repeat(FetchOutcome.Throttled, 4)], outcomes);
        Assert.Equal(6, site.Requests.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_that_answers_again_is_asked_again()
    {
        await using var site = await LoopbackSite.StartAsync();
        var mended = false;
        site.Otherwise = context =>
        {
            context.Response.StatusCode = mended ? 200 : 500;
            return Task.CompletedTask;
        };
        var clock = new SteppedClock();
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false, Retries = 0 }, clock);
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(FetchOutcome.ServerError, (await FetchAsync(fetcher, site, $"/{i}")).Outcome);
        }

        var (first, second) = ((await FetchAsync(fetcher, site, "/a")).RetryAfter!.Value, TimeSpan.Zero);
        clock.Advance(first);
        // One request probes; it fails, and the next break is twice as long.
        Assert.Equal(FetchOutcome.ServerError, (await FetchAsync(fetcher, site, "/b")).Outcome);
        second = (await FetchAsync(fetcher, site, "/c")).RetryAfter!.Value;
        Assert.Equal((s_settings.BreakDuration, s_settings.BreakDuration * 2), (first, second));
        mended = true;
        clock.Advance(second);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/d")).Outcome);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/e")).Outcome);
        Assert.Equal(["/0", "/1", "/2", "/3", "/4", "/5", "/b", "/d", "/e"], site.Requests.Select(r => r.Path));
    }

    [Theory]
    [InlineData("999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task No_host_can_ask_to_be_left_alone_for_more_than_a_day(string retryAfter)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithStatus("/a", 503, ("Retry-After", retryAfter));
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false }, TimeProvider.System);
        Assert.Equal(TimeSpan.FromDays(1), (await FetchAsync(fetcher, site, "/a")).RetryAfter);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_that_asks_to_wait_keeps_no_other_host_waiting()
    {
        await using var site = await LoopbackSite.StartAsync();
        var waits = new TaskCompletionSource();
        site.With("/slow", context =>
        {
            waits.TrySetResult();
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "30";
            return Task.CompletedTask;
        }).With("/b", "x");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var fetcher = new Fetcher(s_settings with { RespectRobots = false, MaxConcurrent = 1, LongestWait = TimeSpan.FromMinutes(1) }, TimeProvider.System, (_, _) => Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Loopback]));
        var slow = fetcher.FetchAsync(new FetchRequest(site.Address("/slow"), FetchPurpose.Article), stop.Token);
        await waits.Task;
        Assert.True(Ingest.Fetching.Addresses.DocumentAddress.TryCreate(site.Root.Replace("127.0.0.1", "other.example", StringComparison.Ordinal) + "/b", null, out var other));
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(new FetchRequest(other, FetchPurpose.Article), Token)).Outcome);
        Assert.False(slow.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_clock_that_is_put_back_lengthens_no_pause()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", "x").With("/b", "x");
        var clock = new SteppedClock();
        using var fetcher = new Fetcher(s_settings with { DelayPerHost = TimeSpan.FromSeconds(1), RespectRobots = false }, clock);
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/a")).Outcome);
        clock.PutBack(TimeSpan.FromDays(400));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/b")).Outcome);
    }

    [Fact(Timeout = 60_000)]
    public async Task Robots_txt_is_read_anew_after_a_day_and_when_the_clock_was_put_back()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", "x");
        var clock = new SteppedClock();
        using var fetcher = new Fetcher(s_settings, clock);
        var asked = new List<int>();
        foreach (var step in (Action[])[() => { }, () => clock.Advance(TimeSpan.FromHours(23)), () => clock.Advance(TimeSpan.FromHours(2)), () => clock.PutBack(TimeSpan.FromDays(400))])
        {
            step();
            Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site, "/a")).Outcome);
            asked.Add(site.RobotsRequests);
        }

        Assert.Equal([1, 1, 2, 3], asked);
    }

    private static Task<FetchResult> FetchAsync(Fetcher fetcher, LoopbackSite site, string path) =>
        fetcher.FetchAsync(new FetchRequest(site.Address(path), FetchPurpose.Article), Token);
}
