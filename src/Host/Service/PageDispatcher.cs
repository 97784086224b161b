using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>Takes due pages from the frontier, a lane a host, fetches them one after another, and hands them on.</summary>
internal sealed partial class PageDispatcher(PipelineSettings settings, Fetcher fetcher, IFrontier frontier, StoreAvailability store, PageQueues queues, ServiceTelemetry telemetry, WorkSignal pagesFound, TimeProvider clock, ILogger<PageDispatcher> logger) : IDisposable
{
    /// <summary>How often due pages are looked for when nothing says that there are some.</summary>
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Hosts served at once; most of them wait out their pause.</summary>
    private const int MostLanes = 512;

    /// <summary>Bodies fetched or being fetched and not yet taken by the cleaner, for each request that may be under way: the memory they take is bounded.</summary>
    private const int BodiesPerRequest = 4;

    private readonly SemaphoreSlim _bodies = new(settings.Fetch.MaxConcurrent * BodiesPerRequest);

    private readonly HostRotation _rotation = new();

    private readonly ConcurrentDictionary<string, Task> _lanes = new(StringComparer.Ordinal);

    /// <summary>Pages that have left the frontier's hands and are not yet recorded: they are due still, but under way.</summary>
    private readonly ConcurrentDictionary<long, byte> _underWay = new();

    /// <summary>Runs until cancelled, and returns when no lane is left.</summary>
    /// <param name="stopping">Ends fetching.</param>
    /// <param name="abort">Ends handing on what is fetched.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        try
        {
            while (true)
            {
                foreach (var host in _rotation.Next([.. store.ReadDue(frontier.ReadDueHosts).Where(host => !_lanes.ContainsKey(host))], MostLanes - _lanes.Count))
                {
                    var opened = new TaskCompletionSource();
                    _lanes[host] = Task.Run(async () =>
                    {
                        await opened.Task.ConfigureAwait(false);
                        await RunLaneAsync(host, stopping, abort).ConfigureAwait(false);
                    }, CancellationToken.None);
                    opened.SetResult();
                }

                await pagesFound.WaitAsync(s_lookEvery, stopping).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAll(_lanes.Values).ConfigureAwait(false);
        }
    }

    /// <summary>Says that a page is recorded: from now on the frontier knows when it is due.</summary>
    public void Release(DuePage page) => _underWay.TryRemove(page.Key, out _);

    /// <inheritdoc/>
    public void Dispose() => _bodies.Dispose();

    private async Task RunLaneAsync(string host, CancellationToken stopping, CancellationToken abort)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                // Those under way are the longest due: they come first and must not fill the answer.
                var due = frontier.ReadDuePages(host, clock.GetUtcNow(), settings.Service.PagesPerHost + _underWay.Count).Where(page => !_underWay.ContainsKey(page.Key)).ToList();
                if (due.Count == 0)
                {
                    return;
                }

                foreach (var page in due)
                {
                    await fetcher.WaitForPauseAsync(host, stopping).ConfigureAwait(false);
                    await _bodies.WaitAsync(stopping).ConfigureAwait(false);
                    try
                    {
                        if (!await FetchAsync(page, stopping, abort).ConfigureAwait(false))
                        {
                            return;
                        }
                    }
                    finally
                    {
                        _bodies.Release();
                    }
                }

                // Others wait for a lane: this host gets the next one in its turn.
                if (_lanes.Count >= MostLanes)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested || abort.IsCancellationRequested)
        {
            // The page waits in the frontier for the next start.
        }
        catch (Exception e)
        {
            LogLaneFailed(e, host);
        }
        finally
        {
            _lanes.TryRemove(host, out _);
        }
    }

    /// <summary>Fetches one page and hands it on.</summary>
    /// <returns>False when the host wants to be left alone.</returns>
    private async Task<bool> FetchAsync(DuePage page, CancellationToken stopping, CancellationToken abort)
    {
        if (!_underWay.TryAdd(page.Key, 0))
        {
            return true;
        }

        var handedOn = false;
        try
        {
            var started = clock.GetTimestamp();
            if (!DocumentAddress.TryCreate(page.Url, null, out var address))
            {
                var report = PageScheduling.WithoutArticle(page, clock.GetUtcNow(), PageState.Failed, "is no address", settings.Service);
                await queues.Settled.Writer.WriteAsync(new SettledPage(report, started), abort).ConfigureAwait(false);
                handedOn = true;
                return true;
            }

            var result = await FetchAsync(page, address, stopping).ConfigureAwait(false);
            telemetry.Fetched(result, FetchPurpose.Article, clock.GetElapsedTime(started));

            // A request that was never sent says nothing of the page, only of its host.
            if (result is not { Outcome: FetchOutcome.Throttled, StatusCode: null })
            {
                await HandOnAsync(page, result, started, abort).ConfigureAwait(false);
                handedOn = true;
            }

            if (!result.Outcome.IsTransient() || result.RetryAfter is not { } wait)
            {
                return true;
            }

            await frontier.PostponeHostAsync(page.Host, clock.GetUtcNow() + wait, stopping).ConfigureAwait(false);
            LogPostponed(page.Host, wait);
            return false;
        }
        finally
        {
            if (!handedOn)
            {
                Release(page);
            }
        }
    }

    private async Task<FetchResult> FetchAsync(DuePage page, DocumentAddress address, CancellationToken stopping)
    {
        using (telemetry.Start("fetch", page.Url))
        {
            var request = new FetchRequest(address, FetchPurpose.Article, page.State == PageState.Stored ? new Validators(page.ETag, page.LastModified) : null)
            {
                // One that held an article is looked at where it leads: it may lead to its own alias.
                IsHeld = page.State == PageState.Waiting ? target => frontier.Holds(target.Key) : null,
            };
            var result = await fetcher.FetchAsync(request, stopping).ConfigureAwait(false);
            return await WholeArticle.FollowAsync(result, fetcher, stopping).ConfigureAwait(false);
        }
    }

    private async Task HandOnAsync(DuePage page, FetchResult result, long started, CancellationToken abort)
    {
        if (result.Outcome == FetchOutcome.Fetched)
        {
            await queues.Fetched.Writer.WriteAsync(new FetchedPage(page, result, started), abort).ConfigureAwait(false);
            return;
        }

        var report = PageScheduling.WithoutBody(page, result, settings.Service);
        if (report.Problem is { } problem)
        {
            LogNotFetched(page.Url, problem);
        }

        await queues.Settled.Writer.WriteAsync(new SettledPage(report, started), abort).ConfigureAwait(false);
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "Not fetched: {Url}: {Problem}")]
    private partial void LogNotFetched(string url, string problem);

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "Host {Host} is left alone for {Wait}")]
    private partial void LogPostponed(string host, TimeSpan wait);

    [LoggerMessage(EventId = 22, Level = LogLevel.Error, Message = "Fetching from {Host} failed and will be tried again")]
    private partial void LogLaneFailed(Exception exception, string host);
}
