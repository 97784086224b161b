using System.Globalization;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>A query's criteria as SQLite is asked for them: an expression over the word index, what SQL says of the row, and what is checked on the claim.</summary>
/// <remarks>
/// The index is asked for the two conditions that fewest claims fulfil, and the rest is looked at on the claims they leave: to intersect every condition,
/// it would have to go through lists that hold a claim in two (a kind, a unit, 银行) to sort out the few that a rare name has left.
/// </remarks>
internal sealed class ClaimFilter
{
    /// <summary>Conditions that the index intersects.</summary>
    private const int Intersected = 2;

    private readonly ClaimQuery query;
    private readonly ClaimCriteria criteria;
    private readonly SparseTokens sparse;
    private readonly string?[] expressions;

    /// <summary>How many of the checkable conditions the index is asked: one at least, the sparsest; and whether any is left.</summary>
    private readonly int asked;
    private readonly bool leavesSome;

    public ClaimFilter(SqliteSession session, ClaimQuery query, StoreOptions options, TopicKey? topic = null)
    {
        this.query = query;
        criteria = new ClaimCriteria(query, options, new Places(session), topic);
        sparse = new SparseTokens(session, criteria.Keys);
        expressions = new string?[criteria.Tiers];

        // Beside another condition, a costly one is not worth asking.
        asked = Math.Max(1, Math.Min(Intersected, Indexed.Count(condition => !condition.IsCostly)) - Indexed.Count(condition => !condition.IsCheckable));
        leavesSome = Indexed.Count(condition => condition.IsCheckable) > asked;
    }

    /// <inheritdoc cref="ClaimCriteria.Keys"/>
    public (long First, long Last) Keys => criteria.Keys;

    /// <summary>The topic; null for all. <see cref="Condition"/> has its keys as $4 and $5.</summary>
    public TopicKey? Topic => criteria.Topic;

    /// <summary>True when a row of the index and <see cref="Condition"/> may be no match: <see cref="Accepts"/> must look at the claim.</summary>
    public bool NeedsCheck => criteria.Conditions.Any(IsChecked);

    /// <inheritdoc cref="ClaimCriteria.IsImpossible"/>
    public bool IsImpossible => criteria.IsImpossible;

    /// <inheritdoc cref="ClaimCriteria.IsSpanOfTime"/>
    public bool IsSpanOfTime => criteria.IsSpanOfTime;

    /// <inheritdoc cref="ClaimCriteria.Tiers"/>
    public int Tiers => criteria.Tiers;

    /// <summary>What SQL says of a claim's row, before more of it is read than that takes.</summary>
    public string Condition => string.Join(" AND ", new[]
    {
        criteria.WantsEdited ? "c.edited = 1" : criteria.WantsCopies ? "c.standing = 'current'" : "c.standing = 'current' AND c.copy_of IS NULL",
        Topic is null ? null : "c.subject_key = $4 AND c.metric_key = $5",
        In("c.kind", query.Kinds.Select(ContractNames.Of)),
        In("c.modality", query.Modalities.Select(ContractNames.Of)),
        In("c.unit", query.Units),
        In("f.verdict", query.Verdicts.Select(ContractNames.Of)),
        Reviewed,
        Published,
        query.Min is { } min ? $"CAST(coalesce(c.high, c.low) AS REAL) >= {Around(min, -1)}" : null,
        query.Max is { } max ? $"CAST(c.low AS REAL) <= {Around(max, 1)}" : null,
    }.OfType<string>());

    private string? Reviewed
    {
        get
        {
            var states = In("f.state", query.ReviewStates.Select(ContractNames.Of));
            return !query.Unreviewed ? states : states is null ? "f.claim_key IS NULL" : $"(f.claim_key IS NULL OR {states})";
        }
    }

    /// <summary>The day as its source writes it. Where none is stated, the key's hour (the hour of reading) has already been compared.</summary>
    private string? Published => query.Since is null && query.Until is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"(a.published_at IS NULL OR substr(a.published_at, 1, 10) BETWEEN '{query.Since ?? DateOnly.MinValue:yyyy-MM-dd}' AND '{query.Until ?? DateOnly.MaxValue:yyyy-MM-dd}')");

    private IEnumerable<ClaimCondition> Indexed => criteria.Conditions.Where(condition => condition.Words is not null);

    /// <summary>What the word index is asked for a tier, in FTS5's query language; null when there is nothing to ask.</summary>
    public string? Expression(int tier) => Indexed.Any() ? expressions[tier] ??= string.Join(" AND ", Intersection(tier)) : null;

    /// <summary>What was not asked of the index, or what neither it nor SQL can say exactly.</summary>
    public bool Accepts(StoredClaim claim)
    {
        foreach (var condition in criteria.Conditions)
        {
            if (IsChecked(condition) && !condition.Check!(claim))
            {
                return false;
            }
        }

        return true;
    }

    private static string? In(string column, IEnumerable<string> values)
    {
        var list = string.Join(", ", values.Select(value => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"));
        return list.Length == 0 ? null : $"{column} IN ({list})";
    }

    /// <summary>A bound for SQL, which compares with fifteen digits, a little outside the exact one.</summary>
    private static string Around(decimal bound, int side) => ((double)bound + (side * Math.Abs((double)bound) * 1e-12)).ToString("R", CultureInfo.InvariantCulture);

    private bool IsChecked(ClaimCondition condition) => condition.Check is not null && (condition.NeedsCheck || (condition.IsCheckable && leavesSome));

    private IEnumerable<string> Intersection(int tier)
    {
        var checkable = Indexed.Where(condition => condition.IsCheckable).Select(condition => (Clause: Clause(condition, tier), condition.IsCostly));
        var chosen = leavesSome ? checkable.OrderByDescending(condition => condition.IsCostly ? -1 : sparse.Distance(condition.Clause)).Take(asked) : checkable;
        return Indexed.Where(condition => !condition.IsCheckable).Select(condition => Clause(condition, tier)).Concat(chosen.Select(condition => condition.Clause));
    }

    private string Clause(ClaimCondition condition, int tier)
    {
        var matches = condition.Words!(tier);
        return matches.Count == 0 ? "({facets} : \"none\")" : $"({string.Join(" OR ", matches.GroupBy(match => match.Field).Select(InField))})";
    }

    /// <summary>A match of several words is a name, which is looked for in the text: its sparsest words will do.</summary>
    private string InField(IGrouping<WordField, WordMatch> matches) =>
        $"({Columns(matches.Key)} : ({string.Join(" OR ", matches.Select(match => "(" + string.Join(" AND ", sparse.Of([.. match.Words.Select(word => Quoted(word, matches.Key))])) + ")"))}))";

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
