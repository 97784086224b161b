using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>A query made ready for one database: what the word index is asked, what SQL says of the row, and what is checked on the claim.</summary>
internal sealed class ClaimFilter
{
    /// <summary>The claim's own fields, then those with its sentence and headline: what is found in the first tier ranks first.</summary>
    private static readonly string[] TierColumns = ["{subject metric speaker other}", "{sentence title}"];

    private readonly ClaimQuery query;
    private readonly List<TermMatcher> terms = [];
    private readonly List<string> expressions = [];
    private readonly List<Func<StoredClaim, bool>> checks = [];

    /// <param name="session">Where to read what the filters mean here: outlets, extents of units.</param>
    /// <param name="query">What to find; a filter that nothing can match makes <see cref="IsImpossible"/>.</param>
    /// <param name="options">The words.</param>
    /// <param name="topic">Only claims of this topic.</param>
    public ClaimFilter(SqliteSession session, ClaimQuery query, StoreOptions options, TopicKey? topic = null)
    {
        this.query = query;
        Topic = topic;
        Keys = ClaimKeys.Range(query.Since, query.Until);
        OnlyTopic();
        terms.AddRange(query.Terms.SelectMany(term => TermMatcher.Of(term, options.Vocabulary)));
        IsImpossible = query.Terms.Count > 0 && terms.Count == 0;
        if (terms.Exists(term => term.NeedsCheck))
        {
            checks.Add(HoldsTerms);
        }

        AnyFacet(query.Kinds.Select(Facets.Kind));
        AnyFacet(query.Articles.Select(Facets.Article));
        AnyFacet(query.Modalities.Select(Facets.Modality));

        // A value's words hold its unit.
        AnyFacet(query.Min is null && query.Max is null ? query.Units.Select(Facets.Unit) : []);
        AnyFacet(query.Verdicts.Select(Facets.Verdict));

        // The index has no word for what nobody has reviewed: SQL says it (Condition).
        AnyFacet(query.Unreviewed ? [] : query.ReviewStates.Select(Facets.State));
        AnyNamed("subject", query.Subjects, options.Vocabulary, facet: null, claim => [claim.Claim.Subject, claim.Claim.SubjectId]);
        AnyNamed("metric", query.Metrics, options.Vocabulary with { Aliases = static _ => [] }, Facets.Metric, claim => [claim.Claim.Metric, claim.Claim.MetricId]);
        AnyNamed("speaker", query.Speakers, options.Vocabulary, facet: null, claim => [claim.Claim.Speaker]);
        if (query.Min is not null || query.Max is not null)
        {
            var values = query.Units.SelectMany(unit => session.First<(int Low, int High)?>("SELECT low, high FROM unit_extents WHERE unit = $1", null, row => (row.GetInt32(0), row.GetInt32(1)), unit) is { } extent
                ? ValueWords.Covering(unit, query.Min, query.Max, extent.Low, extent.High)
                : []).ToList();
            IsImpossible |= values.Count == 0;
            AnyFacet(values);
            checks.Add(claim => !(claim.Claim.High < query.Min) && !(claim.Claim.Low > query.Max));
        }

        if (query.Period is { } period)
        {
            // A longer period is left to the check alone.
            AnyFacet(period.Last.Year - period.First.Year < 20 ? Enumerable.Range(period.First.Year, period.Last.Year - period.First.Year + 1).Select(Facets.Year) : []);
            checks.Add(claim => Period.TryParse(claim.Claim.Time, out var time) && time.Meets(period));
        }

        if (query.Sources.Count > 0)
        {
            var places = query.Sources.SelectMany(source => SourceWords(session, source)).ToList();
            IsImpossible |= places.Count == 0;
            AnyFacet(places);
        }

        if (query.Edited)
        {
            AnyFacet([Facets.Edited]);
        }
    }

    /// <summary>The keys that the span of publication leaves.</summary>
    public (long First, long Last) Keys { get; }

    /// <summary>The topic; null for all. <see cref="Condition"/> has its keys as $4 and $5.</summary>
    public TopicKey? Topic { get; }

    /// <summary>True when a match of the index may be none: <see cref="Accepts"/> must look at the claim.</summary>
    public bool NeedsCheck => checks.Count > 0 || query.Since is not null || query.Until is not null;

    /// <summary>True when nothing can match: words of punctuation alone, or a source that nobody has.</summary>
    public bool IsImpossible { get; }

    /// <summary>True when nothing is asked for but a span of publication.</summary>
    public bool IsSpanOfTime => !IsImpossible && terms.Count == 0 && expressions.Count == 0 && !query.Unreviewed && query.Period is null;

    /// <summary>How many tiers there are: one when no words are wanted.</summary>
    public int Tiers => terms.Count == 0 ? 1 : TierColumns.Length;

    /// <summary>What the word index is asked for a tier, the tiers before it included; null when there is nothing to ask.</summary>
    public string? Expression(int tier)
    {
        var parts = new List<string>();
        if (terms.Count > 0)
        {
            var words = string.Join(" AND ", terms.Select(term => term.Expression(own: tier == 0)));
            parts.Add($"({TierColumns[tier]} : ({words}))");
        }

        parts.AddRange(expressions);
        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    /// <summary>What SQL says of a claim's row.</summary>
    public string Condition => Standing + (Topic is null ? "" : " AND c.subject_key = $4 AND c.metric_key = $5") + (
        !query.Unreviewed ? ""
        : query.ReviewStates.Count == 0 ? " AND f.claim_key IS NULL"
        : $" AND (f.claim_key IS NULL OR f.state IN ({string.Join(", ", query.ReviewStates.Select(state => $"'{ContractNames.Of(state)}'"))}))");

    private string Standing => query.Edited ? "c.edited = 1" : query.IncludeCopies || query.Sources.Count > 0 ? "c.standing = 'current'" : "c.standing = 'current' AND c.copy_of IS NULL";

    /// <summary>What the index cannot say exactly: values within a step, days within a year, characters side by side.</summary>
    public bool Accepts(StoredClaim claim)
    {
        foreach (var check in checks)
        {
            if (!check(claim))
            {
                return false;
            }
        }

        return query.Since is null && query.Until is null || IsPublished(claim);
    }

    private bool IsPublished(StoredClaim claim)
    {
        // Where no day is stated, the key's hour (the hour of reading) has already been compared.
        return claim.PublishedAt is not { } published || (!(published.Date < query.Since) && !(published.Date > query.Until));
    }

    private bool HoldsTerms(StoredClaim claim)
    {
        var c = claim.Claim;
        string[] texts = [.. new[] { c.Subject, c.SubjectId, c.Metric, c.Speaker, c.Whole, c.Text, c.Basis, c.Sentence, claim.Title }.OfType<string>().Select(SearchTokens.Squeeze)];
        return terms.TrueForAll(term => term.Holds(texts));
    }

    /// <summary>The words of the topic's names narrow what the index gives; <see cref="Condition"/> says it exactly.</summary>
    private void OnlyTopic()
    {
        if (Topic is not { } topic)
        {
            return;
        }

        if (TermMatcher.OfName(topic.Subject, SearchVocabulary.None) is { } subject)
        {
            expressions.Add($"({{subject}} : ({subject.Expression(own: true)}))");
        }

        var words = TermMatcher.OfName(topic.Metric, SearchVocabulary.None) is { } metric ? $" OR ({{metric}} : ({metric.Expression(own: true)}))" : "";
        expressions.Add($"(({{facets}} : \"{Facets.Metric(topic.Metric)}\"){words})");
    }

    private void AnyFacet(IEnumerable<string> words)
    {
        var quoted = words.Select(word => $"\"{word}\"").ToList();
        if (quoted.Count > 0)
        {
            expressions.Add($"({{facets}} : ({string.Join(" OR ", quoted)}))");
        }
    }

    /// <summary>A filter by name: one of the names stands in the column, or the canonical id is the facet.</summary>
    private void AnyNamed(string column, IReadOnlyList<string> names, SearchVocabulary vocabulary, Func<string, string>? facet, Func<StoredClaim, string?[]> texts)
    {
        if (names.Count == 0)
        {
            return;
        }

        var matchers = names.Select(name => TermMatcher.OfName(name, vocabulary)).OfType<TermMatcher>().ToList();
        var parts = matchers.Select(matcher => $"({{{column}}} : ({matcher.Expression(own: true)}))").ToList();
        var ids = facet is null ? [] : names.Select(name => name.Trim().ToLowerInvariant()).ToList();
        parts.AddRange(ids.Select(id => $"({{facets}} : \"{facet!(id)}\")"));
        expressions.Add(parts.Count == 0 ? "({facets} : \"none\")" : $"({string.Join(" OR ", parts)})");
        if (matchers.Exists(matcher => matcher.NeedsCheck))
        {
            checks.Add(claim =>
            {
                string[] squeezed = [.. texts(claim).OfType<string>().Select(SearchTokens.Squeeze)];
                return ids.Exists(id => squeezed.Contains(id, StringComparer.Ordinal)) || matchers.Exists(matcher => matcher.Holds(squeezed));
            });
        }
    }

    /// <summary>The outlets whose name holds the words or whose host is or ends in them, and the articles at an address or in a file of that name.</summary>
    private static IEnumerable<string> SourceWords(SqliteSession session, string source)
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
