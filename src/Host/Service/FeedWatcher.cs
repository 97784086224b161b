using Microsoft.Extensions.Logging;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Feeds;
using Pipeline.Ingest.Fetching;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>Asks each feed when it is due, and puts what it names into the frontier.</summary>
internal sealed partial class FeedWatcher(PipelineSettings settings, Fetcher fetcher, IFrontier frontier, ServiceTelemetry telemetry, WorkSignal pagesFound, TimeProvider clock, ILogger<FeedWatcher> logger)
{
    /// <summary>How often due feeds are looked for: feeds are asked every few minutes.</summary>
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Feeds asked at once.</summary>
    private const int MostAtOnce = 8;

    /// <summary>Sitemaps of one index read in one visit, newest first.</summary>
    private const int MostSitemaps = 200;

    /// <summary>A sitemap is read again when it changed this long before the last visit, or later: clocks differ.</summary>
    private static readonly TimeSpan s_overlap = TimeSpan.FromDays(1);

    private readonly Dictionary<string, FeedSettings> _feeds = settings.Feeds.ToDictionary(feed => feed.Address.ToString(), StringComparer.Ordinal);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(s_lookEvery, clock);
        do
        {
            var due = frontier.ReadDueFeeds(clock.GetUtcNow()).Where(feed => _feeds.ContainsKey(feed.Url));
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stopping }, async (feed, token) =>
                await VisitAsync(_feeds[feed.Url], feed, token).ConfigureAwait(false)).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false));
    }

    private async Task VisitAsync(FeedSettings feed, DueFeed due, CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        using var activity = telemetry.Start("feed", due.Url);
        var result = await fetcher.FetchAsync(new FetchRequest(feed.Address, FetchPurpose.Feed, new Validators(due.ETag, due.LastModified)), stopping).ConfigureAwait(false);
        telemetry.Fetched(result, FetchPurpose.Feed, clock.GetElapsedTime(started));
        var visit = result.Outcome switch
        {
            FetchOutcome.NotModified => Visit(feed, result) with { Succeeded = true, ETag = due.ETag, LastModified = due.LastModified },
            FetchOutcome.Fetched => await ReadAsync(feed, due, result, stopping).ConfigureAwait(false),
            _ => Visit(feed, result) with { Problem = $"{result.Outcome}: {result.Reason}" },
        };
        var added = await frontier.RecordVisitAsync(visit, stopping).ConfigureAwait(false);
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

        var (articles, problem) = (content.Articles.ToList(), content.Problem);
        if (content.Sitemaps.Count == 0)
        {
            return visit with { Succeeded = true, Problem = problem, Pages = Pages(articles), ETag = result.Validators?.ETag, LastModified = result.Validators?.LastModified };
        }

        // An index may stay the same while its sitemaps change, so it is read whole at every visit.
        var since = due.SucceededAt - s_overlap;
        foreach (var sitemap in content.Sitemaps.Where(s => since is null || s.PublishedAt is null || s.PublishedAt >= since).OrderByDescending(s => s.PublishedAt ?? DateTimeOffset.MaxValue).Take(MostSitemaps))
        {
            problem = await ReadSitemapAsync(feed, sitemap.Address, articles, stopping).ConfigureAwait(false) ?? problem;
        }

        return visit with { Succeeded = true, Problem = problem, Pages = Pages(articles) };
    }

    /// <summary>Adds the articles of one sitemap; returns what went wrong.</summary>
    private async Task<string?> ReadSitemapAsync(FeedSettings feed, DocumentAddress address, List<FeedEntry> articles, CancellationToken stopping)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Feed), stopping).ConfigureAwait(false);
        if (result.Outcome != FetchOutcome.Fetched)
        {
            return $"{address}: {result.Outcome}: {result.Reason}";
        }

        try
        {
            var content = FeedReader.Read(feed.Kind, result.Body, result.MediaType, result.Url, null, settings.Fetch.MaxBytes);
            articles.AddRange(content.Articles);
            return content.Problem;
        }
        catch (FeedFormatException e)
        {
            return e.Message;
        }
    }

    private static List<FoundPage> Pages(List<FeedEntry> entries) =>
        [.. entries.DistinctBy(entry => entry.Address.Key).Select(entry => new FoundPage(entry.Address.Key, entry.Address.ToString(), entry.Address.Host))];

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "Found {Count} new pages in {Feed}")]
    private partial void LogFound(int count, string feed);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "Feed {Feed}: {Problem}")]
    private partial void LogFeedProblem(string feed, string problem);
}
