using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Tests.Shared.Web;

/// <summary>A real web server on loopback whose pages a test writes.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SiteRequest> _requests = new();
    private int _underWay;
    private int _mostUnderWay;

    private LoopbackSite(WebApplication application) => _application = application;

    /// <summary>One request as the server saw it.</summary>
    public sealed record SiteRequest(string Path, IReadOnlyDictionary<string, string> Headers, long Started, long Ended);

    /// <summary>Where the site's root stands, without a slash at its end.</summary>
    public string Root { get; private set; } = "";

    /// <summary>Every answered request in the order of their ends, robots.txt left out.</summary>
    public IReadOnlyList<SiteRequest> Requests => [.. _requests.Where(r => r.Path != "/robots.txt")];

    /// <summary>How often robots.txt was asked for.</summary>
    public int RobotsRequests => _requests.Count(r => r.Path == "/robots.txt");

    /// <summary>Most requests that were under way at once.</summary>
    public int MostUnderWay => _mostUnderWay;

    /// <summary>Answers what no page was written for; 404 by default.</summary>
    public RequestDelegate Otherwise { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    /// <param name="port">0 for any that is free.</param>
    /// <param name="configure">Says how it listens, where not by plain HTTP.</param>
    public static async Task<LoopbackSite> StartAsync(int port = 0, Action<ListenOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                configure?.Invoke(listen);
            });
            options.AddServerHeader = false;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var site = new LoopbackSite(builder.Build());
        site._application.Run(site.AnswerAsync);
        await site._application.StartAsync();
        site.Root = site._application.Urls.Single();
        return site;
    }

    public LoopbackSite With(string path, RequestDelegate page)
    {
        _pages[path] = page;
        return this;
    }

    public LoopbackSite With(string path, string body, string mediaType = "text/html; charset=utf-8") =>
        With(path, context => WriteAsync(context, body, mediaType));

    public LoopbackSite WithStatus(string path, int status, params (string Name, string Value)[] headers) => With(path, context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    });

    public LoopbackSite WithRedirect(string path, string location, int status = 302) => WithStatus(path, status, ("Location", location));

    public DocumentAddress Address(string path) => DocumentAddress.TryCreate(Root + path, null, out var address)
        ? address
        : throw new ArgumentException($"'{path}' makes no address", nameof(path));

    public static async Task WriteAsync(HttpContext context, string body, string mediaType = "text/html; charset=utf-8")
    {
        context.Response.ContentType = mediaType;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var started = TimeProvider.System.GetTimestamp();
        var now = Interlocked.Increment(ref _underWay);
        for (var most = _mostUnderWay; now > most; most = _mostUnderWay)
        {
            Interlocked.CompareExchange(ref _mostUnderWay, now, most);
        }

        var path = context.Request.Path + context.Request.QueryString;
        try
        {
            await (_pages.TryGetValue(path, out var page) ? page : Otherwise)(context);
            await context.Response.CompleteAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            _requests.Enqueue(new SiteRequest(path, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), started, TimeProvider.System.GetTimestamp()));
        }
    }
}
