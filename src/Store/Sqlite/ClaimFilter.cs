using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>A query's criteria as SQLite is asked for them: an expression over the word index, and what SQL says of the row.</summary>
internal sealed class ClaimFilter
{
    private readonly ClaimCriteria criteria;

    public ClaimFilter(SqliteSession session, ClaimQuery query, StoreOptions options, TopicKey? topic = null) => criteria = new ClaimCriteria(query, options, new Places(session), topic);

    /// <inheritdoc cref="ClaimCriteria.Keys"/>
    public (long First, long Last) Keys => criteria.Keys;

    /// <summary>The topic; null for all. <see cref="Condition"/> has its keys as $4 and $5.</summary>
    public TopicKey? Topic => criteria.Topic;

    /// <inheritdoc cref="ClaimCriteria.NeedsCheck"/>
    public bool NeedsCheck => criteria.NeedsCheck;

    /// <inheritdoc cref="ClaimCriteria.IsImpossible"/>
    public bool IsImpossible => criteria.IsImpossible;

    /// <inheritdoc cref="ClaimCriteria.IsSpanOfTime"/>
    public bool IsSpanOfTime => criteria.IsSpanOfTime;

    /// <inheritdoc cref="ClaimCriteria.Tiers"/>
    public int Tiers => criteria.Tiers;

    /// <summary>What SQL says of a claim's row.</summary>
    public string Condition => Standing + (Topic is null ? "" : " AND c.subject_key = $4 AND c.metric_key = $5") + (
        !criteria.WantsUnreviewed ? ""
        : criteria.ReviewStates.Count == 0 ? " AND f.claim_key IS NULL"
        : $" AND (f.claim_key IS NULL OR f.state IN ({string.Join(", ", criteria.ReviewStates.Select(state => $"'{ContractNames.Of(state)}'"))}))");

    private string Standing => criteria.WantsEdited ? "c.edited = 1" : criteria.WantsCopies ? "c.standing = 'current'" : "c.standing = 'current' AND c.copy_of IS NULL";

    /// <summary>What the word index is asked for a tier, in FTS5's query language; null when there is nothing to ask.</summary>
    public string? Expression(int tier)
    {
        var clauses = criteria.Clauses(tier).Select(clause => "(" + (clause.Count == 0 ? "{facets} : \"none\"" : string.Join(" OR ", clause.GroupBy(match => match.Field).Select(Expression))) + ")").ToList();
        return clauses.Count == 0 ? null : string.Join(" AND ", clauses);
    }

    /// <inheritdoc cref="ClaimCriteria.Accepts"/>
    public bool Accepts(StoredClaim claim) => criteria.Accepts(claim);

    private static string Expression(IGrouping<WordField, WordMatch> matches) =>
        $"({Columns(matches.Key)} : ({string.Join(" OR ", matches.Select(match => "(" + string.Join(" AND ", match.Words.Select(word => Quoted(word, matches.Key))) + ")"))}))";

    /// <summary>The words of a claim's own fields also stand, marked, in columns of their own, those of the sentence with the headline's.</summary>
    private static string Columns(WordField field) => field switch
    {
        WordField.Own => "{subject metric speaker other}",
        WordField.Text => "{sentence title}",
        _ => "{" + field.ToString().ToLowerInvariant() + "}",
    };

    /// <summary>A word as FTS5 reads it; a single character begins the pair that it stands in.</summary>
    private static string Quoted(string word, WordField field) => field switch
    {
        WordField.Facets => $"\"{word}\"",
        WordField.Text => $"\"{word}\"{(SearchTokens.IsSingle(word) ? " *" : "")}",
        _ => $"\"{SearchTokens.OwnMark}{word}\"{(SearchTokens.IsSingle(word) ? " *" : "")}",
    };

    private sealed class Places(SqliteSession session) : ISearchPlaces
    {
        public (int Low, int High)? ExtentOf(string unit) => session.First<(int Low, int High)?>("SELECT low, high FROM unit_extents WHERE unit = $1", null, row => (row.GetInt32(0), row.GetInt32(1)), unit);

        public IEnumerable<string> FacetsOfSource(string source)
        {
            var name = SearchTokens.Squeeze(source);
            var host = source.Trim().TrimEnd('/').ToLowerInvariant();
            var outlets = name.Length == 0
                ? []
                : session.All(
                    "SELECT outlet_key FROM outlets WHERE instr(name, $1) > 0 OR lower(host) = $2 OR substr(lower(host), -length($2) - 1) = '.' || $2",
                    row => Facets.Outlet(row.GetInt64(0)), name, host);
            var articles = session.All(
                "SELECT article_key FROM appearances WHERE source = $1 UNION SELECT article_key FROM appearances WHERE url = $1 AND url <> ''",
                row => Facets.Article(row.GetInt64(0)), source.Trim());
            return [.. outlets, .. articles];
        }
    }
}
