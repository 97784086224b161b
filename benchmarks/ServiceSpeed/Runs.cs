using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Pipeline.Extract;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Service;
using Pipeline.Host.Storage;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Feeds;
using Pipeline.Ingest.Sources;

namespace Pipeline.Benchmarks.ServiceSpeed;

/// <summary>The same pages read in three ways, each on all cores.</summary>
internal sealed class Runs(IReadOnlyList<byte[]> pages, string folder)
{
    /// <summary>What a run took.</summary>
    /// <param name="Wall">Seconds.</param>
    /// <param name="Processor">Seconds of processor time of this process, the site's included.</param>
    public readonly record struct Cost(double Wall, double Processor);

    /// <summary>Parsing, cleaning and extraction of pages in memory: what any pipeline would have to do.</summary>
    public Task<Cost> BareAsync() => MeasureAsync(() =>
    {
        var cleaner = new DocumentCleaner();
        return Parallel.ForAsync(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (i, _) =>
        {
            var result = cleaner.Clean(new RawDocument("page", null, pages[i], MediaTypes.Html, DateTimeOffset.UnixEpoch));
            ClaimExtractor.Default.Extract(result.Article ?? throw new InvalidOperationException($"page {i}: {result.Failure}"));
            return ValueTask.CompletedTask;
        });
    });

    /// <summary>The verb <c>ingest</c> on a folder of the pages, into a new store.</summary>
    public Task<Cost> IngestAsync(string saved) => MeasureAsync(async () =>
    {
        var terminal = new Terminal
        {
            OpenInput = () => Stream.Null,
            Output = new StreamWriter(Stream.Null, Encoding.UTF8),
            Error = new StreamWriter(Stream.Null, Encoding.UTF8),
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
        };
        var exitCode = await PipelineCommand.RunAsync(["ingest", saved, "--db", NewStore()], terminal);
        if (exitCode != ExitCode.Success)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"ingest ended with {exitCode}"));
        }
    });

    /// <summary>The service on a site on loopback, from its start until the last page is stored.</summary>
    public async Task<Cost> ServeAsync(int hosts)
    {
        using var site = MemorySite.Start(pages, hosts);
        if (!DocumentAddress.TryCreate($"http://127.0.0.1:{site.Port}/rss.xml", null, out var feed))
        {
            throw new InvalidOperationException("the feed has no address");
        }

        var settings = new PipelineSettings
        {
            Store = new StoreSettings { Db = NewStore() },
            Feeds = [new FeedSettings(feed, FeedKind.Rss, TimeSpan.FromHours(1), null, TimeSpan.FromDays(1))],
            Fetch = new FetchSettings { AllowPrivateNetworks = true, DelayPerHost = TimeSpan.Zero },
            Web = new WebSettings { Urls = ["http://127.0.0.1:0"] },
        };
        using var stored = new StoredPages(pages.Count);
        var store = StoreOpening.Open(settings, readOnly: false);
        await using (store)
        {
            await using var application = ServiceHost.Build(settings, new ConfigurationBuilder().AddInMemoryCollection().Build(), store, forPeople: false);
            var cost = await MeasureAsync(async () =>
            {
                await application.StartAsync();
                await stored.AllAsync();
            });
            await application.StopAsync();
            return cost;
        }
    }

    private static async Task<Cost> MeasureAsync(Func<Task> run)
    {
        GC.Collect();
        var (processor, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await run();
        return new Cost(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private string NewStore() => Path.Combine(folder, Path.GetRandomFileName() + ".db");

    /// <summary>Counts articles as the service's own telemetry tells them.</summary>
    private sealed class StoredPages : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _left;

        public StoredPages(int pages)
        {
            _left = pages;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: ServiceTelemetry.Name, Name: "pipeline.articles" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, count, _, _) =>
            {
                if (Interlocked.Add(ref _left, -count) == 0)
                {
                    _all.SetResult();
                }
            });
            _listener.Start();
        }

        public Task AllAsync() => _all.Task.WaitAsync(TimeSpan.FromMinutes(10));

        public void Dispose() => _listener.Dispose();
    }
}
