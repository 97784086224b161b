using Microsoft.Data.Sqlite;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>
/// Finds claims. Words and filters are one expression over the word index, read newest first, so that a page costs what it shows;
/// what the index cannot say exactly is checked on the row.
/// </summary>
internal sealed class ClaimSearch(StoreOptions options)
{
    /// <summary>A page of matches.</summary>
    public ClaimPage Page(SqliteSession session, ClaimQuery query, CancellationToken cancellationToken)
    {
        var cursors = new ClaimCursors(query);
        var after = cursors.Start;
        var claims = new List<StoredClaim>();
        var last = default(ClaimPlace);
        foreach (var (place, claim) in Matches(session, query, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (claims.Count == query.Limit)
            {
                return new ClaimPage(claims, cursors.After(last));
            }

            claims.Add(claim);
            last = place;
        }

        return new ClaimPage(claims, null);
    }

    /// <summary>All matches in order, beginning after a place.</summary>
    public IEnumerable<(ClaimPlace Place, StoredClaim Claim)> Matches(SqliteSession session, ClaimQuery query, ClaimPlace? after)
    {
        var filter = new ClaimFilter(session, query, options);
        return Matches(session, filter, after, ClaimRows.Columns, ClaimRows.Read, filter.Accepts);
    }

    /// <summary>What is wanted of all matches in order, beginning after a place.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="filter">What to find.</param>
    /// <param name="after">The place.</param>
    /// <param name="columns">Columns of claims <c>c</c>, their article <c>a</c> and finding <c>f</c>.</param>
    /// <param name="read">Reads a row of them.</param>
    /// <param name="accepts">Checks what the index cannot say.</param>
    public static IEnumerable<(ClaimPlace Place, T Row)> Matches<T>(SqliteSession session, ClaimFilter filter, ClaimPlace? after, string columns, Func<SqliteDataReader, T> read, Func<T, bool> accepts)
    {
        if (filter.IsImpossible)
        {
            yield break;
        }

        HashSet<long>? shown = null;
        for (var tier = after?.Tier ?? 0; tier < filter.Tiers; tier++)
        {
            var first = after is { } place && place.Tier == tier ? place.Key + 1 : 0;
            var isFromStart = after is null && tier == 0 && filter.Tiers > 1;
            shown = isFromStart ? [] : tier == 0 ? null : shown ?? KeysOf(session, filter, tier - 1);
            foreach (var (key, row) in Rows(session, filter, tier, first, columns, read))
            {
                if ((isFromStart || shown?.Contains(key) != true) && accepts(row))
                {
                    if (isFromStart)
                    {
                        shown!.Add(key);
                    }

                    yield return (new ClaimPlace(tier, key), row);
                }
            }
        }
    }

    /// <summary>The facets of all matches (<see cref="FacetCounter"/>); no more of a row is read than must be.</summary>
    public IEnumerable<string?[]> Facets(SqliteSession session, ClaimQuery query)
    {
        const string Columns = "c.kind, coalesce(c.metric_id, c.metric), coalesce(c.subject_id, c.subject), c.unit, c.modality, a.publisher, f.verdict";
        var filter = new ClaimFilter(session, query, options);
        return filter.NeedsCheck
            ? Matches(session, filter, after: null, ClaimRows.Columns, ClaimRows.Read, filter.Accepts).Select(match => FacetCounter.Of(match.Row))
            : Matches<string?[]>(session, filter, after: null, Columns, row => [.. FacetCounter.Facets.Select((_, column) => ClaimRows.Text(row, column))], static _ => true).Select(match => match.Row);
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

    private static IEnumerable<(long Key, T Row)> Rows<T>(SqliteSession session, ClaimFilter filter, int tier, long first, string columns, Func<SqliteDataReader, T> read)
    {
        // CROSS JOIN keeps the order of the tables: the index drives, in the order of its keys.
        var (from, key) = filter.Expression(tier) is null ? ("claims c", "c.claim_key") : ("claim_words w CROSS JOIN claims c ON c.claim_key = w.rowid", "w.rowid");
        var matching = filter.Expression(tier) is null ? "" : "w.claim_words MATCH $3 AND ";
        return session.Stream(
            $"SELECT {columns}, c.claim_key FROM {from} {ClaimRows.Joins} WHERE {matching}{key} BETWEEN $1 AND $2 AND {filter.Condition} ORDER BY {key}",
            row => (row.GetInt64(row.FieldCount - 1), read(row)),
            Math.Max(first, filter.Keys.First), filter.Keys.Last, filter.Expression(tier), filter.Topic?.Subject, filter.Topic?.Metric);
    }

    /// <summary>What a tier finds: a page that reaches the next one has come to the end of this, so there are few.</summary>
    private static HashSet<long> KeysOf(SqliteSession session, ClaimFilter filter, int tier) =>
        [.. session.All("SELECT rowid FROM claim_words WHERE claim_words MATCH $3 AND rowid BETWEEN $1 AND $2", row => row.GetInt64(0), filter.Keys.First, filter.Keys.Last, filter.Expression(tier))];
}
