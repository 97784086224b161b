using System.Net;
using Pipeline.Ingest.Fetching;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Ingest.Tests.Fetching;

/// <content>Where a fetch is led to: redirects, and the addresses that are never asked.</content>
public partial class FetcherTests
{
    [Fact]
    public async Task Redirects_are_followed_to_the_last_address()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithRedirect("/1", "/2?utm_source=x", 301).WithRedirect("/2?utm_source=x", site.Root + "/3", 308).With("/3", "x");
        var result = await FetchAsync(site, "/1");
        Assert.Equal((FetchOutcome.Fetched, site.Root + "/3"), (result.Outcome, result.Url.AbsoluteUri));
    }

    [Theory]
    [InlineData("/loop", "circle")]
    [InlineData("/endless?0", "more than 3 redirects")]
    [InlineData("/file", "no http address")]
    [InlineData("/nowhere", "without a Location")]
    public async Task A_redirect_that_leads_nowhere_is_given_up(string path, string reason)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithRedirect("/loop", "/back").WithRedirect("/back", "/loop").WithRedirect("/file", "file:///etc/passwd").WithStatus("/nowhere", 302);
        site.Otherwise = context =>
        {
            context.Response.Redirect($"/endless?{int.Parse(context.Request.QueryString.Value!.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) + 1}");
            return Task.CompletedTask;
        };
        var result = await FetchAsync(site, path);
        Assert.Equal(FetchOutcome.BadRedirect, result.Outcome);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_in_raw_UTF_8_is_followed()
    {
        await using var site = RawSite.Start(path => path == "/1"
            ? [.. "HTTP/1.1 302 Found\r\nLocation: /新闻/2\r\nContent-Length: 0\r\n\r\n"u8]
            : [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\n\r\nx"u8]);
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        var result = await fetcher.FetchAsync(Article(site.Root + "/1"), Token);
        Assert.Equal((FetchOutcome.Fetched, "/%E6%96%B0%E9%97%BB/2"), (result.Outcome, result.Url.AbsolutePath));
    }

    [Fact]
    public async Task A_redirect_to_what_the_caller_holds_is_not_followed()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithRedirect("/1", "/2").With("/2", "x").WithRedirect("/3", "/4?utm_source=x").With("/4", "y").With("/4?utm_source=x", "y");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        var held = site.Address("/2").Key;
        var moved = await fetcher.FetchAsync(new FetchRequest(site.Address("/1"), FetchPurpose.Article) { IsHeld = target => target.Key == held }, Token);
        Assert.Equal((FetchOutcome.MovedToHeld, site.Root + "/2"), (moved.Outcome, moved.Url.AbsoluteUri));
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(new FetchRequest(site.Address("/3"), FetchPurpose.Article) { IsHeld = target => target.Key == held }, Token)).Outcome);
        Assert.DoesNotContain(site.Requests, r => r.Path == "/2");
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/a")]
    [InlineData("http://2130706433:{0}/a")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/a")]
    [InlineData("http://inside.example:{0}/a")]
    public async Task Addresses_inside_a_network_are_never_asked(string pattern)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", "secret");
        using var fetcher = new Fetcher(s_settings with { AllowPrivateNetworks = false }, TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback, IPAddress.Parse("10.0.0.1") }));
        var result = await fetcher.FetchAsync(Article(pattern.Replace("{0}", site.Address("/").Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)), Token);
        Assert.Equal(FetchOutcome.AddressRefused, result.Outcome);
        Assert.Contains("Fetch:AllowPrivateNetworks", result.Reason, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_redirect_into_the_network_is_refused_like_any_address()
    {
        // Here 127.0.0.1 stands for the internet and 127.0.0.2 for the network behind the fetcher.
        await using var outside = await LoopbackSite.StartAsync();
        var inside = outside.Root.Replace("127.0.0.1", "inside.example", StringComparison.Ordinal);
        outside.WithRedirect("/a", inside + "/metadata").With("/metadata", "secret");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2")]), IPAddress.Loopback.Equals);
        var result = await fetcher.FetchAsync(Article(outside.Root + "/a"), Token);
        Assert.Equal((FetchOutcome.AddressRefused, inside + "/metadata"), (result.Outcome, result.Url.AbsoluteUri));
        Assert.Equal(["/a"], outside.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_name_that_is_both_outside_and_inside_is_reached_outside_only()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", "x");
        using var fetcher = new Fetcher(s_settings, TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Parse("127.0.0.2"), IPAddress.Loopback }), IPAddress.Loopback.Equals);
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(Article(site.Root.Replace("127.0.0.1", "both.example", StringComparison.Ordinal) + "/a"), Token)).Outcome);
    }
}
