using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Logging;
using Pipeline.Extract.Model;
using Pipeline.Host.Reading;
using Pipeline.Host.Api;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Storage;
using Pipeline.Ingest.Fetching;
using Pipeline.Store;

namespace Pipeline.Host.Service;

/// <summary>Puts the service together: the crawl, the probes, and the web parts, in one host.</summary>
internal static class ServiceHost
{
    /// <summary>Time beyond the drain for the host to close its connections.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs until SIGTERM, Ctrl-C or <paramref name="stopping"/>.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(PipelineSettings settings, IConfiguration configuration, Terminal terminal, CancellationToken stopping)
    {
        IClaimStore store;
        try
        {
            store = StoreOpening.Open(settings, readOnly: false, owner: $"the service at {string.Join(", ", settings.Web.Urls)}");
        }
        catch (StoreException e)
        {
            terminal.Report(e.Message);
            return ExitCode.SomeFailed;
        }

        await using (store.ConfigureAwait(false))
        {
            using var export = TelemetryExport.Start(settings.Telemetry);
            var application = Build(settings, configuration, store, terminal.ErrorIsTerminal);
            await using (application.ConfigureAwait(false))
            {
                try
                {
                    await application.StartAsync(stopping).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    // Asked to end while it was starting.
                    await application.StopAsync(CancellationToken.None).ConfigureAwait(false);
                    return ExitCode.Success;
                }
                catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
                {
                    // The crawl has begun already.
                    await application.StopAsync(CancellationToken.None).ConfigureAwait(false);
                    terminal.Report($"cannot listen on {string.Join(", ", settings.Web.Urls)}: {e.Message} (Web:Urls)");
                    return ExitCode.SomeFailed;
                }

                await application.WaitForShutdownAsync(stopping).ConfigureAwait(false);
                return application.Services.GetRequiredService<CrawlService>().HasFailed ? ExitCode.SomeFailed : ExitCode.Success;
            }
        }
    }

    /// <summary>The application, not yet started.</summary>
    internal static WebApplication Build(PipelineSettings settings, IConfiguration configuration, IClaimStore store, bool forPeople, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls([.. settings.Web.Urls]);
        AddLogging(builder.Logging, forPeople);
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = settings.Service.DrainWithin + s_grace;
            // A caller who reads an export slowly must not use up the time in which what was fetched is stored.
            options.ServicesStopConcurrently = true;
        });

        var services = builder.Services;
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddSingleton(settings).AddSingleton(settings.Service);
        services.AddSingleton(store).AddSingleton(store.Frontier);
        services.AddSingleton(provider => new Fetcher(settings.Fetch, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(CleanerOpening.Open(settings.Clean));
        services.AddSingleton(settings.Extract).AddSingleton<LiveExtractor>();
        services.AddSingleton<Func<Article, IReadOnlyList<Claim>>>(provider => provider.GetRequiredService<LiveExtractor>().Extract);
        services.AddSingleton<PageQueues>().AddSingleton<WorkSignal>().AddSingleton<ServiceTelemetry>();
        services.AddSingleton<StoreAvailability>().AddSingleton<FeedWatcher>().AddSingleton<PageDispatcher>().AddSingleton<DocumentStages>().AddSingleton<StoreWriter>();
        services.AddSingleton<CrawlService>().AddHostedService(provider => provider.GetRequiredService<CrawlService>());

        services.AddHostedService<WatchDelivery>();

        services.AddDesk(new DeskSettings { Token = settings.Web.Token, AllowedHosts = settings.Web.AllowedHosts }).AddSingleton<IServiceProgressSource, FrontierProgress>();

        var application = builder.Build();
        application.MapDesk();
        application.MapHealth();
        return application;
    }

    /// <summary>Everything to standard error: lines for people at a terminal, JSON for collectors.</summary>
    private static void AddLogging(ILoggingBuilder logging, bool forPeople)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (forPeople)
        {
            logging.AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss ";
            });
        }
        else
        {
            logging.AddJsonConsole(options =>
            {
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
    }
}
