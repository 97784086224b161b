using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Watches;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>What saved queries fire on, for every engine.</summary>
public abstract class WatchSuite : IAsyncLifetime
{
    private IClaimStore claims = null!;
    private IWatchStore watches = null!;

    private protected abstract IClaimStore Open();

    public ValueTask InitializeAsync()
    {
        claims = Open();
        watches = claims.Watches(TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await claims.DisposeAsync();
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes away what the engine kept.</summary>
    private protected abstract void Close();

    [Fact]
    public async Task What_became_of_its_events_is_told_of_each_watch()
    {
        await watches.AddAsync(Watch(WatchEventKind.NewMatch) with { Webhook = new Uri("https://hooks.example/1"), Secret = "k" }, TestContext.Current.CancellationToken);
        Assert.Equal((0, null, null, 0, 0, null), Fate(Assert.Single(await watches.ReadDeliveriesAsync(TestContext.Current.CancellationToken))));

        await Save("甲公司市值为5亿元。", "5亿元", 5e8m, "甲公司");
        await Save("乙公司市值为6亿元。", "6亿元", 6e8m, "乙公司");
        await watches.LookAsync(TestContext.Current.CancellationToken);
        var due = await watches.ReadDueAsync(10, TestContext.Current.CancellationToken);
        await watches.RecordDeliveryAsync(due[0].Event.Key, problem: null, TestContext.Current.CancellationToken);
        await watches.RecordDeliveryAsync(due[1].Event.Key, "answered 500", TestContext.Current.CancellationToken);

        var fate = Assert.Single(await watches.ReadDeliveriesAsync(TestContext.Current.CancellationToken));
        Assert.Equal((2, 1, 0, "answered 500"), (fate.Events, fate.Waiting, fate.GivenUp, fate.Problem));
        Assert.True(fate.LastDelivered >= fate.LastFired);

        for (var attempt = 1; attempt < DeliverySchedule.MaxAttempts; attempt++)
        {
            await watches.RecordDeliveryAsync(due[1].Event.Key, "no answer", TestContext.Current.CancellationToken);
        }

        fate = Assert.Single(await watches.ReadDeliveriesAsync(TestContext.Current.CancellationToken));
        Assert.Equal((0, 1, "no answer"), (fate.Waiting, fate.GivenUp, fate.Problem));

        static (int, DateTimeOffset?, DateTimeOffset?, int, int, string?) Fate(WatchDeliveries watch) => (watch.Events, watch.LastFired, watch.LastDelivered, watch.Waiting, watch.GivenUp, watch.Problem);
    }

    [Fact]
    public async Task A_watch_fires_once_on_each_new_match_and_not_on_what_was_there()
    {
        await Save("甲公司市值为5亿元。", "5亿元", 5e8m, "甲公司");
        await watches.AddAsync(Watch(WatchEventKind.NewMatch), TestContext.Current.CancellationToken);
        Assert.Equal(0, await watches.LookAsync(TestContext.Current.CancellationToken));

        await Save("乙公司市值为6亿元。", "6亿元", 6e8m, "乙公司");
        await Save("丙公司有6人。", "6人", 6, "丙公司", "人", ClaimKind.Count);

        Assert.Equal(1, await watches.LookAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await watches.LookAsync(TestContext.Current.CancellationToken));
        var fired = Assert.Single(await watches.ReadEventsAsync("w1", 10, TestContext.Current.CancellationToken));
        Assert.Contains("乙公司", fired.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_and_a_silent_edit_fire()
    {
        await Save("甲公司市值为5亿元。", "5亿元", 5e8m, "甲公司", url: "https://a.example/1");
        await watches.AddAsync(Watch(WatchEventKind.NewConflict, WatchEventKind.SilentEdit), TestContext.Current.CancellationToken);

        await Save("甲公司市值为9亿元。", "9亿元", 9e8m, "甲公司", url: "https://b.example/2");
        Assert.Equal(1, await watches.LookAsync(TestContext.Current.CancellationToken));
        await Save("甲公司市值为7亿元。", "7亿元", 7e8m, "甲公司", url: "https://a.example/1");
        await watches.LookAsync(TestContext.Current.CancellationToken);

        var fired = await watches.ReadEventsAsync("w1", 10, TestContext.Current.CancellationToken);
        Assert.Equal([WatchEventKind.NewConflict, WatchEventKind.NewConflict, WatchEventKind.SilentEdit], fired.Select(e => e.Kind).Order().Reverse().OrderBy(kind => kind == WatchEventKind.SilentEdit));
        Assert.Contains("5亿元", fired.Single(e => e.Kind == WatchEventKind.SilentEdit).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_delivery_is_due_again_later_and_a_delivered_one_never()
    {
        await watches.AddAsync(Watch(WatchEventKind.NewMatch) with { Webhook = new Uri("https://desk.example/hook"), Secret = "s" }, TestContext.Current.CancellationToken);
        await Save("乙公司市值为6亿元。", "6亿元", 6e8m, "乙公司");
        await watches.LookAsync(TestContext.Current.CancellationToken);
        var (watch, fired) = Assert.Single(await watches.ReadDueAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal("s", watch.Secret);

        await watches.RecordDeliveryAsync(fired.Key, "503", TestContext.Current.CancellationToken);
        Assert.Empty(await watches.ReadDueAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal((1, "503"), (await watches.ReadEventsAsync("w1", 1, TestContext.Current.CancellationToken)) is [var again] ? (again.Attempts, again.Problem!) : default);
        await watches.RecordDeliveryAsync(fired.Key, null, TestContext.Current.CancellationToken);
        Assert.Null((await watches.ReadEventsAsync("w1", 1, TestContext.Current.CancellationToken))[0].Problem);
    }

    [Fact]
    public async Task A_webhook_with_many_events_leaves_room_for_the_others()
    {
        foreach (var (id, host) in new[] { ("w1", "busy"), ("w2", "quiet") })
        {
            await watches.AddAsync(Watch(WatchEventKind.NewMatch) with { Id = id, Filters = id == "w1" ? [] : [new("subject", "丙公司")], Webhook = new Uri($"https://{host}.example/hook"), Secret = "s" }, TestContext.Current.CancellationToken);
        }

        foreach (var (subject, quantity) in new[] { ("甲公司", "5亿元"), ("乙公司", "6亿元"), ("丙公司", "7亿元") })
        {
            await Save($"{subject}市值为{quantity}。", quantity, 5e8m, subject);
        }

        await watches.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["w1", "w2"], (await watches.ReadDueAsync(2, TestContext.Current.CancellationToken)).Select(due => due.Watch.Id).Order());
        var all = await watches.ReadDueAsync(10, TestContext.Current.CancellationToken);
        Assert.Equal(4, all.Count);
        Assert.Equal(all.Where(due => due.Watch.Id == "w1").Select(due => due.Event.Key).Order(), all.Where(due => due.Watch.Id == "w1").Select(due => due.Event.Key));
    }

    [Fact]
    public async Task A_watch_that_cannot_be_read_stops_no_other_and_is_named()
    {
        await watches.AddAsync(Watch(WatchEventKind.NewMatch) with { Id = "broken", Filters = [new("min", "3光年")] }, TestContext.Current.CancellationToken);
        await watches.AddAsync(Watch(WatchEventKind.NewMatch), TestContext.Current.CancellationToken);
        await Save("乙公司市值为6亿元。", "6亿元", 6e8m, "乙公司");
        Assert.Contains("watch broken", (await Assert.ThrowsAsync<QueryException>(() => watches.LookAsync(TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Single(await watches.ReadEventsAsync("w1", 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_feed_holds_hostile_text_as_text()
    {
        await watches.AddAsync(Watch(WatchEventKind.NewMatch), TestContext.Current.CancellationToken);
        await Save("<script>alert(1)</script>\u0001公司市值为6亿元。", "6亿元", 6e8m, "<b>公司");
        await watches.LookAsync(TestContext.Current.CancellationToken);
        var feed = WatchFeed.ToAtom((await watches.ListAsync(TestContext.Current.CancellationToken))[0], await watches.ReadEventsAsync("w1", 10, TestContext.Current.CancellationToken), new Uri("https://desk.example/feed"), id => new Uri("https://desk.example/claims/" + id));
        var entry = System.Xml.Linq.XDocument.Parse(feed).Root!.Elements().Single(e => e.Name.LocalName == "entry");
        Assert.Equal("<script>alert(1)</script>公司市值为6亿元。", entry.Elements().Single(e => e.Name.LocalName == "summary").Value);
    }

    private static Watch Watch(params WatchEventKind[] events) => new() { Id = "w1", Name = "市值", Filters = [new("kind", "money")], Events = events, CreatedAt = DateTimeOffset.UnixEpoch };

    private Task<SaveReceipt> Save(string text, string quantity, decimal value, string subject, string unit = "CNY", ClaimKind kind = ClaimKind.Money, string? url = null)
    {
        var article = Some.Article(text, url ?? "file.txt", url, published: "2025-11-01");
        return claims.SaveAsync(new Submission(article, [Some.Claim(article, quantity, value, unit, kind, subject: subject, metric: "市值")]), TestContext.Current.CancellationToken);
    }
}
