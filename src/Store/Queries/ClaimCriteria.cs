using Pipeline.Extract.Model;

namespace Pipeline.Store.Queries;

/// <summary>A query made ready for one store: words that the index is asked for, and what is checked on the claim. The same for every engine.</summary>
internal sealed class ClaimCriteria
{
    private readonly ClaimQuery query;
    private readonly List<ClaimCondition> conditions = [];

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
        var terms = query.Terms.SelectMany(term => TermMatcher.Of(term, options.Vocabulary)).ToList();
        IsImpossible = query.Terms.Count > 0 && terms.Count == 0;
        Tiers = terms.Count == 0 ? 1 : 2;
        terms.ForEach(Term);
        AnyFacet(query.Articles.Select(Facets.Article));
        AnyFacet(query.Edited ? [Facets.Edited] : []);
        AnyFacet(query.Kinds.Select(Facets.Kind), isField: true);
        AnyFacet(query.Modalities.Select(Facets.Modality), isField: true);
        AnyFacet(query.Verdicts.Select(Facets.Verdict), isField: true);

        // The index has no word for what nobody has reviewed: the engine looks at the claim.
        AnyFacet(query.Unreviewed ? [] : query.ReviewStates.Select(Facets.State), isField: true);
        AnyNamed(WordField.Subject, query.Subjects, options.Vocabulary, facet: null, (matcher, claim) => matcher.Holds(claim.Subject, claim.SubjectId));
        AnyNamed(WordField.Metric, query.Metrics, options.Vocabulary with { Aliases = static _ => [] }, Facets.Metric, (matcher, claim) => matcher.Holds(claim.Metric, claim.MetricId));
        AnyNamed(WordField.Speaker, query.Speakers, options.Vocabulary, facet: null, (matcher, claim) => matcher.Holds(claim.Speaker));
        InRange(places);
        InPeriod();
        if (query.Sources.Count > 0)
        {
            var sources = query.Sources.SelectMany(places.FacetsOfSource).ToList();
            IsImpossible |= sources.Count == 0;
            AnyFacet(sources);
        }
    }

    /// <summary>True when nothing can match: words of punctuation alone, or a source that nobody has.</summary>
    public bool IsImpossible { get; private set; }

    /// <summary>What is asked, besides what the engine compares itself: a span of publication, what nobody has reviewed, copies, edits.</summary>
    public IReadOnlyList<ClaimCondition> Conditions => conditions;

    /// <summary>The keys that the span of publication leaves.</summary>
    public (long First, long Last) Keys { get; }

    /// <summary>The topic, which the engine compares exactly; null for all.</summary>
    public TopicKey? Topic { get; }

    /// <summary>True when a match of the index may be none: <see cref="Accepts"/> must look at the claim.</summary>
    public bool NeedsCheck => IsDated || conditions.Exists(condition => condition.NeedsCheck);

    /// <summary>True when nothing is asked for but a span of publication.</summary>
    public bool IsSpanOfTime => !IsImpossible && conditions.Count == 0 && !query.Unreviewed;

    /// <summary>Whether claims that nobody has begun to check are wanted, beside those in the wanted states.</summary>
    public bool WantsUnreviewed => query.Unreviewed;

    /// <summary>The states that are wanted beside.</summary>
    public IReadOnlyList<Reviews.ReviewState> ReviewStates => query.ReviewStates;

    /// <summary>How many tiers there are: one when no words are wanted.</summary>
    public int Tiers { get; }

    /// <summary>Whether superseded and withdrawn claims are wanted, those that a silent edit touched.</summary>
    public bool WantsEdited => query.Edited;

    /// <summary>Whether copies are listed beside their origin.</summary>
    public bool WantsCopies => query.IncludeCopies || query.Sources.Count > 0;

    /// <summary>What the index is asked for in a tier, the tiers before it included: of each clause, one match holds.</summary>
    public IEnumerable<IReadOnlyList<WordMatch>> Clauses(int tier) => conditions.Where(condition => condition.Words is not null).Select(condition => condition.Words!(tier));

    /// <summary>What the index cannot say exactly: values within a step, days within a year, characters side by side.</summary>
    public bool Accepts(StoredClaim claim)
    {
        foreach (var condition in conditions)
        {
            if (condition.NeedsCheck && !condition.Check!(claim))
            {
                return false;
            }
        }

        return !IsDated || IsPublished(claim);
    }

    private bool IsDated => query.Since is not null || query.Until is not null;

    private bool IsPublished(StoredClaim claim)
    {
        // Where no day is stated, the key's hour (the hour of reading) has already been compared.
        return claim.PublishedAt is not { } published || (!(published.Date < query.Since) && !(published.Date > query.Until));
    }

    private void Term(TermMatcher term)
    {
        bool Holds(StoredClaim stored)
        {
            var claim = stored.Claim;
            return term.Holds(claim.Subject, claim.SubjectId, claim.Metric, claim.Sentence, claim.Speaker, claim.Whole, claim.Text, claim.Basis, stored.Title);
        }

        conditions.Add(new ClaimCondition
        {
            Words = tier => [.. term.Names.Select(name => new WordMatch(tier == 0 ? WordField.Own : WordField.Text, name))],
            Check = Holds,
            NeedsCheck = term.NeedsCheck,
            IsCheckable = term.CanCheck,
            IsCostly = term.IsPrefix,
        });
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
            conditions.Add(new ClaimCondition { Words = _ => [.. subject.Names.Select(name => new WordMatch(WordField.Subject, name))], IsCheckable = true });
        }

        var metric = TermMatcher.OfName(topic.Metric, SearchVocabulary.None)?.Names ?? [];
        conditions.Add(new ClaimCondition { Words = _ => [new WordMatch(WordField.Facets, [Facets.Metric(topic.Metric)]), .. metric.Select(name => new WordMatch(WordField.Metric, name))], IsCheckable = true });
    }

    /// <param name="words">Words of which one is wanted.</param>
    /// <param name="isField">True when a field of the claim says it, which the engine compares.</param>
    private void AnyFacet(IEnumerable<string> words, bool isField = false)
    {
        var any = words.Select(word => new WordMatch(WordField.Facets, [word])).ToList();
        if (any.Count > 0)
        {
            conditions.Add(new ClaimCondition { Words = _ => any, IsCheckable = isField });
        }
    }

    /// <summary>A filter by name: one of the names stands in the field, or the canonical id is the facet.</summary>
    private void AnyNamed(WordField field, IReadOnlyList<string> names, SearchVocabulary vocabulary, Func<string, string>? facet, Func<TermMatcher, Claim, bool> holds)
    {
        if (names.Count == 0)
        {
            return;
        }

        var matchers = names.Select(name => TermMatcher.OfName(name, vocabulary)).OfType<TermMatcher>().ToList();
        var ids = facet is null ? [] : names.Select(name => name.Trim().ToLowerInvariant()).ToList();
        IsImpossible |= matchers.Count + ids.Count == 0;
        conditions.Add(new ClaimCondition
        {
            Words = _ => [.. matchers.SelectMany(matcher => matcher.Names).Select(name => new WordMatch(field, name)), .. ids.Select(id => new WordMatch(WordField.Facets, [facet!(id)]))],
            Check = claim => ids.Contains(claim.Claim.MetricId ?? "") || matchers.Exists(matcher => holds(matcher, claim.Claim)),
            NeedsCheck = matchers.Exists(matcher => matcher.NeedsCheck),
            IsCheckable = facet is not null || matchers.TrueForAll(matcher => matcher.CanCheck),
        });
    }

    private void InRange(ISearchPlaces places)
    {
        if (query.Min is null && query.Max is null)
        {
            AnyFacet(query.Units.Select(Facets.Unit), isField: true);
            return;
        }

        // A value's words hold its unit.
        var values = query.Units.SelectMany(unit => places.ExtentOf(unit) is { } extent
            ? ValueWords.Covering(unit, query.Min, query.Max, extent.Low, extent.High)
            : []).Select(word => new WordMatch(WordField.Facets, [word])).ToList();
        IsImpossible |= values.Count == 0;
        conditions.Add(new ClaimCondition
        {
            Words = _ => values,
            Check = claim => query.Units.Contains(claim.Claim.Unit) && !(claim.Claim.High < query.Min) && !(claim.Claim.Low > query.Max),
            NeedsCheck = true,
            IsCheckable = true,
        });
    }

    private void InPeriod()
    {
        if (query.Period is not { } period)
        {
            return;
        }

        var years = Enumerable.Range(period.First.Year, period.Last.Year - period.First.Year + 1).Select(year => new WordMatch(WordField.Facets, [Facets.Year(year)]));
        conditions.Add(new ClaimCondition
        {
            // Of a longer period no year would sort out much.
            Words = period.Last.Year - period.First.Year < 20 ? _ => [.. years] : null,
            Check = claim => Period.TryParse(claim.Claim.Time, out var time) && time.Meets(period),
            NeedsCheck = true,
            IsCheckable = true,
        });
    }
}
