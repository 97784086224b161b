using Microsoft.Extensions.Logging;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Feeds;
using Pipeline.Ingest.Fetching;
using Pipeline.Store;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>Asks each feed when it is due, and puts what it names into the frontier.</summary>
internal sealed partial class FeedWatcher(PipelineSettings settings, Fetcher fetcher, IFrontier frontier, StoreAvailability store, ServiceTelemetry telemetry, WorkSignal pagesFound, TimeProvider clock, ILogger<FeedWatcher> logger)
{
    /// <summary>How often due feeds are looked for: feeds are asked every few minutes.</summary>
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Feeds asked at once.</summary>
    private const int MostAtOnce = 256;

    /// <summary>Articles taken from one visit: an index may name the whole archive of a site.</summary>
    private const int MostPages = 100_000;

    /// <summary>Sitemaps of one index read in one visit, newest first.</summary>
    private const int MostSitemaps = 200;

    /// <summary>A sitemap is read again when it changed this long before the last visit, or later: clocks differ.</summary>
    private static readonly TimeSpan s_overlap = TimeSpan.FromDays(1);

    private readonly Dictionary<string, FeedSettings> _feeds = settings.Feeds.ToDictionary(feed => feed.Address.ToString(), StringComparer.Ordinal);

    /// <summary>Runs until cancelled. Each feed is asked by itself: one that takes an hour delays no other.</summary>
    /// <exception cref="StoreException">The store is beyond what waiting can mend.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(s_lookEvery, clock);
        var visits = new Dictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            do
            {
                foreach (var (url, visit) in visits.Where(visit => visit.Value.IsCompleted).ToList())
                {
                    visits.Remove(url);
                    await visit.ConfigureAwait(false);
                }

                foreach (var due in store.ReadDue(frontier.ReadDueFeeds).Where(due => visits.Count < MostAtOnce && _feeds.ContainsKey(due.Url) && !visits.ContainsKey(due.Url)))
                {
                    visits[due.Url] = VisitAsync(_feeds[due.Url], due, stopping);
                }
            }
            while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false));
        }
        finally
        {
            await Task.WhenAll(visits.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task VisitAsync(FeedSettings feed, DueFeed due, CancellationToken stopping)
    {
        using var activity = telemetry.Start("feed", due.Url);
        FeedVisit visit;
        try
        {
            visit = await AskAsync(feed, due, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One feed that the reader chokes on must not stop the others; it is recorded with its reason.
            LogFault(e, due.Url);
            var now = clock.GetUtcNow();
            visit = new FeedVisit(due.Url, now, now + feed.Every) { Problem = $"reading failed: {e.GetType().Name}: {e.Message}" };
        }

        var added = await store.WriteAsync(token => frontier.RecordVisitAsync(visit, token), stopping).ConfigureAwait(false);
        if (visit.Problem is { } problem)
        {
            LogFeedProblem(due.Url, problem);
        }

        if (added > 0)
        {
            LogFound(added, due.Url);
            pagesFound.Raise();
        }
    }

    private async Task<FeedVisit> AskAsync(FeedSettings feed, DueFeed due, CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        var result = await fetcher.FetchAsync(new FetchRequest(feed.Address, FetchPurpose.Feed, new Validators(due.ETag, due.LastModified)), stopping).ConfigureAwait(false);
        telemetry.Fetched(result, FetchPurpose.Feed, clock.GetElapsedTime(started));
        return result.Outcome switch
        {
            FetchOutcome.NotModified => Visit(feed, result) with { Succeeded = true, ETag = due.ETag, LastModified = due.LastModified },
            FetchOutcome.Fetched => await ReadAsync(feed, due, result, stopping).ConfigureAwait(false),
            _ => Visit(feed, result) with { Problem = $"{result.Outcome}: {result.Reason}" },
        };
    }

    private static FeedVisit Visit(FeedSettings feed, FetchResult result)
    {
        var wait = result.RetryAfter > feed.Every ? result.RetryAfter.Value : feed.Every;
        return new FeedVisit(feed.Address.ToString(), result.RetrievedAt, result.RetrievedAt + wait);
    }

    private async Task<FeedVisit> ReadAsync(FeedSettings feed, DueFeed due, FetchResult result, CancellationToken stopping)
    {
        var visit = Visit(feed, result);
        FeedContent content;
        try
        {
            content = FeedReader.Read(feed.Kind, result.Body, result.MediaType, result.Url, feed.Links, settings.Fetch.MaxBytes);
        }
        catch (FeedFormatException e)
        {
            return visit with { Problem = e.Message };
        }

        // What is older than the feed's MaxAge is history, not news.
        var oldest = clock.GetUtcNow() - feed.MaxAge;
        var (articles, problem) = (content.Articles.Where(article => IsTaken(article, oldest)).ToList(), content.Problem);
        if (content.Sitemaps.Count == 0)
        {
            return visit with { Succeeded = true, Problem = problem, Pages = Pages(articles), ETag = result.Validators?.ETag, LastModified = result.Validators?.LastModified };
        }

        // An index may stay the same while its sitemaps change, so it is read whole at every visit.
        var since = due.SucceededAt - s_overlap;
        var sitemaps = content.Sitemaps.Where(sitemap => IsTaken(sitemap, oldest) && (since is null || sitemap.PublishedAt is null || sitemap.PublishedAt >= since))
            .OrderByDescending(sitemap => sitemap.PublishedAt ?? DateTimeOffset.MaxValue).Take(MostSitemaps);
        foreach (var sitemap in sitemaps)
        {
            if (articles.Count >= MostPages)
            {
                problem = $"names more than {MostPages:N0} articles; older ones are left out, and Feeds:N:MaxAge keeps them out";
                break;
            }

            problem = await ReadSitemapAsync(feed, sitemap.Address, oldest, articles, stopping).ConfigureAwait(false) ?? problem;
        }

        return visit with { Succeeded = true, Problem = problem, Pages = Pages(articles) };
    }

    /// <summary>Adds the articles of one sitemap; returns what went wrong.</summary>
    private async Task<string?> ReadSitemapAsync(FeedSettings feed, DocumentAddress address, DateTimeOffset? oldest, List<FeedEntry> articles, CancellationToken stopping)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Feed), stopping).ConfigureAwait(false);
        if (result.Outcome != FetchOutcome.Fetched)
        {
            return $"{address}: {result.Outcome}: {result.Reason}";
        }

        try
        {
            var content = FeedReader.Read(feed.Kind, result.Body, result.MediaType, result.Url, null, settings.Fetch.MaxBytes);
            articles.AddRange(content.Articles.Where(article => IsTaken(article, oldest)));
            return content.Problem;
        }
        catch (FeedFormatException e)
        {
            return e.Message;
        }
    }

    private static bool IsTaken(FeedEntry entry, DateTimeOffset? oldest) => oldest is null || entry.PublishedAt is null || entry.PublishedAt >= oldest;

    private static List<FoundPage> Pages(List<FeedEntry> entries) =>
        [.. entries.DistinctBy(entry => entry.Address.Key).Select(entry => new FoundPage(entry.Address.Key, entry.Address.ToString(), entry.Address.Host))];

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "Found {Count} new pages in {Feed}")]
    private partial void LogFound(int count, string feed);

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "Reading the feed {Feed} failed")]
    private partial void LogFault(Exception exception, string feed);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "Feed {Feed}: {Problem}")]
    private partial void LogFeedProblem(string feed, string problem);
}
