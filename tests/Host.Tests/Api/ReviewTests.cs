using System.Net;
using System.Text;
using Pipeline.Host.Api;

namespace Pipeline.Host.Tests.Api;

/// <summary>POST /api/claims/{id}/reviews: findings are added, never overwritten, and only with the token.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private DeskHost desk = null!;
    private HttpClient client = null!;
    private string path = "";

    public async ValueTask InitializeAsync()
    {
        desk = await DeskHost.StartAsync();
        client = desk.Client(DeskHost.Token);
        path = $"/api/claims/{DeskArticles.All[0].Claims[0].Id}/reviews";
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_finding_is_added_and_holds_from_then_on()
    {
        using var response = await client.PostAsync(path, new { verdict = "mostly_false", note = "财报写的是42亿元", reviewer = "王核查", evidence = new[] { "https://example.org/财报?a=1" }, version = 0 });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(path, response.Headers.Location?.ToString());
        var history = await response.ReadAsync();
        Assert.Equal(1, (int)history["version"]!);
        Assert.Equal("mostly_false", (string?)history["verdict"]);
        Assert.Equal("closed", (string?)history["state"]);
        var step = history["reviews"]![0]!;
        Assert.Equal("王核查", (string?)step["reviewer"]);
        Assert.Equal("财报写的是42亿元", (string?)step["note"]);
        Assert.StartsWith("https://example.org/", (string)step["evidence"]![0]!, StringComparison.Ordinal);

        var found = Assert.Single((await client.GetJsonAsync("/api/claims?verdict=mostly_false")).Claims());
        Assert.Equal("closed", (string?)found["review"]);
    }

    [Fact]
    public async Task Of_two_reviewers_at_once_the_second_is_refused_with_the_current_history()
    {
        using var first = await client.PostAsync(path, new { verdict = "true", reviewer = "甲", version = 0 });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var second = await client.PostAsync(path, new { verdict = "false", reviewer = "乙", version = 0 });
        var problem = await second.AssertProblemAsync(409, "stale-review");
        Assert.Equal(1, (int)problem["current"]!["version"]!);
        Assert.Equal("甲", (string?)problem["current"]!["reviews"]![0]!["reviewer"]);

        var history = await client.GetJsonAsync(path);
        Assert.Equal("true", (string?)history["verdict"]);
        using var third = await client.PostAsync(path, new { verdict = "false", reviewer = "乙", version = (int)history["version"]! });
        Assert.Equal(HttpStatusCode.Created, third.StatusCode);
        Assert.Equal(2, (await third.ReadAsync())["reviews"]!.AsArray().Count);
    }

    [Fact]
    public async Task Many_reviewers_at_once_lose_nothing_and_one_wins_each_version()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => client.PostAsync(path, new { note = "第" + i, reviewer = "员" + i, version = 0 })));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(15, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, (int)(await client.GetJsonAsync(path))["version"]!);
    }

    [Fact]
    public async Task An_entity_tag_stands_for_the_version()
    {
        using var history = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var tag = history.Headers.ETag!.ToString();
        using var first = await PostIfAsync(tag);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var second = await PostIfAsync(tag);
        var problem = await second.AssertProblemAsync(412, "stale-review");
        Assert.Equal(1, (int)problem["current"]!["version"]!);

        async Task<HttpResponseMessage> PostIfAsync(string wanted)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{\"verdict\":\"true\",\"reviewer\":\"甲\"}", Encoding.UTF8, "application/json") };
            request.Headers.Add("If-Match", wanted);
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("""{"verdict":"perhaps","reviewer":"甲"}""", "verdict", "perhaps")]
    [InlineData("""{"verdict":3,"reviewer":"甲"}""", "verdict", "3")]
    [InlineData("""{"verdict":"true"}""", "reviewer", null)]
    [InlineData("""{"verdict":"true","reviewer":"  "}""", "reviewer", "  ")]
    [InlineData("""{"reviewer":"甲"}""", "verdict", null)]
    [InlineData("""{"reviewer":"甲","state":"assigned"}""", "assignee", null)]
    [InlineData("""{"verdict":"true","reviewer":"甲","state":"done"}""", "state", "done")]
    [InlineData("""{"verdict":"true","reviewer":"甲","evidence":"https://a.example"}""", "evidence", "\"https://a.example\"")]
    [InlineData("""{"verdict":"true","reviewer":"甲","evidence":["javascript:alert(1)"]}""", "evidence", "[\"javascript:alert(1)\"]")]
    [InlineData("""{"verdict":"true","reviewer":"甲","evidence":["file:///etc/passwd"]}""", "evidence", "[\"file:///etc/passwd\"]")]
    [InlineData("""{"verdict":"true","reviewer":"甲","evidance":[]}""", "evidance", "[]")]
    [InlineData("""{"verdict":"true","reviewer":"甲","version":-1}""", "version", "-1")]
    [InlineData("""{"verdict":"true","reviewer":"甲","covers_appearances":"yes"}""", "covers_appearances", "\"yes\"")]
    [InlineData("""["true"]""", "body", "array")]
    public async Task A_field_that_makes_no_sense_is_named_and_nothing_is_added(string body, string parameter, string? found)
    {
        using var response = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var problem = await response.AssertProblemAsync(400, "bad-parameter");
        Assert.Equal(parameter, (string?)problem["parameter"]);
        Assert.Equal(found, (string?)problem["found"]);
        Assert.Equal(0, (int)(await client.GetJsonAsync(path))["version"]!);
    }

    [Fact]
    public async Task What_is_no_json_says_where()
    {
        using var response = await client.PostAsync(path, new StringContent("{\"verdict\":\n oops", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var problem = await response.AssertProblemAsync(400, "bad-json");
        Assert.Contains("line 2", (string)problem["detail"]!, StringComparison.Ordinal);
        using var form = await client.PostAsync(path, new FormUrlEncodedContent([new("verdict", "true")]), TestContext.Current.CancellationToken);
        await form.AssertProblemAsync(415, "bad-media-type");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_larger_than_any_finding_is_refused_also_when_it_does_not_say_its_length(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent("{\"reviewer\":\"甲\",\"note\":\"" + new string('x', 200_000) + "\"}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await response.AssertProblemAsync(413, "too-large");
    }

    [Fact]
    public async Task Without_the_token_or_with_a_wrong_one_nothing_is_added()
    {
        var finding = new { verdict = "true", reviewer = "甲" };
        using var nobody = desk.Client();
        using var missing = await nobody.PostAsync(path, finding);
        await missing.AssertProblemAsync(401, "token-missing");
        Assert.Equal("Bearer", missing.Headers.WwwAuthenticate.Single().Scheme);

        using var stranger = desk.Client("guess");
        using var wrong = await stranger.PostAsync(path, finding);
        await wrong.AssertProblemAsync(401, "token-wrong");
        Assert.Contains("invalid_token", wrong.Headers.WwwAuthenticate.Single().Parameter, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await client.GetJsonAsync(path))["version"]!);
    }

    [Fact]
    public async Task A_desk_without_a_token_is_read_only_and_says_how_to_change_that()
    {
        await using var closed = await DeskHost.StartAsync(settings: new DeskSettings());
        using var anyone = closed.Client("anything");
        var problem = await (await anyone.PostAsync(path, new { verdict = "true", reviewer = "甲" })).AssertProblemAsync(403, "read-only");
        Assert.Contains("Web:Token", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("off", (string?)(await anyone.GetJsonAsync("/api/status"))["recording"]);
    }
}
