using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Ingest.Tests.Fetching;

/// <summary>One fetch against a real server: what comes back, and what a server cannot make the fetcher do.</summary>
public partial class FetcherTests
{
    private static readonly FetchSettings s_settings = new()
    {
        AllowPrivateNetworks = true,
        DelayPerHost = TimeSpan.Zero,
        RespectRobots = false,
        Retries = 0,
        MaxBytes = 100_000,
        MaxRedirects = 3,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_with_its_bytes_type_and_validators()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", context =>
        {
            context.Response.Headers.ETag = "W/\"v1\"";
            context.Response.Headers.LastModified = "Sat, 01 Nov 2025 00:00:00 GMT";
            return LoopbackSite.WriteAsync(context, "出货量5万颗", "text/html; charset=gb2312");
        });
        var result = await FetchAsync(site, "/a");
        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal("出货量5万颗", Encoding.UTF8.GetString(result.Body.Span));
        Assert.Equal("text/html; charset=gb2312", result.MediaType);
        Assert.Equal(new Validators("W/\"v1\"", "Sat, 01 Nov 2025 00:00:00 GMT"), result.Validators);
        Assert.Equal(site.Root + "/a", result.ToDocument().Url);
    }

    [Fact]
    public async Task The_request_names_the_crawler_and_carries_no_cookie()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", context =>
        {
            context.Response.Headers.SetCookie = "id=1; Path=/";
            return LoopbackSite.WriteAsync(context, "x");
        });
        using var fetcher = new Fetcher(s_settings with { UserAgent = "desk-reader/2.0 (+https://desk.example)" }, TimeProvider.System);
        await fetcher.FetchAsync(new FetchRequest(site.Address("/a"), FetchPurpose.Article), Token);
        await fetcher.FetchAsync(new FetchRequest(site.Address("/a"), FetchPurpose.Article), Token);
        Assert.Equal(2, site.Requests.Count);
        Assert.All(site.Requests, request =>
        {
            Assert.Equal("desk-reader/2.0 (+https://desk.example)", request.Headers["User-Agent"]);
            Assert.DoesNotContain("Cookie", request.Headers.Keys);
        });
    }

    [Fact]
    public async Task A_page_that_is_held_is_asked_for_on_condition()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"v1\"" && context.Request.Headers.IfModifiedSince == "Sat, 01 Nov 2025 00:00:00 GMT" ? 304 : 500;
            return Task.CompletedTask;
        });
        var result = await FetchAsync(site, "/a", s_settings, validators: new Validators("\"v1\"", "Sat, 01 Nov 2025 00:00:00 GMT"));
        Assert.Equal(FetchOutcome.NotModified, result.Outcome);
    }

    [Theory]
    [InlineData(404, FetchOutcome.Missing, false)]
    [InlineData(410, FetchOutcome.Missing, false)]
    [InlineData(401, FetchOutcome.Denied, false)]
    [InlineData(403, FetchOutcome.Denied, false)]
    [InlineData(451, FetchOutcome.Denied, false)]
    [InlineData(429, FetchOutcome.Throttled, true)]
    [InlineData(500, FetchOutcome.ServerError, true)]
    [InlineData(503, FetchOutcome.ServerError, true)]
    [InlineData(204, FetchOutcome.BrokenResponse, true)]
    public async Task A_status_tells_whether_another_try_is_worth_it(int status, FetchOutcome outcome, bool transient)
    {
        await using var site = await LoopbackSite.StartAsync();
        var result = await FetchAsync(site.WithStatus("/a", status), "/a");
        Assert.Equal((outcome, transient, status), (result.Outcome, result.Outcome.IsTransient(), result.StatusCode));
        Assert.Contains($"{status}", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compressed_bodies_are_unpacked(string encoding)
    {
        await using var site = await LoopbackSite.StartAsync();
        var result = await FetchAsync(site.With("/a", context => WriteCompressedAsync(context, encoding, Encoding.UTF8.GetBytes("市占率30%"))), "/a");
        Assert.Equal("市占率30%", Encoding.UTF8.GetString(result.Body.Span));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compression_bomb_is_stopped_at_the_limit(string encoding)
    {
        await using var site = await LoopbackSite.StartAsync();
        var result = await FetchAsync(site.With("/a", context => WriteCompressedAsync(context, encoding, new byte[50_000_000])), "/a");
        Assert.Equal(FetchOutcome.TooLarge, result.Outcome);
        Assert.Contains("100,000 bytes", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/fits", new string('a', 100_000)).With("/larger", new string('a', 100_001));
        Assert.Equal(100_000, (await FetchAsync(site, "/fits")).Body.Length);
        Assert.Equal(FetchOutcome.TooLarge, (await FetchAsync(site, "/larger")).Outcome);
    }

    [Fact]
    public async Task A_declared_length_over_the_limit_is_refused_without_reading()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = long.MaxValue;
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        Assert.Equal(FetchOutcome.TooLarge, (await FetchAsync(site, "/a")).Outcome);
    }

    [Fact]
    public async Task An_endless_body_ends_at_the_limit()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[8_192], context.RequestAborted);
            }
        });
        Assert.Equal(FetchOutcome.TooLarge, (await FetchAsync(site, "/a")).Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_server_costs_no_more_than_the_time_allowed(bool afterHeaders)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/a", async context =>
        {
            context.Response.ContentType = "text/html";
            if (afterHeaders)
            {
                await context.Response.WriteAsync("<p>");
                await context.Response.Body.FlushAsync();
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var result = await FetchAsync(site, "/a", s_settings with { Timeout = TimeSpan.FromMilliseconds(150) });
        Assert.Equal(FetchOutcome.TimedOut, result.Outcome);
        Assert.Contains("0.15 s", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.WithStatus("/a", 200, [.. Enumerable.Range(0, 40).Select(i => ($"X-Filler-{i}", new string('a', 4_000)))]);
        Assert.Equal(FetchOutcome.TooLarge, (await FetchAsync(site, "/a")).Outcome);
    }

    [Theory]
    [InlineData("image/jpeg", FetchPurpose.Article, FetchOutcome.WrongMediaType)]
    [InlineData("application/pdf", FetchPurpose.Article, FetchOutcome.WrongMediaType)]
    [InlineData("video/mp4", FetchPurpose.Feed, FetchOutcome.WrongMediaType)]
    [InlineData("application/rss+xml", FetchPurpose.Article, FetchOutcome.WrongMediaType)]
    [InlineData("application/rss+xml; charset=gbk", FetchPurpose.Feed, FetchOutcome.Fetched)]
    [InlineData("TEXT/HTML;charset=big5", FetchPurpose.Article, FetchOutcome.Fetched)]
    [InlineData("text/plain", FetchPurpose.Article, FetchOutcome.Fetched)]
    public async Task Only_the_media_types_of_the_purpose_are_read(string mediaType, FetchPurpose purpose, FetchOutcome outcome)
    {
        await using var site = await LoopbackSite.StartAsync();
        Assert.Equal(outcome, (await FetchAsync(site.With("/a", "x", mediaType), "/a", s_settings, purpose)).Outcome);
    }

    [Fact]
    public async Task A_broken_answer_is_told_apart_from_a_short_one()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.With("/cut", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("<p>");
            await context.Response.Body.FlushAsync();
            context.Abort();
        }).With("/notgzip", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return LoopbackSite.WriteAsync(context, "this is not gzip");
        }).With("/unknown", context =>
        {
            context.Response.Headers.ContentEncoding = "x-none";
            return LoopbackSite.WriteAsync(context, "x");
        });
        Assert.Equal(FetchOutcome.BrokenResponse, (await FetchAsync(site, "/cut")).Outcome);
        Assert.Equal(FetchOutcome.BrokenResponse, (await FetchAsync(site, "/notgzip")).Outcome);
        Assert.Equal(FetchOutcome.BrokenResponse, (await FetchAsync(site, "/unknown")).Outcome);
    }

    [Fact]
    public async Task No_server_and_no_name_are_unreachable()
    {
        string root;
        await using (var site = await LoopbackSite.StartAsync())
        {
            root = site.Root;
        }

        using var fetcher = new Fetcher(s_settings, TimeProvider.System, (_, _) => Task.FromException<IPAddress[]>(new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound)));
        Assert.Equal(FetchOutcome.Unreachable, (await fetcher.FetchAsync(Article(root + "/a"), Token)).Outcome);
        Assert.Equal(FetchOutcome.Unreachable, (await fetcher.FetchAsync(Article("http://nowhere.example/a"), Token)).Outcome);
    }

    [Fact]
    public async Task A_validator_that_cannot_be_sent_back_is_not_kept()
    {
        await using var site = RawSite.Start(_ => [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"版本1\"\r\nLast-Modified: Sat, 01 Nov 2025 00:00:00 GMT\r\nContent-Length: 1\r\n\r\nx"u8]);
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        var first = await fetcher.FetchAsync(Article(site.Root + "/a"), Token);
        Assert.Equal(new Validators(null, "Sat, 01 Nov 2025 00:00:00 GMT"), first.Validators);
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(Article(site.Root + "/a") with { Validators = first.Validators }, Token)).Outcome);
    }

    [Fact]
    public async Task What_a_server_says_cannot_drive_a_terminal_or_fill_a_log()
    {
        await using var site = RawSite.Start(_ => [.. "HTTP/1.1 200 OK\r\nContent-Type: image/\u001b]0;owned\u0007"u8, .. Enumerable.Repeat((byte)'x', 20_000), .. "\r\nContent-Length: 1\r\n\r\nx"u8]);
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        var result = await fetcher.FetchAsync(Article(site.Root + "/a"), Token);
        Assert.Equal(FetchOutcome.WrongMediaType, result.Outcome);
        Assert.DoesNotContain(result.Reason!, c => char.IsControl(c));
        Assert.InRange(result.Reason!.Length, 1, 500);
    }

    [Fact]
    public async Task Pages_that_continue_an_article_may_not_be_larger_together_than_one()
    {
        await using var site = await LoopbackSite.StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            var (number, name) = (i, i == 1 ? "/a.html" : $"/a_{i}.html");
            site.With(name, $"<a href=\"/a_{number + 1}.html\">下一页</a>{new string('x', 30_000)}");
        }

        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        var first = await fetcher.FetchAsync(new FetchRequest(site.Address("/a.html"), FetchPurpose.Article), Token);
        Assert.Equal(2, (await WholeArticle.FollowAsync(first, fetcher, Token)).Following.Count);
    }

    [Fact]
    public async Task Cancelling_ends_a_fetch_at_once()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        site.With("/a", async context =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(site.Address("/a"), FetchPurpose.Article), cancellation.Token));
    }

    private static FetchRequest Article(string url)
    {
        Assert.True(DocumentAddress.TryCreate(url, null, out var address));
        return new FetchRequest(address, FetchPurpose.Article);
    }

    private static Task<FetchResult> FetchAsync(LoopbackSite site, string path) => FetchAsync(site, path, s_settings);

    private static async Task<FetchResult> FetchAsync(LoopbackSite site, string path, FetchSettings settings, FetchPurpose purpose = FetchPurpose.Article, Validators? validators = null)
    {
        using var fetcher = new Fetcher(settings, TimeProvider.System);
        return await fetcher.FetchAsync(new FetchRequest(site.Address(path), purpose, validators), Token);
    }

    private static async Task WriteCompressedAsync(HttpContext context, string encoding, byte[] content)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = encoding;
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        await using Stream stream = encoding switch
        {
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
        };
        try
        {
            await stream.WriteAsync(content, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The fetcher has hung up, as it should.
        }
    }
}
