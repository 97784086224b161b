using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>
/// Gathers the claims that match by subject and metric. The matches are gone through from the best and newest; where the first of a topic stands,
/// the topic is read: nothing is kept but which topics have been read, and the first topics are there at once on a database of any size.
/// </summary>
internal sealed class TopicSearch(StoreOptions options)
{
    /// <summary>Matches after which the caller is told how far the search has got, when no new topic was among them.</summary>
    private const int TellEvery = 10_000;

    private const string TopicColumns = "c.subject_key, c.metric_key";

    /// <summary>The topics, each read when it is taken.</summary>
    public IEnumerable<ClaimTopic> Topics(SqliteSession session, ClaimQuery query, int maxClaims, CancellationToken cancellationToken)
    {
        var filter = new ClaimFilter(session, query, options);
        var cursors = new ClaimCursors(query);
        var seen = new HashSet<TopicKey>();
        var since = 0;
        foreach (var (place, topic) in Places(session, filter, cursors.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            since++;
            if (topic.Subject.Length == 0 || topic.Metric.Length == 0 || !seen.Add(topic))
            {
                if (since % TellEvery == 0)
                {
                    yield return new ClaimTopic([], IsComplete: true, cursors.After(place));
                }

                continue;
            }

            var claims = new List<StoredClaim>();
            var isComplete = true;
            foreach (var (found, claim) in OfTopic(session, query, filter, topic))
            {
                if (claims.Count == 0 && cursors.Start is { } start && !IsAfter(found, start))
                {
                    // Its first match lies before the cursor: it has been read on an earlier page.
                    break;
                }

                if (claims.Count == maxClaims)
                {
                    isComplete = false;
                    break;
                }

                claims.Add(claim);
            }

            if (claims.Count > 0)
            {
                since = 0;
                yield return new ClaimTopic(claims, isComplete, cursors.After(place));
            }
        }
    }

    /// <summary>The topics of all matches; no more of a row is read than must be.</summary>
    private static IEnumerable<(ClaimPlace Place, TopicKey Topic)> Places(SqliteSession session, ClaimFilter filter, ClaimPlace? after) => filter.NeedsCheck
        ? ClaimSearch.Matches(session, filter, after, $"{ClaimRows.Columns}, {TopicColumns}", row => (Topic: new TopicKey(row.GetString(ClaimRows.ColumnCount), row.GetString(ClaimRows.ColumnCount + 1)), Claim: ClaimRows.Read(row)), row => filter.Accepts(row.Claim))
            .Select(match => (match.Place, match.Row.Topic))
        : ClaimSearch.Matches(session, filter, after, TopicColumns, row => new TopicKey(row.GetString(0), row.GetString(1)), _ => true);

    /// <summary>The matches on a topic: by the index of topics when nothing but a span of time is asked, else by the words.</summary>
    private IEnumerable<(ClaimPlace Place, StoredClaim Claim)> OfTopic(SqliteSession session, ClaimQuery query, ClaimFilter filter, TopicKey topic)
    {
        if (filter.IsSpanOfTime)
        {
            return session.Stream(
                $"SELECT {ClaimRows.Columns} FROM claims c INDEXED BY claims_by_topic {ClaimRows.Joins} WHERE c.subject_key = $1 AND c.metric_key = $2 AND c.claim_key BETWEEN $3 AND $4 AND {filter.Condition} ORDER BY c.claim_key",
                row => (Place: new ClaimPlace(0, row.GetInt64(ClaimRows.KeyColumn)), Claim: ClaimRows.Read(row)),
                topic.Subject, topic.Metric, filter.Keys.First, filter.Keys.Last).Where(found => filter.Accepts(found.Claim));
        }

        var narrowed = new ClaimFilter(session, query, options, topic);
        return ClaimSearch.Matches(session, narrowed, after: null, ClaimRows.Columns, ClaimRows.Read, narrowed.Accepts);
    }

    private static bool IsAfter(ClaimPlace place, ClaimPlace start) => place.Tier > start.Tier || (place.Tier == start.Tier && place.Key > start.Key);
}
