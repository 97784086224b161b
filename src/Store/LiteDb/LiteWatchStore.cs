using LiteDB;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;
using Pipeline.Store.Watches;

namespace Pipeline.Store.LiteDb;

/// <summary>Watches in the same LiteDB file as the claims, so that a look and what it fired are one transaction.</summary>
internal sealed class LiteWatchStore(LiteFile file, StoreOptions options) : IWatchStore
{
    /// <summary>Articles that one look takes in at most; what is left comes with the next.</summary>
    private const int ArticlesPerLook = 500;

    /// <summary>Claims of one topic that a new one is compared with.</summary>
    private const int TopicClaims = 1000;

    private readonly LiteSearch search = new(file, options);

    /// <inheritdoc/>
    public Task AddAsync(Watch watch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(watch);
        return file.WriteAsync(
            session =>
            {
                Insert(session, watch);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<Watch>>(file.Read(session => All(session).ConvertAll(Read)));

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) => file.WriteAsync(
        session =>
        {
            if (LiteSession.First(session.Watches, "id", id) is not { } watch)
            {
                return false;
            }

            foreach (var fired in LiteSession.All(session.Events, "watch", id))
            {
                session.Events.Delete(fired["_id"]);
            }

            return session.Watches.Delete(watch["_id"]);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<int> LookAsync(CancellationToken cancellationToken = default)
    {
        // Looked at first without writing: a look at nothing new takes no lock and leaves nothing to sync.
        if (!file.Read(session => All(session).Exists(watch => watch["seen_article"].AsInt64 < LiteSession.Last(session.Articles) || watch["seen_change"].AsInt64 < LiteSession.Last(session.Changes))))
        {
            return 0;
        }

        QueryException? unreadable = null;
        var fired = await file.WriteAsync(
            session =>
            {
                var count = 0;
                foreach (var watch in All(session))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    try
                    {
                        count += Look(session, watch);
                    }
                    catch (QueryException cause)
                    {
                        // An upgrade may know a unit no longer: the other watches go on.
                        unreadable ??= new QueryException(cause.Parameter, $"watch {watch["id"].AsString} '{watch["name"].AsString}': {cause.Message}; remove it and make it anew");
                    }
                }

                return count;
            },
            cancellationToken).ConfigureAwait(false);
        return unreadable is null ? fired : throw unreadable;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WatchEvent>> ReadEventsAsync(string watchId, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<WatchEvent>>(file.Read(session => LiteSession.All(session.Events, "watch", watchId).AsEnumerable().Reverse().Take(limit).Select(ReadEvent).ToList()));

    /// <inheritdoc/>
    public Task<IReadOnlyList<(Watch Watch, WatchEvent Event)>> ReadDueAsync(int limit, CancellationToken cancellationToken = default)
    {
        var now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
        return Task.FromResult<IReadOnlyList<(Watch, WatchEvent)>>(file.Read(session =>
        {
            var watches = All(session).ToDictionary(watch => watch["id"].AsString, Read, StringComparer.Ordinal);
            return session.Events.Query().Where(BsonExpression.Create("$.due BETWEEN @0 AND @1", long.MinValue, now)).ToList()
                .OrderBy(fired => fired["due"].AsInt64).ThenBy(fired => fired["_id"].AsInt64)
                .GroupBy(fired => watches[fired["watch"].AsString].Webhook)
                .SelectMany(receiver => receiver.Select((fired, place) => (fired, place)))
                .OrderBy(turn => turn.place).ThenBy(turn => turn.fired["due"].AsInt64).ThenBy(turn => turn.fired["_id"].AsInt64)
                .Take(limit).Select(turn => (watches[turn.fired["watch"].AsString], ReadEvent(turn.fired))).ToList();
        }));
    }

    /// <inheritdoc/>
    public Task RecordDeliveryAsync(long eventKey, string? problem, CancellationToken cancellationToken = default) => file.WriteAsync(
        session =>
        {
            if (session.Events.FindById(eventKey) is not { } fired)
            {
                return false;
            }

            var attempts = fired["attempts"].AsInt32 + 1;
            var due = problem is not null && DeliverySchedule.After(attempts) is { } wait ? options.Clock.GetUtcNow().Add(wait).ToUnixTimeSeconds() : (long?)null;
            (fired["attempts"], fired["due"], fired["problem"], fired["tried_at"]) = (attempts, due is { } at ? at : BsonValue.Null, problem, ClaimDocuments.Moment(options.Clock.GetUtcNow()));
            return session.Events.Update(fired);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WatchDeliveries>> ReadDeliveriesAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<WatchDeliveries>>(file.Read(session => All(session).ConvertAll(watch => Deliveries(watch["id"].AsString, [.. LiteSession.All(session.Events, "watch", watch["id"])]))));

    private static WatchDeliveries Deliveries(string watch, List<BsonDocument> documents)
    {
        var events = documents.ConvertAll(ReadEvent);
        return new WatchDeliveries(
            watch,
            events.Count,
            events.Max(fired => (DateTimeOffset?)fired.At),
            events.Where(fired => fired.Problem is null).Max(fired => fired.TriedAt),
            documents.Count(fired => !fired["due"].IsNull),
            documents.Count(fired => fired["due"].IsNull && !fired["problem"].IsNull),
            events.Where(fired => fired.Problem is not null).OrderByDescending(fired => fired.TriedAt).ThenByDescending(fired => fired.Key).FirstOrDefault()?.Problem);
    }

    /// <summary>Writes a watch that looks at what is stored from now on.</summary>
    public static void Insert(LiteSession session, Watch watch) => session.Watches.Insert(new BsonDocument
    {
        ["_id"] = session.Next(session.Watches),
        ["id"] = watch.Id,
        ["name"] = watch.Name,
        ["filters"] = new BsonArray(watch.Filters.Select(filter => (BsonValue)new BsonArray(new BsonValue(filter.Key), new BsonValue(filter.Value)))),
        ["events"] = new BsonArray(watch.Events.Select(kind => new BsonValue(ContractNames.Of(kind)))),
        ["webhook"] = watch.Webhook?.ToString(),
        ["secret"] = watch.Secret,
        ["created_at"] = ClaimDocuments.Moment(watch.CreatedAt),
        ["seen_article"] = LiteSession.Last(session.Articles),
        ["seen_change"] = LiteSession.Last(session.Changes),
    });

    /// <summary>Writes an event, unless it has fired before.</summary>
    /// <returns>Whether it is new.</returns>
    public static bool Insert(LiteSession session, WatchEvent fired, long? due)
    {
        var happening = LiteSession.Key($"{fired.WatchId} {ContractNames.Of(fired.Kind)} {fired.ClaimId}");
        if (LiteSession.First(session.Events, "happening", happening) is not null)
        {
            return false;
        }

        session.Events.Insert(new BsonDocument
        {
            ["_id"] = session.Next(session.Events),
            ["watch"] = fired.WatchId,
            ["happening"] = happening,
            ["kind"] = ContractNames.Of(fired.Kind),
            ["claim"] = fired.ClaimId,
            ["body"] = fired.Body,
            ["at"] = ClaimDocuments.Moment(fired.At),
            ["attempts"] = fired.Attempts,
            ["due"] = due is { } at ? at : BsonValue.Null,
            ["problem"] = fired.Problem,
            ["tried_at"] = ClaimDocuments.Moment(fired.TriedAt),
        });
        return true;
    }

    /// <summary>All watches, oldest first.</summary>
    public static List<BsonDocument> All(LiteSession session) => [.. session.Watches.FindAll().OrderBy(watch => watch["_id"].AsInt64)];

    /// <summary>The watch of a document.</summary>
    public static Watch Read(BsonDocument watch) => new()
    {
        Id = watch["id"].AsString,
        Name = watch["name"].AsString,
        Filters = [.. watch["filters"].AsArray.Select(filter => KeyValuePair.Create(filter[0].AsString, filter[1].IsNull ? null : filter[1].AsString))],
        Events = [.. watch["events"].AsArray.Select(kind => ContractNames.Parse<WatchEventKind>(kind.AsString))],
        Webhook = ClaimDocuments.Text(watch, "webhook") is { } address ? new Uri(address) : null,
        Secret = ClaimDocuments.Text(watch, "secret"),
        CreatedAt = ClaimDocuments.Moment(watch, "created_at")!.Value,
    };

    /// <summary>The event of a document.</summary>
    public static WatchEvent ReadEvent(BsonDocument fired) => new(
        fired["_id"].AsInt64, fired["watch"].AsString, ContractNames.Parse<WatchEventKind>(fired["kind"].AsString), fired["claim"].AsString, fired["body"].AsString,
        ClaimDocuments.Moment(fired, "at")!.Value, fired["attempts"].AsInt32, ClaimDocuments.Text(fired, "problem"))
    {
        TriedAt = ClaimDocuments.Moment(fired, "tried_at"),
    };

    private int Look(LiteSession session, BsonDocument document)
    {
        var watch = Read(document);
        var query = new ClaimQueryParser(options.Vocabulary, options.Clock).Parse(watch.Filters);
        var count = 0;
        var (seen, last) = (document["seen_article"].AsInt64, LiteSession.Last(session.Articles));
        var upTo = Math.Min(last, seen + ArticlesPerLook);
        if (upTo > seen)
        {
            foreach (var (_, claim) in search.Matches(session, query with { Articles = [.. Range(seen, upTo)] }).ToList())
            {
                count += Fire(session, watch, WatchEventKind.NewMatch, claim, null);
                if (watch.Events.Contains(WatchEventKind.NewConflict) && Conflict(session, claim) is { } conflict)
                {
                    count += Fire(session, watch, WatchEventKind.NewConflict, claim, conflict);
                }
            }
        }

        // The look at edits waits for the look at articles, so that a version and its changes are seen together.
        var changes = upTo < last ? [] : session.Changes.Query().Where(BsonExpression.Create("$._id > @0", document["seen_change"])).OrderBy("$._id").Limit(ArticlesPerLook).ToList();
        var touched = changes.Where(change => change["kind"].AsString is "changed" or "removed").Select(change => session.Claims.FindById(change["old"])["article"].AsInt64).Distinct().ToList();
        if (touched.Count > 0 && watch.Events.Contains(WatchEventKind.SilentEdit))
        {
            foreach (var (_, claim) in search.Matches(session, query with { Articles = touched, Edited = true }).ToList())
            {
                count += Fire(session, watch, WatchEventKind.SilentEdit, claim, null);
            }
        }

        document["seen_article"] = upTo;
        document["seen_change"] = changes.Count > 0 ? changes[^1]["_id"] : document["seen_change"];
        session.Watches.Update(document);
        return count;
    }

    private static IEnumerable<long> Range(long after, long upTo)
    {
        for (var key = after + 1; key <= upTo; key++)
        {
            yield return key;
        }
    }

    private ConflictGroup? Conflict(LiteSession session, StoredClaim claim)
    {
        if ((claim.Claim.SubjectId ?? claim.Claim.Subject) is not { } subject || (claim.Claim.MetricId ?? claim.Claim.Metric) is not { } metric)
        {
            return null;
        }

        var topic = search.Matches(session, new ClaimQuery { Subjects = [subject], Metrics = [metric] }).Take(TopicClaims).Select(match => match.Claim);
        return ConflictFinder.Find(topic).FirstOrDefault(group => group.IsReal && group.Claims.Any(member => member.Claim.Id == claim.Claim.Id));
    }

    private int Fire(LiteSession session, Watch watch, WatchEventKind kind, StoredClaim claim, ConflictGroup? conflict)
    {
        if (!watch.Events.Contains(kind))
        {
            return 0;
        }

        var now = options.Clock.GetUtcNow();
        var fired = new WatchEvent(0, watch.Id, kind, claim.Claim.Id, WatchBody.Of(watch, kind, now, claim, conflict), now, 0, null);
        return Insert(session, fired, watch.Webhook is null ? null : now.ToUnixTimeSeconds()) ? 1 : 0;
    }
}
