using Pipeline.Store.Articles;

namespace Pipeline.Store.Frontier;

/// <summary>
/// Which feeds are watched and which pages are still to be fetched, kept with the articles, so that a page and what it held are recorded together:
/// whenever the process dies, a page either waits still or its article is stored.
/// </summary>
public interface IFrontier
{
    /// <summary>
    /// Makes the feeds of the configuration the active ones, and brings forward those whose interval has become shorter.
    /// What was put off by a clock that ran ahead (visits and fetches that lie in the future) is due at once.
    /// </summary>
    Task RegisterFeedsAsync(IReadOnlyList<FeedRegistration> feeds, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Active feeds that are to be asked, longest overdue first.</summary>
    IReadOnlyList<DueFeed> ReadDueFeeds(DateTimeOffset now);

    /// <summary>Records a visit and what the feed named.</summary>
    /// <returns>How many of its pages were new.</returns>
    Task<int> RecordVisitAsync(FeedVisit visit, CancellationToken cancellationToken = default);

    /// <summary>Hosts that have pages due and have not asked to be left alone.</summary>
    IReadOnlyList<string> ReadDueHosts(DateTimeOffset now);

    /// <summary>Pages of a host that are due, longest first.</summary>
    IReadOnlyList<DuePage> ReadDuePages(string host, DateTimeOffset now, int limit);

    /// <summary>Whether a document has an article in the store, or waits to be fetched under its own address.</summary>
    bool Holds(string document);

    /// <summary>Leaves a host alone until then.</summary>
    Task PostponeHostAsync(string host, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>Records what became of pages, and stores their articles, in one transaction.</summary>
    /// <returns>A receipt for each report that held an article, null for the others, in order.</returns>
    /// <exception cref="StoreException">Nothing was recorded.</exception>
    Task<IReadOnlyList<SaveReceipt?>> ReportAsync(IReadOnlyList<PageReport> reports, CancellationToken cancellationToken = default);

    /// <summary>How the feeds fare, those configured first.</summary>
    IReadOnlyList<FeedStatus> ReadFeeds();

    /// <summary>How things stand.</summary>
    /// <param name="now">For what is due.</param>
    /// <param name="problems">How many of the newest failures to list.</param>
    FrontierStatus ReadStatus(DateTimeOffset now, int problems);
}
