using Microsoft.Data.Sqlite;
using Pipeline.Store.Articles;
using Pipeline.Store.Sqlite;

namespace Pipeline.Store.Frontier;

/// <summary>The frontier in the same SQLite file as the articles.</summary>
public sealed class SqliteFrontier : IFrontier
{
    /// <summary>How far ahead a recorded moment may lie before the clock must have been put back: clocks are corrected by seconds all the time.</summary>
    internal static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <summary>Longest time a host is left alone for; what lies beyond it was written by a wrong clock.</summary>
    internal static readonly TimeSpan LongestPeace = TimeSpan.FromDays(1);

    private readonly SqliteDatabase _database;
    private readonly StoreOptions _options;

    /// <summary>Makes a frontier on the file of a store; the caller disposes that.</summary>
    /// <param name="database">The file.</param>
    /// <param name="options">Those of the store: the same segmenter recognises near copies.</param>
    public SqliteFrontier(SqliteDatabase database, StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        (_database, _options) = (database, options);
    }

    /// <inheritdoc/>
    public Task RegisterFeedsAsync(IReadOnlyList<FeedRegistration> feeds, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        return _database.WriteAsync(
            session =>
            {
                session.Execute("UPDATE feeds SET active = 0");
                foreach (var feed in feeds)
                {
                    session.Execute(
                        """
                        INSERT INTO feeds (url, kind, active, silent_after, next_at, added_at) VALUES ($1, $2, 1, $3, $4, $4)
                        ON CONFLICT (url) DO UPDATE SET kind = $2, active = 1, silent_after = $3, next_at = min(next_at, coalesce(checked_at, 0) + $5)
                        """,
                        feed.Url, feed.Kind, (long)feed.SilentAfter.TotalMilliseconds, Milliseconds(now), (long)feed.Every.TotalMilliseconds);
                }

                session.Execute("UPDATE pages SET due_at = $1 WHERE due_at > $1 AND fetched_at > $2", Milliseconds(now), Milliseconds(now + Ahead));
                session.Execute("DELETE FROM hosts WHERE not_before <= $1 OR not_before > $2", Milliseconds(now), Milliseconds(now + LongestPeace + Ahead));
                return feeds.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DueFeed> ReadDueFeeds(DateTimeOffset now) => _database.Read(session => session.All(
        "SELECT url, etag, last_modified, succeeded_at FROM feeds WHERE active = 1 AND (next_at <= $1 OR checked_at > $2) ORDER BY next_at",
        row => new DueFeed(row.GetString(0), Text(row, 1), Text(row, 2), Moment(row, 3)),
        Milliseconds(now), Milliseconds(now + Ahead)));

    /// <inheritdoc/>
    public Task<int> RecordVisitAsync(FeedVisit visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return _database.WriteAsync(
            session =>
            {
                var (at, added) = (Milliseconds(visit.At), 0);
                var feed = session.Integer("SELECT feed_key FROM feeds WHERE url = $1", visit.Url);
                foreach (var page in visit.Pages)
                {
                    added += session.Execute(
                        "INSERT INTO pages (document, url, host, feed_key, found_at, state, due_at) VALUES ($1, $2, $3, $4, $5, 'waiting', $5) ON CONFLICT (document) DO NOTHING",
                        page.Document, page.Url, page.Host, feed, at);
                }

                session.Execute(
                    """
                    UPDATE feeds SET checked_at = $2, next_at = $3, problem = $4,
                      succeeded_at = CASE WHEN $5 THEN $2 ELSE succeeded_at END, failures = CASE WHEN $5 THEN 0 ELSE failures + 1 END,
                      etag = CASE WHEN $5 THEN $6 ELSE etag END, last_modified = CASE WHEN $5 THEN $7 ELSE last_modified END,
                      found_at = CASE WHEN $8 > 0 THEN $2 ELSE found_at END, found = found + $8
                    WHERE feed_key = $1
                    """,
                    feed, at, Milliseconds(visit.NextAt), visit.Problem, visit.Succeeded, visit.ETag, visit.LastModified, added);
                return added;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ReadDueHosts(DateTimeOffset now) => _database.Read(session => session.All(
        // One step down the index a host, however many pages each has.
        """
        WITH RECURSIVE due (host) AS (
          SELECT min(host) FROM pages WHERE due_at IS NOT NULL
          UNION ALL
          SELECT (SELECT min(host) FROM pages WHERE due_at IS NOT NULL AND host > due.host) FROM due WHERE due.host IS NOT NULL
        )
        SELECT host FROM due
        WHERE host IS NOT NULL AND EXISTS (SELECT 1 FROM pages p WHERE p.due_at IS NOT NULL AND p.host = due.host AND p.due_at <= $1)
          AND NOT EXISTS (SELECT 1 FROM hosts h WHERE h.host = due.host AND h.not_before > $1)
        """,
        row => row.GetString(0),
        Milliseconds(now)));

    /// <inheritdoc/>
    public IReadOnlyList<DuePage> ReadDuePages(string host, DateTimeOffset now, int limit) => _database.Read(session => session.All(
        "SELECT page_key, document, url, host, attempts, fetches, state, etag, last_modified FROM pages WHERE host = $1 AND due_at IS NOT NULL AND due_at <= $2 ORDER BY due_at LIMIT $3",
        row => new DuePage(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), State(row.GetString(6)), Text(row, 7), Text(row, 8)),
        host, Milliseconds(now), limit));

    /// <inheritdoc/>
    public bool Holds(string document) =>
        _database.Read(session => session.Integer("SELECT 1 FROM pages WHERE document = $1 AND state IN ('waiting', 'stored')", document)) is not null;

    /// <inheritdoc/>
    public Task PostponeHostAsync(string host, DateTimeOffset until, CancellationToken cancellationToken = default) => _database.WriteAsync(
        session => session.Execute("INSERT INTO hosts (host, not_before) VALUES ($1, $2) ON CONFLICT (host) DO UPDATE SET not_before = max(not_before, $2)", host, Milliseconds(until)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SaveReceipt?>> ReportAsync(IReadOnlyList<PageReport> reports, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return _database.WriteAsync<IReadOnlyList<SaveReceipt?>>(
            session =>
            {
                var writer = new ArticleWriter(session, _options.Clock.GetUtcNow());
                IReadOnlyList<SaveReceipt?> receipts = [.. reports.Select(report => Record(session, report, writer))];
                writer.Finish();
                return receipts;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FeedStatus> ReadFeeds() => _database.Read(Feeds);

    /// <inheritdoc/>
    public FrontierStatus ReadStatus(DateTimeOffset now, int problems) => _database.Read(session => new FrontierStatus
    {
        Feeds = Feeds(session),
        Pages = session.All("SELECT state, count(*) FROM pages GROUP BY state", row => (State: State(row.GetString(0)), Count: row.GetInt64(1))).ToDictionary(s => s.State, s => s.Count),
        Due = session.Integer("SELECT count(*) FROM pages WHERE due_at IS NOT NULL AND due_at <= $1", Milliseconds(now)) ?? 0,
        Problems = session.All(
            "SELECT url, state, problem, fetched_at FROM pages WHERE problem IS NOT NULL ORDER BY fetched_at DESC LIMIT $1",
            row => new PageProblem(row.GetString(0), State(row.GetString(1)), row.GetString(2), Moment(row, 3)!.Value),
            problems),
    });

    private static List<FeedStatus> Feeds(SqliteSession session) => session.All(
        "SELECT url, kind, active, added_at, next_at, checked_at, succeeded_at, found_at, found, failures, problem, silent_after FROM feeds ORDER BY active DESC, url",
        row => new FeedStatus
        {
            Url = row.GetString(0),
            Kind = row.GetString(1),
            IsActive = row.GetBoolean(2),
            AddedAt = Moment(row, 3)!.Value,
            NextAt = Moment(row, 4)!.Value,
            CheckedAt = Moment(row, 5),
            SucceededAt = Moment(row, 6),
            FoundAt = Moment(row, 7),
            Found = row.GetInt64(8),
            Failures = row.GetInt32(9),
            Problem = Text(row, 10),
            SilentAfter = TimeSpan.FromMilliseconds(row.GetInt64(11)),
        });

    private static SaveReceipt? Record(SqliteSession session, PageReport report, ArticleWriter writer)
    {
        var receipt = report.Article is { } article ? writer.Save(article.Submission) : null;
        session.Execute(
            """
            UPDATE pages SET state = $2, due_at = $3, fetched_at = $4, problem = $5, article_id = coalesce($6, article_id),
              attempts = CASE WHEN $7 THEN attempts + 1 ELSE 0 END, fetches = CASE WHEN $7 THEN fetches ELSE fetches + 1 END,
              etag = CASE WHEN $7 THEN etag ELSE $8 END, last_modified = CASE WHEN $7 THEN last_modified ELSE $9 END
            WHERE page_key = $1
            """,
            report.Page.Key, Name(report.State), report.DueAt is { } due ? Milliseconds(due) : null, Milliseconds(report.At), report.Problem, receipt?.ArticleId,
            report.IsTransientFailure, report.ETag, report.LastModified);
        if (report.LedTo is { } target && target.Document != report.Page.Document)
        {
            session.Execute(
                """
                INSERT INTO pages (document, url, host, found_at, state) VALUES ($1, $2, $3, $4, 'alias')
                ON CONFLICT (document) DO UPDATE SET state = 'alias', due_at = NULL WHERE state = 'waiting'
                """,
                target.Document, target.Url, target.Host, Milliseconds(report.At));
        }

        return receipt;
    }

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static DateTimeOffset? Moment(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string Name(PageState state) => state switch
    {
        PageState.Waiting => "waiting",
        PageState.Stored => "stored",
        PageState.Rejected => "rejected",
        PageState.Failed => "failed",
        PageState.Alias => "alias",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "no such state"),
    };

    private static PageState State(string name) => name switch
    {
        "waiting" => PageState.Waiting,
        "stored" => PageState.Stored,
        "rejected" => PageState.Rejected,
        "failed" => PageState.Failed,
        "alias" => PageState.Alias,
        _ => throw new InvalidDataException($"pages.state holds '{name}'"),
    };
}
