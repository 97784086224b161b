using Microsoft.Extensions.Configuration;
using Pipeline.Host.Configuration;
using Pipeline.Host.Service;
using Pipeline.Host.Storage;
using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Feeds;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Tests.Service;

/// <summary>The whole service in this process, on feeds and a clock as a test wants them.</summary>
internal sealed class InProcessService : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-serve-").FullName;

    public PipelineSettings Settings { get; set; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public InProcessService() => Settings = new PipelineSettings
    {
        Store = new StoreSettings { Db = Path.Combine(_folder, "claims.db") },
        Fetch = new FetchSettings { AllowPrivateNetworks = true, DelayPerHost = TimeSpan.Zero, Retries = 0 },
        Service = new ServiceSettings { RefetchAfter = [] },
        Web = new WebSettings { Urls = ["http://127.0.0.1:0"] },
    };

    public static FeedSettings Feed(string url, FeedKind kind = FeedKind.Rss, string? links = null, TimeSpan? maxAge = null, TimeSpan? every = null)
    {
        Assert.True(DocumentAddress.TryCreate(url, null, out var address));
        LinkPattern? pattern = null;
        Assert.True(links is null || LinkPattern.TryParse(links, out pattern));
        return new FeedSettings(address, kind, every ?? TimeSpan.FromHours(1), pattern, TimeSpan.FromDays(1), maxAge);
    }

    /// <summary>Runs the service while <paramref name="act"/> does, given the frontier and where the service listens.</summary>
    public async Task<T> RunAsync<T>(Func<IFrontier, string, Task<T>> act)
    {
        var store = StoreOpening.Open(Settings, readOnly: false);
        await using (store)
        {
            await using var application = ServiceHost.Build(Settings, new ConfigurationBuilder().AddInMemoryCollection().Build(), store, forPeople: false, Clock);
            await application.StartAsync(TestContext.Current.CancellationToken);
            try
            {
                return await act(store.Frontier, application.Urls.Single());
            }
            finally
            {
                await application.StopAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Runs until every feed was asked and no page waits.</summary>
    public Task<FrontierStatus> RunUntilSettledAsync() => RunAsync(async (frontier, _) =>
    {
        await UntilAsync(() => frontier.ReadFeeds().Where(feed => feed.IsActive).All(feed => feed.CheckedAt is not null) && Status(frontier).Pages.GetValueOrDefault(PageState.Waiting) == 0);
        return Status(frontier);
    });

    /// <summary>Looks until something holds; the test's own time limit ends it.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static FrontierStatus Status(IFrontier frontier) => frontier.ReadStatus(TimeProvider.System.GetUtcNow(), 100);
}
