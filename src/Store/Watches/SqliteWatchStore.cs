using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;
using Pipeline.Store.Sqlite;

namespace Pipeline.Store.Watches;

/// <summary>Watches in the same file as the claims, so that a look and what it fired are one transaction.</summary>
public sealed class SqliteWatchStore : IWatchStore
{
    /// <summary>Articles that one look takes in at most; what is left comes with the next.</summary>
    private const int ArticlesPerLook = 500;

    /// <summary>Claims of one topic that a new one is compared with.</summary>
    private const int TopicClaims = 1000;

    private const string WatchColumns = "w.id, w.name, w.filters, w.events, w.webhook, w.secret, w.created_at, w.watch_key, w.seen_article, w.seen_change";

    /// <summary>The columns that <see cref="ReadEvent"/> takes, of events <c>e</c> and their watch <c>w</c>.</summary>
    internal const string EventColumns = "e.event_key, w.id, e.kind, e.claim_id, e.body, e.at, e.attempts, e.problem, e.tried_at";

    private readonly SqliteDatabase database;
    private readonly StoreOptions options;
    private readonly ClaimSearch search;

    /// <summary>Makes a store of watches beside the claims.</summary>
    public SqliteWatchStore(SqliteDatabase database, StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        (this.database, this.options, search) = (database, options, new ClaimSearch(options));
    }

    private sealed record Row(Watch Watch, long Key, long SeenArticle, long SeenChange);

    /// <inheritdoc/>
    public Task AddAsync(Watch watch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(watch);
        return database.WriteAsync(
            session =>
            {
                Insert(session, watch);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<Watch>>(database.Read(session => Rows(session).ConvertAll(row => row.Watch)));

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => session.Execute("DELETE FROM watches WHERE id = $1", id) > 0, cancellationToken);

    /// <inheritdoc/>
    public async Task<int> LookAsync(CancellationToken cancellationToken = default)
    {
        QueryException? unreadable = null;
        var fired = await database.WriteAsync(
            session =>
            {
                var count = 0;
                foreach (var row in Rows(session))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    try
                    {
                        count += Look(session, row);
                    }
                    catch (QueryException cause)
                    {
                        // An upgrade may know a unit no longer: the other watches go on.
                        unreadable ??= new QueryException(cause.Parameter, $"watch {row.Watch.Id} '{row.Watch.Name}': {cause.Message}; remove it and make it anew");
                    }
                }

                return count;
            },
            cancellationToken).ConfigureAwait(false);
        return unreadable is null ? fired : throw unreadable;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WatchEvent>> ReadEventsAsync(string watchId, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<WatchEvent>>(database.Read(session => session.All(
            $"SELECT {EventColumns} FROM watch_events e JOIN watches w ON w.watch_key = e.watch_key WHERE w.id = $1 ORDER BY e.event_key DESC LIMIT $2",
            row => ReadEvent(row, 0), watchId, (long)limit)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<(Watch Watch, WatchEvent Event)>> ReadDueAsync(int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<(Watch, WatchEvent)>>(database.Read(session => session.All(
            $"""
            SELECT {WatchColumns}, {EventColumns}
            FROM (SELECT d.event_key, d.due_at, row_number() OVER (PARTITION BY o.webhook ORDER BY d.due_at, d.event_key) AS place
                  FROM watch_events d JOIN watches o ON o.watch_key = d.watch_key WHERE d.due_at <= $1
                  ORDER BY place, d.due_at, d.event_key LIMIT $2) turn
            JOIN watch_events e ON e.event_key = turn.event_key
            JOIN watches w ON w.watch_key = e.watch_key
            ORDER BY turn.place, turn.due_at, turn.event_key
            """,
            row => (ReadWatch(row).Watch, ReadEvent(row, 10)), options.Clock.GetUtcNow().ToUnixTimeSeconds(), (long)limit)));

    /// <inheritdoc/>
    public Task RecordDeliveryAsync(long eventKey, string? problem, CancellationToken cancellationToken = default) => database.WriteAsync(
        session =>
        {
            var attempts = (int)(session.Integer("SELECT attempts FROM watch_events WHERE event_key = $1", eventKey) ?? 0) + 1;
            var due = problem is null ? null : DeliverySchedule.After(attempts) is { } wait ? options.Clock.GetUtcNow().Add(wait).ToUnixTimeSeconds() : (long?)null;
            return session.Execute("UPDATE watch_events SET attempts = $2, due_at = $3, problem = $4, tried_at = $5 WHERE event_key = $1", eventKey, (long)attempts, due, problem, ClaimRows.Moment(options.Clock.GetUtcNow()));
        },
        cancellationToken);

    /// <summary>Writes a watch that looks at what is stored from now on.</summary>
    internal static void Insert(SqliteSession session, Watch watch) => session.Execute(
        """
        INSERT INTO watches (id, name, filters, events, webhook, secret, created_at, seen_article, seen_change)
        VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT coalesce(max(article_key), 0) FROM articles), (SELECT coalesce(max(change_key), 0) FROM claim_changes))
        """,
        watch.Id, watch.Name, JsonSerializer.Serialize(watch.Filters.Select(filter => new[] { filter.Key, filter.Value })), string.Join(',', watch.Events.Select(ContractNames.Of)),
        watch.Webhook?.ToString(), watch.Secret, ClaimRows.Moment(watch.CreatedAt));

    /// <summary>All watches, oldest first.</summary>
    internal static IEnumerable<Watch> All(SqliteSession session) => Rows(session).Select(row => row.Watch);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WatchDeliveries>> ReadDeliveriesAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<WatchDeliveries>>(database.Read(session => session.All(
            """
            SELECT w.id, count(e.event_key), max(e.at), max(CASE WHEN e.problem IS NULL THEN e.tried_at END), count(e.due_at), count(CASE WHEN e.due_at IS NULL THEN e.problem END),
              (SELECT p.problem FROM watch_events p WHERE p.watch_key = w.watch_key AND p.problem IS NOT NULL ORDER BY p.tried_at DESC, p.event_key DESC LIMIT 1)
            FROM watches w LEFT JOIN watch_events e ON e.watch_key = w.watch_key GROUP BY w.watch_key ORDER BY w.watch_key
            """,
            row => new WatchDeliveries(row.GetString(0), row.GetInt32(1), ClaimRows.Moment(ClaimRows.Text(row, 2)), ClaimRows.Moment(ClaimRows.Text(row, 3)), row.GetInt32(4), row.GetInt32(5), ClaimRows.Text(row, 6)))));

    private static List<Row> Rows(SqliteSession session) => session.All($"SELECT {WatchColumns} FROM watches w ORDER BY w.watch_key", ReadWatch);

    private static Row ReadWatch(SqliteDataReader row) => new(
        new Watch
        {
            Id = row.GetString(0),
            Name = row.GetString(1),
            Filters = [.. JsonSerializer.Deserialize<string[][]>(row.GetString(2))!.Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))],
            Events = [.. row.GetString(3).Split(',').Select(ContractNames.Parse<WatchEventKind>)],
            Webhook = ClaimRows.Text(row, 4) is { } address ? new Uri(address) : null,
            Secret = ClaimRows.Text(row, 5),
            CreatedAt = ClaimRows.Moment(row.GetString(6))!.Value,
        },
        row.GetInt64(7), row.GetInt64(8), row.GetInt64(9));

    /// <summary>The event of a row whose <see cref="EventColumns"/> begin at a column.</summary>
    internal static WatchEvent ReadEvent(SqliteDataReader row, int first) => new(
        row.GetInt64(first), row.GetString(first + 1), ContractNames.Parse<WatchEventKind>(row.GetString(first + 2)), row.GetString(first + 3), row.GetString(first + 4),
        ClaimRows.Moment(row.GetString(first + 5))!.Value, row.GetInt32(first + 6), ClaimRows.Text(row, first + 7)) { TriedAt = ClaimRows.Moment(ClaimRows.Text(row, first + 8)) };

    private int Look(SqliteSession session, Row row)
    {
        var query = new ClaimQueryParser(options.Vocabulary, options.Clock).Parse(row.Watch.Filters);
        var count = 0;
        var articles = session.All("SELECT article_key FROM articles WHERE article_key > $1 ORDER BY article_key LIMIT $2", reader => reader.GetInt64(0), row.SeenArticle, (long)ArticlesPerLook);
        if (articles.Count > 0)
        {
            foreach (var (_, claim) in search.Matches(session, query with { Articles = articles }, after: null))
            {
                count += Fire(session, row, WatchEventKind.NewMatch, claim, null);
                if (row.Watch.Events.Contains(WatchEventKind.NewConflict) && Conflict(session, claim) is { } conflict)
                {
                    count += Fire(session, row, WatchEventKind.NewConflict, claim, conflict);
                }
            }
        }

        // The look at edits waits for the look at articles, so that a version and its changes are seen together.
        var changes = articles.Count == ArticlesPerLook ? [] : session.All(
            "SELECT g.change_key, c.article_key FROM claim_changes g JOIN claims c ON c.claim_key = g.old_claim WHERE g.change_key > $1 AND g.kind IN ('changed', 'removed') ORDER BY g.change_key LIMIT $2",
            reader => (Key: reader.GetInt64(0), Article: reader.GetInt64(1)), row.SeenChange, (long)ArticlesPerLook);
        if (changes.Count > 0 && row.Watch.Events.Contains(WatchEventKind.SilentEdit))
        {
            foreach (var (_, claim) in search.Matches(session, query with { Articles = [.. changes.Select(change => change.Article).Distinct()], Edited = true }, after: null))
            {
                count += Fire(session, row, WatchEventKind.SilentEdit, claim, null);
            }
        }

        if (articles.Count == 0 && changes.Count == 0)
        {
            // A look at nothing new leaves nothing to sync to the disk.
            return count;
        }

        session.Execute("UPDATE watches SET seen_article = $2, seen_change = $3 WHERE watch_key = $1", row.Key, articles.Count > 0 ? articles[^1] : row.SeenArticle, changes.Count > 0 ? changes[^1].Key : row.SeenChange);
        return count;
    }

    private ConflictGroup? Conflict(SqliteSession session, StoredClaim claim)
    {
        if ((claim.Claim.SubjectId ?? claim.Claim.Subject) is not { } subject || (claim.Claim.MetricId ?? claim.Claim.Metric) is not { } metric)
        {
            return null;
        }

        var topic = search.Matches(session, new ClaimQuery { Subjects = [subject], Metrics = [metric] }, after: null).Take(TopicClaims).Select(match => match.Claim);
        return ConflictFinder.Find(topic).FirstOrDefault(group => group.IsReal && group.Claims.Any(member => member.Claim.Id == claim.Claim.Id));
    }

    private int Fire(SqliteSession session, Row row, WatchEventKind kind, StoredClaim claim, ConflictGroup? conflict)
    {
        if (!row.Watch.Events.Contains(kind))
        {
            return 0;
        }

        var now = options.Clock.GetUtcNow();
        return session.Execute(
            "INSERT OR IGNORE INTO watch_events (watch_key, kind, claim_id, body, at, due_at) VALUES ($1, $2, $3, $4, $5, $6)",
            row.Key, ContractNames.Of(kind), claim.Claim.Id, WatchBody.Of(row.Watch, kind, now, claim, conflict), ClaimRows.Moment(now), row.Watch.Webhook is null ? null : now.ToUnixTimeSeconds());
    }
}
