using System.Net;
using Pipeline.Host.Api;

namespace Pipeline.Host.Tests.Api;

/// <summary>Who may ask: hosts, sites, proxies, rates; and what every answer tells the browser.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("evil.example", null, 421, "wrong-host")]
    [InlineData("127.0.0.1.evil.example", null, 421, "wrong-host")]
    [InlineData("localhost", null, 200, null)]
    [InlineData("127.0.0.1:5163", null, 200, null)]
    [InlineData("[::1]", null, 200, null)]
    [InlineData("desk.example", "desk.example", 401, "token-missing")]
    public async Task On_loopback_only_loopback_names_count_and_a_configured_name_is_never_local(string host, string? allowed, int status, string? type)
    {
        await using var desk = await DeskHost.StartAsync(settings: new DeskSettings { Token = DeskHost.Token, AllowedHosts = allowed is null ? [] : [allowed] });
        using var response = await SendAsync(desk, "/api/status", ("Host", host));
        if (type is null)
        {
            Assert.Equal(status, (int)response.StatusCode);
        }
        else
        {
            await response.AssertProblemAsync(status, type);
        }
    }

    [Fact]
    public async Task A_rebound_name_does_not_even_get_the_page()
    {
        await using var desk = await DeskHost.StartAsync();
        using var response = await SendAsync(desk, "/", ("Host", "rebound.example"));
        await response.AssertProblemAsync(421, "wrong-host");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", 403, "cross-site")]
    [InlineData("Origin", "null", 403, "cross-site")]
    [InlineData("Sec-Fetch-Site", "cross-site", 403, "cross-site")]
    [InlineData("X-Forwarded-For", "203.0.113.9", 401, "token-missing")]
    [InlineData("Forwarded", "for=203.0.113.9", 401, "token-missing")]
    [InlineData("Via", "1.1 proxy", 401, "token-missing")]
    public async Task Other_sites_are_refused_and_what_a_proxy_passes_on_is_not_taken_for_local(string header, string value, int status, string type)
    {
        await using var desk = await DeskHost.StartAsync();
        using var response = await SendAsync(desk, "/api/claims", (header, value));
        await response.AssertProblemAsync(status, type);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Behind_a_proxy_the_token_opens_reading_and_without_one_nothing_does()
    {
        await using var desk = await DeskHost.StartAsync();
        using var open = await SendAsync(desk, "/api/claims", ("X-Forwarded-For", "203.0.113.9"), ("Authorization", "Bearer " + DeskHost.Token));
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        await using var closed = await DeskHost.StartAsync(settings: new DeskSettings());
        using var refused = await SendAsync(closed, "/api/claims", ("X-Forwarded-For", "203.0.113.9"));
        await refused.AssertProblemAsync(403, "local-only");
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var desk = await DeskHost.StartAsync(settings: new DeskSettings { Token = DeskHost.Token, Reading = new(3, 1, TimeSpan.FromHours(1)), Writing = new(1, 1, TimeSpan.FromHours(1)) });
        using var client = desk.Client();
        for (var i = 0; i < 3; i++)
        {
            await client.GetJsonAsync("/api/claims");
        }

        using var refused = await client.GetAsync("/api/claims", TestContext.Current.CancellationToken);
        await refused.AssertProblemAsync(429, "too-many");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600);

        // Guessing at the token is counted as writing.
        var reviews = $"/api/claims/{DeskArticles.All[0].Claims[0].Id}/reviews";
        await (await client.PostAsync(reviews, new { verdict = "true", reviewer = "甲" })).AssertProblemAsync(401, "token-missing");
        await (await client.PostAsync(reviews, new { verdict = "true", reviewer = "甲" })).AssertProblemAsync(429, "too-many");
    }

    [Fact]
    public async Task The_page_may_run_its_own_scripts_and_nothing_else()
    {
        await using var desk = await DeskHost.StartAsync();
        using var response = await SendAsync(desk, "/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_the_page_are_kept_for_good_under_an_address_that_changes_with_them()
    {
        await using var desk = await DeskHost.StartAsync();
        using var page = await SendAsync(desk, "/");
        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        using var again = await SendAsync(desk, "/", ("If-None-Match", page.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var files = html.Split('"').Where(part => part.StartsWith("/assets/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var plain = await SendAsync(desk, file);
            Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
            Assert.Contains("immutable", plain.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            using var small = await SendAsync(desk, file, ("Accept-Encoding", "gzip, br"));
            Assert.True(small.Content.Headers.ContentLength <= plain.Content.Headers.ContentLength, file);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(DeskHost desk, string path, params (string Name, string Value)[] headers)
    {
        using var client = desk.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
