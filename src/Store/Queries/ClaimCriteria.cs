namespace Pipeline.Store.Queries;

/// <summary>A query made ready for one store: words that the index is asked for, and what is checked on the claim. The same for every engine.</summary>
internal sealed class ClaimCriteria
{
    private readonly ClaimQuery query;
    private readonly List<TermMatcher> terms = [];
    private readonly List<IReadOnlyList<WordMatch>> clauses = [];
    private readonly List<Func<StoredClaim, bool>> checks = [];

    /// <param name="query">What to find; a filter that nothing can match makes <see cref="IsImpossible"/>.</param>
    /// <param name="options">The words.</param>
    /// <param name="places">What the filters mean in the store.</param>
    /// <param name="topic">Only claims of this topic.</param>
    public ClaimCriteria(ClaimQuery query, StoreOptions options, ISearchPlaces places, TopicKey? topic = null)
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

        // The index has no word for what nobody has reviewed: the engine looks at the claim.
        AnyFacet(query.Unreviewed ? [] : query.ReviewStates.Select(Facets.State));
        AnyNamed(WordField.Subject, query.Subjects, options.Vocabulary, facet: null, claim => [claim.Claim.Subject, claim.Claim.SubjectId]);
        AnyNamed(WordField.Metric, query.Metrics, options.Vocabulary with { Aliases = static _ => [] }, Facets.Metric, claim => [claim.Claim.Metric, claim.Claim.MetricId]);
        AnyNamed(WordField.Speaker, query.Speakers, options.Vocabulary, facet: null, claim => [claim.Claim.Speaker]);
        if (query.Min is not null || query.Max is not null)
        {
            var values = query.Units.SelectMany(unit => places.ExtentOf(unit) is { } extent
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
            var sources = query.Sources.SelectMany(places.FacetsOfSource).ToList();
            IsImpossible |= sources.Count == 0;
            AnyFacet(sources);
        }

        if (query.Edited)
        {
            AnyFacet([Facets.Edited]);
        }
    }

    /// <summary>True when nothing can match: words of punctuation alone, or a source that nobody has.</summary>
    public bool IsImpossible { get; }

    /// <summary>The keys that the span of publication leaves.</summary>
    public (long First, long Last) Keys { get; }

    /// <summary>The topic, which the engine compares exactly; null for all.</summary>
    public TopicKey? Topic { get; }

    /// <summary>True when a match of the index may be none: <see cref="Accepts"/> must look at the claim.</summary>
    public bool NeedsCheck => checks.Count > 0 || query.Since is not null || query.Until is not null;

    /// <summary>True when nothing is asked for but a span of publication.</summary>
    public bool IsSpanOfTime => !IsImpossible && terms.Count == 0 && clauses.Count == 0 && !query.Unreviewed && query.Period is null;

    /// <summary>Whether claims that nobody has begun to check are wanted, beside those in the wanted states.</summary>
    public bool WantsUnreviewed => query.Unreviewed;

    /// <summary>The states that are wanted beside.</summary>
    public IReadOnlyList<Reviews.ReviewState> ReviewStates => query.ReviewStates;

    /// <summary>How many tiers there are: one when no words are wanted.</summary>
    public int Tiers => terms.Count == 0 ? 1 : 2;

    /// <summary>Whether superseded and withdrawn claims are wanted, those that a silent edit touched.</summary>
    public bool WantsEdited => query.Edited;

    /// <summary>Whether copies are listed beside their origin.</summary>
    public bool WantsCopies => query.IncludeCopies || query.Sources.Count > 0;

    /// <summary>What the index is asked for in a tier, the tiers before it included: of each clause, one match holds.</summary>
    public IEnumerable<IReadOnlyList<WordMatch>> Clauses(int tier)
    {
        var field = tier == 0 ? WordField.Own : WordField.Text;
        return terms.Select(term => (IReadOnlyList<WordMatch>)[.. term.Names.Select(name => new WordMatch(field, name))]).Concat(clauses);
    }

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

    /// <summary>The words of the topic's names narrow what the index gives; the engine says it exactly.</summary>
    private void OnlyTopic()
    {
        if (Topic is not { } topic)
        {
            return;
        }

        if (TermMatcher.OfName(topic.Subject, SearchVocabulary.None) is { } subject)
        {
            clauses.Add([.. subject.Names.Select(name => new WordMatch(WordField.Subject, name))]);
        }

        var metric = TermMatcher.OfName(topic.Metric, SearchVocabulary.None)?.Names ?? [];
        clauses.Add([new WordMatch(WordField.Facets, [Facets.Metric(topic.Metric)]), .. metric.Select(name => new WordMatch(WordField.Metric, name))]);
    }

    private void AnyFacet(IEnumerable<string> words)
    {
        var any = words.Select(word => new WordMatch(WordField.Facets, [word])).ToList();
        if (any.Count > 0)
        {
            clauses.Add(any);
        }
    }

    /// <summary>A filter by name: one of the names stands in the field, or the canonical id is the facet.</summary>
    private void AnyNamed(WordField field, IReadOnlyList<string> names, SearchVocabulary vocabulary, Func<string, string>? facet, Func<StoredClaim, string?[]> texts)
    {
        if (names.Count == 0)
        {
            return;
        }

        var matchers = names.Select(name => TermMatcher.OfName(name, vocabulary)).OfType<TermMatcher>().ToList();
        var ids = facet is null ? [] : names.Select(name => name.Trim().ToLowerInvariant()).ToList();
        clauses.Add([.. matchers.SelectMany(matcher => matcher.Names).Select(name => new WordMatch(field, name)), .. ids.Select(id => new WordMatch(WordField.Facets, [facet!(id)]))]);

        if (matchers.Exists(matcher => matcher.NeedsCheck))
        {
            checks.Add(claim =>
            {
                string[] squeezed = [.. texts(claim).OfType<string>().Select(SearchTokens.Squeeze)];
                return ids.Exists(id => squeezed.Contains(id, StringComparer.Ordinal)) || matchers.Exists(matcher => matcher.Holds(squeezed));
            });
        }
    }
}
