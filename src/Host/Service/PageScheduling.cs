using Pipeline.Host.Configuration;
using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>Decides what a page is after a fetch, and when it is fetched again. Pure.</summary>
internal static class PageScheduling
{
    /// <summary>Longest wait between two tries of a page.</summary>
    private static readonly TimeSpan s_longestBackoff = TimeSpan.FromHours(12);

    /// <summary>The report on a fetch that brought no body.</summary>
    public static PageReport WithoutBody(DuePage page, FetchResult result, ServiceSettings settings)
    {
        var at = result.RetrievedAt;
        if (result.Outcome == FetchOutcome.NotModified)
        {
            return new PageReport(page, at, page.State, NextRefetch(page, at, settings))
            {
                ETag = result.Validators?.ETag ?? page.ETag,
                LastModified = result.Validators?.LastModified ?? page.LastModified,
            };
        }

        if (result.Outcome == FetchOutcome.MovedToHeld)
        {
            return new PageReport(page, at, PageState.Alias, null);
        }

        var problem = $"{result.Outcome}: {result.Reason}";
        if (result.Outcome.IsTransient() && page.Attempts + 1 < settings.MaxAttempts)
        {
            var wait = Backoff(page.Attempts, settings.TryAgainAfter);
            return new PageReport(page, at, page.State, at + (result.RetryAfter > wait ? result.RetryAfter.Value : wait)) { Problem = problem, IsTransientFailure = true };
        }

        return WithoutArticle(page, at, PageState.Failed, problem, settings);
    }

    /// <summary>The report on a page that holds no article, or cannot be had. One that held an article keeps it, and its later fetches.</summary>
    public static PageReport WithoutArticle(DuePage page, DateTimeOffset at, PageState state, string problem, ServiceSettings settings) => page.State == PageState.Stored
        ? new PageReport(page, at, PageState.Stored, NextRefetch(page, at, settings)) { Problem = problem }
        : new PageReport(page, at, state, null) { Problem = problem };

    /// <summary>The report on a page whose article is ready to be stored.</summary>
    public static PageReport WithArticle(FetchedPage fetched, PreparedArticle article, ServiceSettings settings)
    {
        var (page, result) = (fetched.Page, fetched.Result);
        return new PageReport(page, result.RetrievedAt, PageState.Stored, NextRefetch(page, result.RetrievedAt, settings))
        {
            ETag = result.Validators?.ETag,
            LastModified = result.Validators?.LastModified,
            LedTo = LedTo(page, result),
            Article = article,
        };
    }

    private static FoundPage? LedTo(DuePage page, FetchResult result) =>
        DocumentAddress.TryCreate(result.Url.AbsoluteUri, null, out var address) && address.Key != page.Document ? new FoundPage(address.Key, address.ToString(), address.Host) : null;

    private static DateTimeOffset? NextRefetch(DuePage page, DateTimeOffset at, ServiceSettings settings) =>
        page.Fetches < settings.RefetchAfter.Count ? at + settings.RefetchAfter[page.Fetches] : null;

    private static TimeSpan Backoff(int attempts, TimeSpan first) =>
        TimeSpan.FromTicks((long)Math.Min(first.Ticks * Math.Pow(4, attempts), s_longestBackoff.Ticks));
}
