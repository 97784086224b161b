using System.Text;
using System.Text.Json.Nodes;

namespace Pipeline.Host.Tests.Api;

/// <summary>Conflicts, timelines and files.</summary>
public sealed class ComparisonTests : IAsyncLifetime
{
    private DeskHost desk = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskHost.StartAsync();
        client = desk.Client(DeskHost.Token);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await desk.DisposeAsync();
    }

    [Theory]
    [InlineData("", "direction magnitude value")]
    [InlineData("subject=远山汽车", "direction magnitude")]
    [InlineData("q=輝達", "value")]
    [InlineData("show=real&kind=money", "magnitude value")]
    [InlineData("kind=count", "")]
    public async Task Claims_that_disagree_are_grouped_with_their_reason(string filters, string reasons)
    {
        var answer = await client.GetJsonAsync("/api/conflicts?" + filters);
        var real = answer["conflicts"]!.AsArray().Where(group => (bool)group!["real"]!).ToList();
        Assert.Equal(reasons, string.Join(' ', real.Select(group => (string)group!["reason"]!).Order(StringComparer.Ordinal)));
        Assert.True((bool)answer["is_complete"]!);
        Assert.Null(answer["next"]);
        Assert.All(real, group => Assert.True(group!["claims"]!.AsArray().Count >= 2));
    }

    [Fact]
    public async Task Conflicts_are_paged_to_the_end()
    {
        var all = (await client.GetJsonAsync("/api/conflicts"))["conflicts"]!.AsArray().Count;
        var paged = 0;
        for (var cursor = ""; cursor is not null;)
        {
            var page = await client.GetJsonAsync($"/api/conflicts?limit=1&cursor={cursor}");
            paged += page["conflicts"]!.AsArray().Count;
            cursor = (string?)page["next"];
        }

        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task A_timeline_gives_each_value_with_its_sources()
    {
        var answer = await client.GetJsonAsync("/api/timeline?subject=NVIDIA&metric=market_cap");
        var series = Assert.Single(answer["series"]!.AsArray())!;
        Assert.Equal("USD", (string?)series["unit"]);
        Assert.Equal([("2025-11-02", 3e12m), ("2025-11-02", 5e12m)], series["points"]!.AsArray().Select(point => ((string)point!["first"]!, (decimal)point["low"]!)));
        Assert.Equal("晨报财经", (string?)series["points"]![0]!["claims"]![0]!["publisher"]);
    }

    [Theory]
    [InlineData("/api/timeline?metric=market_cap", "subject")]
    [InlineData("/api/timeline?subject=英伟达", "metric")]
    [InlineData("/api/conflicts?show=some", "show")]
    [InlineData("/api/conflicts?limit=-1", "limit")]
    [InlineData("/api/export?format=pdf", "format")]
    [InlineData("/api/export?format=csv&format=jsonl", "format")]
    [InlineData("/api/export?format=csv&kind=x", "kind")]
    public async Task What_makes_no_sense_is_named(string path, string parameter) =>
        Assert.Equal(parameter, (string?)(await (await client.GetAsync(path, TestContext.Current.CancellationToken)).AssertProblemAsync(400, "bad-parameter"))["parameter"]);

    [Fact]
    public async Task Csv_opens_in_spreadsheets_and_holds_no_formula()
    {
        using var response = await client.GetAsync("/api/export?format=csv&kind=market_share", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("claims.csv", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Contains(",'=cmd|", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd|", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jsonl_is_one_claim_a_line_the_same_as_the_search_gives()
    {
        var text = await client.GetStringAsync("/api/export?format=jsonl&kind=money", TestContext.Current.CancellationToken);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)).ToList();
        var page = await client.GetJsonAsync("/api/claims?kind=money");
        Assert.Equal(4, lines.Count);
        Assert.All(lines.Zip(page.Claims()), pair => Assert.True(JsonNode.DeepEquals(pair.First, pair.Second)));
    }

    [Fact]
    public async Task ClaimReview_holds_the_closed_findings_and_a_report_is_a_download()
    {
        var id = DeskArticles.All[0].Claims[0].Id;
        Assert.True((await client.PostAsync($"/api/claims/{id}/reviews", new { verdict = "false", reviewer = "王", note = "<script>1</script>" })).IsSuccessStatusCode);
        var text = await client.GetStringAsync("/api/export?format=claimreview", TestContext.Current.CancellationToken);
        var review = JsonNode.Parse(Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal("ClaimReview", (string?)review["@type"]);

        using var report = await client.GetAsync($"/api/claims/{id}/report", TestContext.Current.CancellationToken);
        Assert.Equal("attachment", report.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", report.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await report.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
