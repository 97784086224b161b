using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>Takes due pages from the frontier, a lane a host, fetches them one after another, and hands them on.</summary>
internal sealed partial class PageDispatcher(PipelineSettings settings, Fetcher fetcher, IFrontier frontier, PageQueues queues, ServiceTelemetry telemetry, WorkSignal pagesFound, TimeProvider clock, ILogger<PageDispatcher> logger)
{
    /// <summary>How often due pages are looked for when nothing says that there are some.</summary>
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Hosts served at once; most of them wait out their pause.</summary>
    private const int MostLanes = 512;

    private readonly ConcurrentDictionary<string, Task> _lanes = new(StringComparer.Ordinal);

    /// <summary>Pages that have left the frontier's hands and are not yet recorded: they are due still, but under way.</summary>
    private readonly ConcurrentDictionary<long, byte> _underWay = new();

    /// <summary>Runs until cancelled, and returns when no lane is left.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                foreach (var host in frontier.ReadDueHosts(clock.GetUtcNow()))
                {
                    if (_lanes.Count < MostLanes && !_lanes.ContainsKey(host))
                    {
                        var opened = new TaskCompletionSource();
                        _lanes[host] = Task.Run(async () =>
                        {
                            await opened.Task.ConfigureAwait(false);
                            await RunLaneAsync(host, stopping).ConfigureAwait(false);
                        }, CancellationToken.None);
                        opened.SetResult();
                    }
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

    private async Task RunLaneAsync(string host, CancellationToken stopping)
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
                    if (!await FetchAsync(page, stopping).ConfigureAwait(false))
                    {
                        return;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
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
    private async Task<bool> FetchAsync(DuePage page, CancellationToken stopping)
    {
        if (!_underWay.TryAdd(page.Key, 0))
        {
            return true;
        }

        var handedOn = false;
        try
        {
            if (!DocumentAddress.TryCreate(page.Url, null, out var address))
            {
                throw new InvalidOperationException($"The frontier holds '{page.Url}', which is no address");
            }

            var started = clock.GetTimestamp();
            FetchResult result;
            using (telemetry.Start("fetch", page.Url))
            {
                var validators = page.State == PageState.Stored ? new Validators(page.ETag, page.LastModified) : null;
                result = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article, validators), stopping).ConfigureAwait(false);
                result = await WholeArticle.FollowAsync(result, fetcher, stopping).ConfigureAwait(false);
            }

            telemetry.Fetched(result, FetchPurpose.Article, clock.GetElapsedTime(started));
            if (result.Outcome == FetchOutcome.Fetched)
            {
                await queues.Fetched.Writer.WriteAsync(new FetchedPage(page, result, started), stopping).ConfigureAwait(false);
            }
            else
            {
                var report = PageScheduling.WithoutBody(page, result, settings.Service);
                if (report.Problem is { } problem)
                {
                    LogNotFetched(page.Url, problem);
                }

                await queues.Settled.Writer.WriteAsync(new SettledPage(report, started), stopping).ConfigureAwait(false);
            }

            handedOn = true;
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

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "Not fetched: {Url}: {Problem}")]
    private partial void LogNotFetched(string url, string problem);

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "Host {Host} is left alone for {Wait}")]
    private partial void LogPostponed(string host, TimeSpan wait);

    [LoggerMessage(EventId = 22, Level = LogLevel.Error, Message = "Fetching from {Host} failed and will be tried again")]
    private partial void LogLaneFailed(Exception exception, string host);
}
