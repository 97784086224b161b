using LiteDB;
using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;

namespace Pipeline.Store.LiteDb;

/// <summary>The service's queue in the same LiteDB file as the articles. Times are milliseconds since 1970 in UTC.</summary>
internal sealed class LiteFrontier(LiteFile file, StoreOptions options) : IFrontier
{
    /// <inheritdoc/>
    public Task RegisterFeedsAsync(IReadOnlyList<FeedRegistration> feeds, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        return file.WriteAsync(
            session =>
            {
                foreach (var old in session.Feeds.FindAll().ToList())
                {
                    old["active"] = false;
                    session.Feeds.Update(old);
                }

                foreach (var feed in feeds)
                {
                    var known = Feed(session, feed.Url);
                    var document = known ?? new BsonDocument
                    {
                        ["_id"] = session.Next(session.Feeds),
                        ["url"] = feed.Url,
                        ["url_key"] = LiteSession.Key(feed.Url),
                        ["next"] = Milliseconds(now),
                        ["added"] = Milliseconds(now),
                        ["found"] = 0L,
                        ["failures"] = 0,
                    };
                    document["kind"] = feed.Kind;
                    document["active"] = true;
                    document["silent_after"] = (long)feed.SilentAfter.TotalMilliseconds;
                    document["next"] = Math.Min(document["next"].AsInt64, known is null ? long.MaxValue : (document["checked"].IsNull ? 0 : document["checked"].AsInt64) + (long)feed.Every.TotalMilliseconds);
                    session.Feeds.Upsert(document);
                }

                var (at, ahead) = (Milliseconds(now), Milliseconds(now + SqliteFrontier.Ahead));
                foreach (var page in session.Pages.Query().Where(BsonExpression.Create("$.due > @0 AND $.fetched > @1", at, ahead)).ToList())
                {
                    page["due"] = at;
                    session.Pages.Update(page);
                }

                var longest = Milliseconds(now + SqliteFrontier.LongestPeace + SqliteFrontier.Ahead);
                session.Hosts.DeleteMany(BsonExpression.Create("$.not_before <= @0 OR $.not_before > @1", at, longest));
                return feeds.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DueFeed> ReadDueFeeds(DateTimeOffset now) => file.Read<List<DueFeed>>(session =>
    [
        .. session.Feeds.FindAll().Where(feed => feed["active"].AsBoolean && (feed["next"].AsInt64 <= Milliseconds(now) || (!feed["checked"].IsNull && feed["checked"].AsInt64 > Milliseconds(now + SqliteFrontier.Ahead)))).OrderBy(feed => feed["next"].AsInt64)
            .Select(feed => new DueFeed(feed["url"].AsString, ClaimDocuments.Text(feed, "etag"), ClaimDocuments.Text(feed, "last_modified"), Moment(feed, "succeeded"))),
    ]);

    /// <inheritdoc/>
    public Task<int> RecordVisitAsync(FeedVisit visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return file.WriteAsync(
            session =>
            {
                var (at, added) = (Milliseconds(visit.At), 0);
                var feed = Feed(session, visit.Url);
                foreach (var page in visit.Pages.Where(page => Page(session, page.Document) is null))
                {
                    session.Pages.Insert(Of(session, page, at, PageState.Waiting, due: at));
                    added++;
                }

                if (feed is null)
                {
                    return added;
                }

                feed["checked"] = at;
                feed["next"] = Milliseconds(visit.NextAt);
                feed["problem"] = visit.Problem;
                feed["found"] = feed["found"].AsInt64 + added;
                if (visit.Succeeded)
                {
                    (feed["succeeded"], feed["failures"], feed["etag"], feed["last_modified"]) = (at, 0, visit.ETag, visit.LastModified);
                }
                else
                {
                    feed["failures"] = feed["failures"].AsInt32 + 1;
                }

                if (added > 0)
                {
                    feed["found_at"] = at;
                }

                session.Feeds.Update(feed);
                return added;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ReadDueHosts(DateTimeOffset now) => file.Read<List<string>>(session =>
    [
        .. Due(session, now).Select("{host: $.host}").ToDocuments().Select(page => page["host"].AsString).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(host => session.Hosts.FindById(LiteSession.Key(host)) is not { } left || left["not_before"].AsInt64 <= Milliseconds(now)),
    ]);

    /// <inheritdoc/>
    public IReadOnlyList<DuePage> ReadDuePages(string host, DateTimeOffset now, int limit) => file.Read<List<DuePage>>(session =>
    [
        .. Due(session, now).Where(BsonExpression.Create("$.host = @0", host)).OrderBy("$.due").ToDocuments().Take(limit)
            .Select(page => new DuePage(
                page["_id"].AsInt64, page["document"].AsString, page["url"].AsString, page["host"].AsString, page["attempts"].AsInt32, page["fetches"].AsInt32, State(page),
                ClaimDocuments.Text(page, "etag"), ClaimDocuments.Text(page, "last_modified"))),
    ]);

    /// <inheritdoc/>
    public Task PostponeHostAsync(string host, DateTimeOffset until, CancellationToken cancellationToken = default) => file.WriteAsync(
        session =>
        {
            var known = session.Hosts.FindById(LiteSession.Key(host));
            return session.Hosts.Upsert(new BsonDocument { ["_id"] = LiteSession.Key(host), ["not_before"] = Math.Max(Milliseconds(until), known?["not_before"].AsInt64 ?? 0) });
        },
        cancellationToken);

    /// <inheritdoc/>
    public bool Holds(string document) => file.Read(session => Page(session, document) is { } page && State(page) is PageState.Waiting or PageState.Stored);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SaveReceipt?>> ReportAsync(IReadOnlyList<PageReport> reports, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return file.WriteAsync<IReadOnlyList<SaveReceipt?>>(
            session =>
            {
                var writer = new LiteArticleWriter(session, options.Clock.GetUtcNow());
                return [.. reports.Select(report => Record(session, writer, report))];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FeedStatus> ReadFeeds() => file.Read(Feeds);

    /// <inheritdoc/>
    public FrontierStatus ReadStatus(DateTimeOffset now, int problems) => file.Read(session => new FrontierStatus
    {
        Feeds = Feeds(session),
        Pages = session.Pages.Query().Select("{state: $.state}").ToEnumerable().GroupBy(State).ToDictionary(state => state.Key, state => (long)state.Count()),
        Due = Due(session, now).LongCount(),
        Problems = problems == 0 ? [] : [.. session.Pages.Query().Where("$.failed > 0").OrderBy("$.failed", Query.Descending).Limit(problems).ToDocuments()
            .Select(page => new PageProblem(page["url"].AsString, State(page), page["problem"].AsString, Moment(page, "fetched")!.Value))],
    });

    private static ILiteQueryable<BsonDocument> Due(LiteSession session, DateTimeOffset now) =>
        session.Pages.Query().Where(BsonExpression.Create("$.due BETWEEN @0 AND @1", long.MinValue, Milliseconds(now)));

    private static List<FeedStatus> Feeds(LiteSession session) =>
    [
        .. session.Feeds.FindAll().OrderByDescending(feed => feed["active"].AsBoolean).ThenBy(feed => feed["url"].AsString, StringComparer.Ordinal).Select(feed => new FeedStatus
        {
            Url = feed["url"].AsString,
            Kind = feed["kind"].AsString,
            IsActive = feed["active"].AsBoolean,
            AddedAt = Moment(feed, "added")!.Value,
            NextAt = Moment(feed, "next")!.Value,
            CheckedAt = Moment(feed, "checked"),
            SucceededAt = Moment(feed, "succeeded"),
            FoundAt = Moment(feed, "found_at"),
            Found = feed["found"].AsInt64,
            Failures = feed["failures"].AsInt32,
            Problem = ClaimDocuments.Text(feed, "problem"),
            SilentAfter = TimeSpan.FromMilliseconds(feed["silent_after"].AsInt64),
        }),
    ];

    private static SaveReceipt? Record(LiteSession session, LiteArticleWriter writer, PageReport report)
    {
        var receipt = report.Article is { } article ? writer.Save(article.Submission) : null;
        var page = session.Pages.FindById(report.Page.Key);
        page["state"] = Name(report.State);
        page["due"] = report.DueAt is { } due ? Milliseconds(due) : BsonValue.Null;
        page["fetched"] = Milliseconds(report.At);
        page["problem"] = report.Problem;
        page["failed"] = report.Problem is null ? BsonValue.Null : Milliseconds(report.At);
        page["article"] = receipt is null ? page["article"] : receipt.ArticleId;
        if (report.IsTransientFailure)
        {
            page["attempts"] = page["attempts"].AsInt32 + 1;
        }
        else
        {
            (page["attempts"], page["fetches"], page["etag"], page["last_modified"]) = (0, page["fetches"].AsInt32 + 1, report.ETag, report.LastModified);
        }

        session.Pages.Update(page);
        if (report.LedTo is { } target && target.Document != report.Page.Document)
        {
            var known = Page(session, target.Document);
            if (known is null)
            {
                session.Pages.Insert(Of(session, target, Milliseconds(report.At), PageState.Alias, BsonValue.Null));
            }
            else if (State(known) == PageState.Waiting)
            {
                (known["state"], known["due"]) = (Name(PageState.Alias), BsonValue.Null);
                session.Pages.Update(known);
            }
        }

        return receipt;
    }

    private static BsonDocument Of(LiteSession session, FoundPage page, long at, PageState state, BsonValue due) => new()
    {
        ["_id"] = session.Next(session.Pages),
        ["document"] = page.Document,
        ["document_key"] = LiteSession.Key(page.Document),
        ["url"] = page.Url,
        ["host"] = page.Host,
        ["found_at"] = at,
        ["state"] = Name(state),
        ["due"] = due,
        ["attempts"] = 0,
        ["fetches"] = 0,
    };

    private static BsonDocument? Feed(LiteSession session, string url) => LiteSession.First(session.Feeds, "url_key", LiteSession.Key(url));

    private static BsonDocument? Page(LiteSession session, string document) => LiteSession.First(session.Pages, "document_key", LiteSession.Key(document));

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static DateTimeOffset? Moment(BsonDocument document, string field) => document[field].IsNull ? null : DateTimeOffset.FromUnixTimeMilliseconds(document[field].AsInt64);

    private static string Name(PageState state) => Enum.IsDefined(state) ? Queries.ContractNames.Of(state) : throw new ArgumentOutOfRangeException(nameof(state), state, "no such state");

    private static PageState State(BsonDocument page) => Queries.ContractNames.Parse<PageState>(page["state"].AsString);
}
