using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Api;
using Pipeline.Store;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Tests.Api;

/// <summary>The desk on Kestrel, on a loopback port of its own, over a real SQLite store in a folder of its own.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    public const string Token = "correct-horse-battery-staple";

    private readonly WebApplication application;
    private readonly DirectoryInfo folder;

    private DeskHost(WebApplication application, DirectoryInfo folder, IClaimStore store) => (this.application, this.folder, Store) = (application, folder, store);

    /// <summary>What the desk shows; tests write into it directly.</summary>
    public IClaimStore Store { get; }

    /// <summary>Scheme, host and port, without a slash at its end.</summary>
    public string Root { get; private set; } = "";

    public static async Task<DeskHost> StartAsync(IEnumerable<Submission>? submissions = null, DeskSettings? settings = null, IServiceProgressSource? progress = null, int port = 0)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-desk-");
        var vocabulary = new SearchVocabulary { Aliases = DeskArticles.Aliases };
        var store = ClaimStore.Open(Path.Combine(folder.FullName, "claims.db"), new StoreOptions { Vocabulary = vocabulary });
        await store.SaveAllAsync([.. submissions ?? DeskArticles.All]);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            options.AddServerHeader = false;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        builder.Services.AddSingleton(store);
        if (progress is not null)
        {
            builder.Services.AddSingleton(progress);
        }

        builder.Services.AddDesk(settings ?? new DeskSettings { Token = Token });
        var host = new DeskHost(builder.Build().MapDesk(), folder, store);
        await host.application.StartAsync();
        host.Root = host.application.Urls.Single();
        return host;
    }

    /// <summary>A client of this desk; <paramref name="token"/> null presents none.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(Root) };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
