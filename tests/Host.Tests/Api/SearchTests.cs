using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Extract.Model;
using Pipeline.Store;
using Pipeline.Store.Exports;

namespace Pipeline.Host.Tests.Api;

/// <summary>GET /api/claims, /api/facets and what they refuse.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private DeskHost desk = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskHost.StartAsync();
        client = desk.Client();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_claim_is_the_contracts_record_then_what_the_store_adds()
    {
        var page = await client.GetJsonAsync("/api/claims?q=市值&min=4000000000000&unit=USD");
        var claim = Assert.Single(page.Claims());
        var contract = JsonNode.Parse(JsonSerializer.Serialize(DeskArticles.All.SelectMany(s => s.Claims).Single(c => c.Text == "5萬億美元"), ContractJson.Contract.Claim))!.AsObject();
        foreach (var (name, value) in contract)
        {
            Assert.True(claim.ContainsKey(name), $"'{name}' is missing");
            Assert.Equal(value?.ToJsonString(), claim[name]?.ToJsonString());
        }

        Assert.Equal("輝達失去中國市場", (string?)claim["title"]);
        Assert.Equal("科技週報", (string?)claim["publisher"]);
        Assert.Equal("2025-11-02T09:00:00+08:00", (string?)claim["published_at"]);
        Assert.Equal("current", (string?)claim["standing"]);
        Assert.Null(page["next"]);
    }

    [Theory]
    [InlineData("q=輝達", 4)]
    [InlineData("q=英伟达", 4)]
    [InlineData("q=NVIDIA", 4)]
    [InlineData("kind=money", 4)]
    [InlineData("kind=money&kind=count", 5)]
    [InlineData("kind=money,count", 5)]
    [InlineData("modality=forecast", 1)]
    [InlineData("subject=远山汽车", 5)]
    [InlineData("since=2025-11-02", 5)]
    [InlineData("source=晨报财经", 5)]
    [InlineData("verdict=false", 0)]
    [InlineData("", 10)]
    public async Task Filters_narrow_the_list_and_the_facets_count_the_same(string filters, int wanted)
    {
        Assert.Equal(wanted, (await client.GetJsonAsync("/api/claims?" + filters)).Claims().Count());
        var counts = await client.GetJsonAsync("/api/facets?" + filters);
        Assert.Equal(wanted, (int)counts["total"]!);
        Assert.True((bool)counts["is_complete"]!);
        Assert.Equal(wanted, counts["facets"]!["kind"]!.AsArray().Sum(value => (int)value!["count"]!));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var ids = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await client.GetJsonAsync($"/api/claims?limit=3&cursor={cursor}");
            ids.AddRange(page.Claims().Select(claim => (string)claim["id"]!));
            cursor = (string?)page["next"];
        }

        Assert.Equal(10, ids.Count);
        Assert.Equal(10, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("kind=weight", "kind", "weight", "market_share")]
    [InlineData("verdict=maybe", "verdict", "maybe", "mostly_true")]
    [InlineData("modality=sure", "modality", "sure", "forecast")]
    [InlineData("limit=0", "limit", "0", null)]
    [InlineData("limit=99999", "limit", "99999", null)]
    [InlineData("since=yesterday", "since", "yesterday", null)]
    [InlineData("min=lots", "min", "lots", null)]
    [InlineData("cursor=abc", "cursor", "abc", null)]
    [InlineData("metrics=revenue", "metrics", "revenue", null)]
    [InlineData("min=1%00", "min", "1\0", null)]
    public async Task A_filter_that_makes_no_sense_is_named_with_what_was_found_and_what_is_allowed(string filters, string parameter, string found, string? allowed)
    {
        var problem = await (await client.GetAsync("/api/claims?" + filters, TestContext.Current.CancellationToken)).AssertProblemAsync(400, "bad-parameter");
        Assert.Equal(parameter, (string?)problem["parameter"]);
        Assert.Equal(found, (string?)problem["found"]);
        if (allowed is not null)
        {
            Assert.Contains(allowed, problem["allowed"]!.AsArray().Select(word => (string?)word));
        }
    }

    [Fact]
    public async Task A_search_of_absurd_length_is_refused()
    {
        await (await client.GetAsync("/api/claims?q=" + new string('a', 1001), TestContext.Current.CancellationToken)).AssertProblemAsync(400, "bad-parameter");
        await (await client.GetAsync("/api/claims?" + string.Join('&', Enumerable.Repeat("kind=money", 101)), TestContext.Current.CancellationToken)).AssertProblemAsync(400, "bad-parameter");
    }

    [Theory]
    [InlineData("/api/claims/00000000000000000000", 404, "not-found")]
    [InlineData("/api/claims/%2e%2e%2fetc", 404, "not-found")]
    [InlineData("/api/articles/00000000000000000000", 404, "not-found")]
    [InlineData("/api/claims/00000000000000000000/reviews", 404, "not-found")]
    [InlineData("/api/evidence/0000000000000000000000000000000000000000000000000000000000000000", 404, "not-found")]
    [InlineData("/api/evidence/xyz", 400, "bad-parameter")]
    [InlineData("/api/nothing", 404, "not-found")]
    [InlineData("/assets/x/nothing.js", 404, "not-found")]
    [InlineData("/api/status?verbose=1", 400, "bad-parameter")]
    public async Task What_is_not_there_says_so(string path, int status, string type) =>
        await (await client.GetAsync(path, TestContext.Current.CancellationToken)).AssertProblemAsync(status, type);

    [Fact]
    public async Task A_method_that_is_not_taken_says_so()
    {
        using var response = await client.DeleteAsync("/api/claims", TestContext.Current.CancellationToken);
        await response.AssertProblemAsync(405, "bad-method");
        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_claim_comes_with_its_article_appearances_and_reviews_and_by_the_beginning_of_its_id()
    {
        var id = (string)(await client.GetJsonAsync("/api/claims?kind=revenue_share")).Claims().Single()["id"]!;
        var dossier = await client.GetJsonAsync("/api/claims/" + id[..8]);
        Assert.Equal(id, (string?)dossier["claim"]!["id"]);
        var article = dossier["article"]!;
        var text = (string)article["text"]!;
        Assert.Equal("88%", text[(int)dossier["claim"]!["start"]!..(int)dossier["claim"]!["end"]!]);
        Assert.Single(dossier["appearances"]!.AsArray());
        Assert.Equal(0, (int)dossier["version"]!);
        Assert.Empty(dossier["reviews"]!.AsArray());

        var page = await client.GetJsonAsync("/api/articles/" + (string)article["id"]!);
        Assert.Equal(2, page["claims"]!.AsArray().Count);
        Assert.Equal(text, (string?)page["article"]!["text"]);
    }

    [Fact]
    public async Task The_api_and_the_command_line_speak_of_claims_and_articles_in_the_same_words()
    {
        var id = DeskArticles.All[0].Claims[0].Id;
        var dossier = (await desk.Store.FindClaimAsync(id, TestContext.Current.CancellationToken))!;
        Assert.True(JsonNode.DeepEquals(Printed(ClaimDossierJson.ToJson(dossier)), await client.GetJsonAsync("/api/claims/" + id)));

        var article = (await desk.Store.FindArticleAsync(dossier.Article.Id, TestContext.Current.CancellationToken))!;
        var answer = await client.GetJsonAsync("/api/articles/" + dossier.Article.Id);
        Assert.True(answer.Remove("checks"));
        Assert.True(JsonNode.DeepEquals(Printed(ClaimDossierJson.ToJson(article)), answer));

        static JsonNode Printed(JsonObject json) => JsonNode.Parse(json.ToJsonString())!;
    }

    [Fact]
    public async Task Whoever_has_an_answer_already_is_told_so_until_it_changes()
    {
        using var first = await client.GetAsync("/api/claims?kind=money", TestContext.Current.CancellationToken);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        using var same = await AskAsync(tag.ToString());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        await desk.Store.SaveAsync(DeskArticles.Of("另一家公司花费3亿元。", null, "https://x.example/", "某报", "2025-11-05", ("3亿元", c => c with { Kind = ClaimKind.Money, Low = 3e8m, High = 3e8m, Unit = "CNY" })), TestContext.Current.CancellationToken);
        using var changed = await AskAsync(tag.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        async Task<HttpResponseMessage> AskAsync(string tags)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/claims?kind=money");
            request.Headers.Add("If-None-Match", tags);
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Raw_pages_are_downloads_that_never_run()
    {
        var hostile = DeskArticles.All.Single(s => s.Article.Text == DeskArticles.Hostile);
        var sha = (string)(await client.GetJsonAsync("/api/articles/" + hostile.Article.Id))["appearances"]![0]!["evidence_sha256"]!;
        using var response = await client.GetAsync("/api/evidence/" + sha, TestContext.Current.CancellationToken);
        Assert.Equal(hostile.Evidence!.Bytes.ToArray(), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_lists_every_path_with_its_parameters_and_problems()
    {
        var description = await client.GetJsonAsync("/openapi/v1.json");
        var paths = description["paths"]!.AsObject();
        string[] wanted = ["/api/conflicts", "/api/timeline", "/api/export", "/api/claims", "/api/claims/{id}", "/api/claims/{id}/reviews", "/api/articles/{id}", "/api/facets", "/api/evidence/{sha256}", "/api/watches", "/api/watches/{id}/feed.atom", "/api/status"];
        Assert.All(wanted, path => Assert.True(paths.ContainsKey(path), path));
        var search = paths["/api/claims"]!["get"]!;
        Assert.Equal(Pipeline.Store.Queries.ClaimQueryParser.Parameters.Order(), search["parameters"]!.AsArray().Select(p => (string)p!["name"]!).Order());
        Assert.NotNull(search["responses"]!["400"]!["content"]!["application/problem+json"]);
        Assert.NotNull(paths["/api/claims/{id}/reviews"]!["post"]!["security"]);
    }
}
