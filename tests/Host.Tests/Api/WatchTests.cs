using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Pipeline.Extract.Model;
using Pipeline.Store;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Tests.Api;

/// <summary>GET /api/watches and the feeds.</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    private DeskHost desk = null!;
    private HttpClient client = null!;
    private IWatchStore watches = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskHost.StartAsync();
        client = desk.Client();
        watches = desk.Store.Watches(TimeProvider.System);
        await watches.AddAsync(new Watch { Id = "3f2a9c01b4d7", Name = "<市值>", Filters = [new("kind", "money"), new("subject", "远山汽车,云杉软件")], Events = [WatchEventKind.NewMatch], Webhook = new Uri("https://hooks.example/T0/key"), Secret = "hidden", CreatedAt = DateTimeOffset.UnixEpoch }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task The_list_tells_no_secrets_and_its_filters_can_be_asked()
    {
        var listed = await client.GetJsonAsync("/api/watches");
        var watch = Assert.Single(listed["watches"]!.AsArray())!;
        Assert.Equal("""{"id":"3f2a9c01b4d7","name":"<市值>","events":["new_match"],"has_webhook":true,"feed":"/api/watches/3f2a9c01b4d7/feed.atom","fired":0,"last_fired":null,"last_delivered":null,"waiting":0,"given_up":0,"problem":null}""",
            new JsonObject([.. watch.AsObject().Where(field => field.Key is not ("created_at" or "filters")).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))]).ToJsonString(Pipeline.Store.Exports.StoredClaimJson.Compact));
        Assert.DoesNotContain("hidden", listed.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hooks.example", listed.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["420亿元", "42億元"], (await client.GetJsonAsync("/api/claims?" + watch["filters"])).Claims().Select(claim => (string)claim["text"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_feed_names_each_event_and_leads_to_its_claim()
    {
        const string Path = "/api/watches/3f2a9c01b4d7/feed.atom";
        var saved = DeskArticles.Of("云杉软件市值为4万亿美元。", null, "https://news.example/new", "晨报财经", "2025-11-05",
            ("4万亿美元", claim => claim with { Kind = ClaimKind.Money, Low = 4e12m, High = 4e12m, Unit = "USD", Subject = "云杉软件", Metric = "市值" }));
        await desk.Store.SaveAsync(saved, Token);
        await watches.LookAsync(Token);

        using var response = await client.GetAsync(Path, Token);
        Assert.Equal(("application/atom+xml", "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(Token)).Root!;
        Assert.Equal("<市值>", feed.Element(s_atom + "title")!.Value);
        Assert.Equal(desk.Root + Path, feed.Element(s_atom + "link")!.Attribute("href")!.Value);
        var entry = Assert.Single(feed.Elements(s_atom + "entry"));
        Assert.Equal($"{desk.Root}/#/claim/{saved.Claims[0].Id}", entry.Element(s_atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("云杉软件市值为4万亿美元。", entry.Element(s_atom + "summary")!.Value);

        using var again = new HttpRequestMessage(HttpMethod.Get, Path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Token)).StatusCode);
    }

    [Theory]
    [InlineData("/api/watches/000000000000/feed.atom", 404, "not-found")]
    [InlineData("/api/watches/3f2a9c01b4d7/feed.atom?limit=1", 400, "bad-parameter")]
    [InlineData("/api/watches?kind=money", 400, "bad-parameter")]
    public async Task What_is_not_there_or_makes_no_sense_is_a_problem(string path, int status, string type)
    {
        using var response = await client.GetAsync(path, Token);
        await response.AssertProblemAsync(status, type);
    }

    [Fact]
    public async Task A_watch_is_made_with_the_token_and_removed()
    {
        using var reviewer = desk.Client(DeskHost.Token);
        using var made = await reviewer.PostAsync("/api/watches", new { name = "份额", filters = "q=英伟达&kind=market_share", events = new[] { "new_conflict" }, webhook = "https://hooks.example/T1" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var answer = JsonNode.Parse(await made.Content.ReadAsStringAsync(Token))!;
        Assert.Equal(64, ((string)answer["secret"]!).Length);
        var kept = (await watches.ListAsync(Token)).Single(watch => watch.Id == (string)answer["watch"]!["id"]!);
        Assert.Equal(("份额", WatchEventKind.NewConflict, (string?)answer["secret"]), (kept.Name, Assert.Single(kept.Events), kept.Secret));

        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.DeleteAsync($"/api/watches/{kept.Id}", Token)).StatusCode);
        await (await reviewer.DeleteAsync($"/api/watches/{kept.Id}", Token)).AssertProblemAsync(404, "not-found");
        Assert.Equal("3f2a9c01b4d7", Assert.Single(await watches.ListAsync(Token)).Id);
    }

    [Theory]
    [InlineData("""{"filters":""}""", "filters")]
    [InlineData("""{"filters":"kind=price"}""", "kind")]
    [InlineData("""{"filters":"q=x&limit=5"}""", "limit")]
    [InlineData("""{"filters":"q=x","events":["sometimes"]}""", "events")]
    [InlineData("""{"filters":"q=x","webhook":"file:///etc/passwd"}""", "webhook")]
    [InlineData("""{"filters":"q=x","colour":"red"}""", "colour")]
    [InlineData("""{"filters":5}""", "filters")]
    public async Task A_watch_that_makes_no_sense_is_refused(string body, string parameter)
    {
        using var reviewer = desk.Client(DeskHost.Token);
        using var response = await reviewer.PostAsync("/api/watches", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Token);
        Assert.Equal(parameter, (string?)(await response.AssertProblemAsync(400, "bad-parameter"))["parameter"]);
        Assert.Single(await watches.ListAsync(Token));
    }

    [Fact]
    public async Task Without_the_right_token_no_watch_is_made_or_removed()
    {
        await (await client.PostAsync("/api/watches", new { filters = "q=x" })).AssertProblemAsync(401, "token-missing");
        using var stranger = desk.Client("wrong");
        await (await stranger.DeleteAsync("/api/watches/3f2a9c01b4d7", Token)).AssertProblemAsync(401, "token-wrong");
        Assert.Single(await watches.ListAsync(Token));
    }

    [Fact]
    public async Task A_failed_delivery_stands_in_the_list_and_in_the_status()
    {
        var saved = DeskArticles.Of("云杉软件市值为4万亿美元。", null, "https://news.example/new", "晨报财经", "2025-11-05",
            ("4万亿美元", claim => claim with { Kind = ClaimKind.Money, Low = 4e12m, High = 4e12m, Unit = "USD", Subject = "云杉软件", Metric = "市值" }));
        await desk.Store.SaveAsync(saved, Token);
        await watches.LookAsync(Token);
        await watches.RecordDeliveryAsync((await watches.ReadDueAsync(1, Token))[0].Event.Key, "answered 500", Token);

        var watch = (await client.GetJsonAsync("/api/watches"))["watches"]![0]!;
        Assert.Equal((1, 1, 0, "answered 500"), ((int)watch["fired"]!, (int)watch["waiting"]!, (int)watch["given_up"]!, (string)watch["problem"]!));
        var status = (await client.GetJsonAsync("/api/status"))["watches"]!;
        Assert.Equal("""{"total":1,"waiting":1,"given_up":0,"problem":"answered 500"}""", status.ToJsonString());
    }

    [Fact]
    public async Task The_description_names_the_feeds_media_type()
    {
        var content = (await client.GetJsonAsync("/openapi/v1.json"))["paths"]!["/api/watches/{id}/feed.atom"]!["get"]!["responses"]!["200"]!["content"]!.AsObject();
        Assert.Equal("application/atom+xml", Assert.Single(content).Key);
    }
}
