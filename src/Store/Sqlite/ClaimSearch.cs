using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>
/// Finds claims. Words and filters are one expression over the word index, read newest first, so that a page costs what it shows;
/// what the index cannot say exactly is checked on the row.
/// </summary>
internal sealed class ClaimSearch(StoreOptions options)
{
    /// <summary>A claim's place in the order: its tier, then its key.</summary>
    public readonly record struct Place(int Tier, long Key);

    /// <summary>A page of matches.</summary>
    public ClaimPage Page(SqliteSession session, ClaimQuery query, CancellationToken cancellationToken)
    {
        var digest = Digest(query);
        var after = query.Cursor is null ? (Place?)null : Decode(query.Cursor, digest);
        var claims = new List<StoredClaim>();
        var last = default(Place);
        foreach (var (place, claim) in Matches(session, query, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (claims.Count == query.Limit)
            {
                return new ClaimPage(claims, Encode(last, digest));
            }

            claims.Add(claim);
            last = place;
        }

        return new ClaimPage(claims, null);
    }

    /// <summary>All matches in order, beginning after a place.</summary>
    public IEnumerable<(Place Place, StoredClaim Claim)> Matches(SqliteSession session, ClaimQuery query, Place? after)
    {
        var filter = new ClaimFilter(session, query, options);
        if (filter.IsImpossible)
        {
            yield break;
        }

        var (firstKey, lastKey) = ClaimKeys.Range(query.Since, query.Until);
        HashSet<long>? shown = null;
        for (var tier = after?.Tier ?? 0; tier < filter.Tiers; tier++)
        {
            var first = after is { } place && place.Tier == tier ? Math.Max(firstKey, place.Key + 1) : firstKey;
            var isFromStart = after is null && tier == 0 && filter.Tiers > 1;
            shown = isFromStart ? [] : tier == 0 ? null : shown ?? KeysOf(session, filter, tier - 1, firstKey, lastKey);
            foreach (var (key, claim) in Rows(session, filter, tier, first, lastKey))
            {
                if ((isFromStart || shown?.Contains(key) != true) && filter.Accepts(claim))
                {
                    if (isFromStart)
                    {
                        shown!.Add(key);
                    }

                    yield return (new Place(tier, key), claim);
                }
            }
        }
    }

    /// <summary>The claims that match, by subject and metric. Without filters they are read in the order of that index, one topic at a time.</summary>
    public IEnumerable<IReadOnlyList<StoredClaim>> Topics(SqliteSession session, ClaimQuery query, CancellationToken cancellationToken)
    {
        var filter = new ClaimFilter(session, query, options);
        if (filter.IsEverything)
        {
            var all = session.Stream(
                $"SELECT {ClaimRows.Columns}, c.subject_key, c.metric_key FROM claims c INDEXED BY claims_by_topic {ClaimRows.Joins} WHERE c.subject_key > '' AND c.metric_key > '' AND {filter.Condition} ORDER BY c.subject_key, c.metric_key",
                row => (Topic: (row.GetString(ClaimRows.ColumnCount), row.GetString(ClaimRows.ColumnCount + 1)), Claim: ClaimRows.Read(row)));
            return Runs(all, cancellationToken);
        }

        return [.. Matches(session, query, after: null)
            .Select(match => (Topic: (Subject: StatementHash.SubjectKey(match.Claim.Claim), Metric: StatementHash.MetricKey(match.Claim.Claim)), match.Claim))
            .Where(claim => claim.Topic.Subject.Length > 0 && claim.Topic.Metric.Length > 0)
            .GroupBy(claim => claim.Topic, claim => claim.Claim)
            .OrderBy(topic => topic.Key.Subject, StringComparer.Ordinal).ThenBy(topic => topic.Key.Metric, StringComparer.Ordinal)
            .Select(topic => topic.ToList())];
    }

    /// <summary>The claims of each article with a match, in the order of the article.</summary>
    public IEnumerable<IReadOnlyList<StoredClaim>> Articles(SqliteSession session, ClaimQuery query)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, claim) in Matches(session, query, after: null))
        {
            if (seen.Add(claim.Claim.ArticleId))
            {
                yield return session.All(
                    $"SELECT {ClaimRows.Columns} FROM articles b JOIN claims c ON c.article_key = b.article_key {ClaimRows.Joins} WHERE b.id = $1 AND c.standing = 'current' ORDER BY c.start", ClaimRows.Read, claim.Claim.ArticleId);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<StoredClaim>> Runs<TKey>(IEnumerable<(TKey Topic, StoredClaim Claim)> ordered, CancellationToken cancellationToken)
        where TKey : IEquatable<TKey>
    {
        var run = new List<StoredClaim>();
        var current = default(TKey);
        foreach (var (topic, claim) in ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (run.Count > 0 && !topic.Equals(current))
            {
                yield return run;
                run = [];
            }

            current = topic;
            run.Add(claim);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static IEnumerable<(long Key, StoredClaim Claim)> Rows(SqliteSession session, ClaimFilter filter, int tier, long first, long last)
    {
        // CROSS JOIN keeps the order of the tables: the index drives, in the order of its keys.
        var sql = filter.Expression(tier) is { } expression
            ? $"SELECT {ClaimRows.Columns} FROM claim_words w CROSS JOIN claims c ON c.claim_key = w.rowid {ClaimRows.Joins} WHERE w.claim_words MATCH $3 AND w.rowid BETWEEN $1 AND $2 AND {filter.Condition} ORDER BY w.rowid"
            : $"SELECT {ClaimRows.Columns} FROM claims c {ClaimRows.Joins} WHERE c.claim_key BETWEEN $1 AND $2 AND {filter.Condition} ORDER BY c.claim_key";
        return filter.Expression(tier) is { } match
            ? session.Stream(sql, row => (row.GetInt64(ClaimRows.KeyColumn), ClaimRows.Read(row)), first, last, match)
            : session.Stream(sql, row => (row.GetInt64(ClaimRows.KeyColumn), ClaimRows.Read(row)), first, last);
    }

    /// <summary>What a tier finds: a page that reaches the next one has come to the end of this, so there are few.</summary>
    private static HashSet<long> KeysOf(SqliteSession session, ClaimFilter filter, int tier, long first, long last) =>
        [.. session.All("SELECT rowid FROM claim_words WHERE claim_words MATCH $3 AND rowid BETWEEN $1 AND $2", row => row.GetInt64(0), first, last, filter.Expression(tier))];

    private static byte[] Digest(ClaimQuery query) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(query with { Cursor = null, Limit = 1 }))[..6];

    private static string Encode(Place place, byte[] digest)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(digest)}.{place.Tier}.{place.Key}");
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));
    }

    private static Place Decode(string cursor, byte[] digest)
    {
        try
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
            if (parts.Length == 3 && parts[0] == Convert.ToHexStringLower(digest)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var tier)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            {
                return new Place(tier, key);
            }
        }
        catch (FormatException)
        {
            // Falls through: no cursor of ours.
        }

        throw new QueryException("cursor", $"'{cursor}' is no cursor of this query: use the 'next' of a page with the same filters, or leave it out");
    }
}
