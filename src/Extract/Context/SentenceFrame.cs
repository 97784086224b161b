using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context;

/// <summary>One sentence as the rules see it: its tokens, clauses, topics, and what has been bound so far.</summary>
internal sealed class SentenceFrame
{
    private static readonly HashSet<int> NoTokens = [];
    private readonly List<Phrase> _clauses = [];
    private readonly List<ClauseTopic> _topics;

    /// <summary>Reads clauses, topics and earlier values.</summary>
    public SentenceFrame(string original, TokenRow row, ImmutableArray<Quantity> quantities, ImmutableArray<Spoken> spoken, Antecedents antecedents)
    {
        (Original, Row, Quantities, Antecedents) = (original, row, quantities, antecedents);
        var start = 0;
        for (var i = 0; i <= row.Count; i++)
        {
            if (i == row.Count || row[i].Role == TokenRole.Clause)
            {
                if (i > start)
                {
                    _clauses.Add(new Phrase(start, i));
                }

                start = i + 1;
            }
        }

        _topics = new List<ClauseTopic>(_clauses.Count);
        var hasOwner = false;
        foreach (var clause in _clauses)
        {
            var topic = TopicFinder.Find(row, clause, spoken, hasOwner);
            topic = topic.Metric.IsEmpty ? WithClosingMetric(clause, topic) : topic;
            topic = Event(clause) is { IsEmpty: false } happened ? new ClauseTopic(happened, Phrase.None, topic.Speaker) { Scene = topic.Subject.IsEmpty ? PlaceOf(clause) : topic.Subject } : topic;
            topic = Presented(clause) is { IsEmpty: false } presented ? new ClauseTopic(presented, Phrase.None, topic.Speaker) : topic;
            topic = CountedGroup(clause) is { IsEmpty: false } group ? new ClauseTopic(group, Phrase.None, topic.Speaker) : topic;
            topic = Notified(clause) is { IsEmpty: false } notifying ? new ClauseTopic(notifying, Phrase.None, topic.Speaker) : topic;
            topic = topic with { IsAside = IsAside(clause, topic.Subject) };
            _topics.Add(topic);
            hasOwner |= !topic.Subject.IsEmpty && !topic.IsAside || !topic.Speaker.IsEmpty && SubjectName.CompanyOfSpeaker(this, topic.Speaker) is not null;
        }

        EarlierOf = FromTo.Find(row, quantities);
        EarlierTokens = EarlierOf.Count == 0 ? NoTokens : EarlierOf.Values.ToHashSet();
        Lists = ParallelLists.Find(this);
        Heads = SideBySide.Find(this);
    }

    private bool IsAside(Phrase clause, Phrase topic)
    {
        var first = topic.IsEmpty ? -1 : Row.After(clause.Start - 1, topic.Start);
        if (first >= 0 && _topics.Count > 0 && Row.Word(first) is "以及" or "加上" or "再加上" && _topics.Exists(static before => !before.Subject.IsEmpty))
        {
            // 东山集团因订单增加，以及欧美客户提前拉货，营收增长: another reason.
            return true;
        }

        return Row.Is(first, ContextCue.Aside)
            && !Row[topic.Start].Sense.Is(WordRoles.Generic) && Row[topic.Start].Role is not (TokenRole.Pronoun or TokenRole.Determiner) && !SubjectName.HasName(Row, topic.Start, topic.End) && !SubjectName.IsOrganisation(Row, topic.End - 1);
    }

    /// <summary>定日县发生强烈地震,…: what follows is about the event.</summary>
    private Phrase Event(Phrase clause)
    {
        var last = Row.Before(clause.End, clause.Start);
        if (last < 0 || !Row[last].Sense.Is(WordRoles.Event))
        {
            return Phrase.None;
        }

        for (var verb = Row.Before(last, clause.Start); verb >= 0; verb = Row.Before(verb, clause.Start))
        {
            if (Row.Is(verb, ContextCue.Happens))
            {
                return new Phrase(last, last + 1);
            }
        }

        return Phrase.None;
    }

    /// <summary>(在)西藏班戈县(北纬32.1度,东经89.7度)发生地震: the place that 在 puts before what happens there; empty for none.</summary>
    private Phrase PlaceOf(Phrase clause)
    {
        for (var at = clause.Start; at < clause.End && Row[at].Role != TokenRole.Quantity; at++)
        {
            if (Row[at].Role == TokenRole.Preposition && Row.Word(at) is "在" or "于")
            {
                return Row.PhraseStartingAt(Row.After(at, clause.End), clause.End);
            }
        }

        return Phrase.None;
    }

    /// <summary>股东名册里新增了一位王某,持股3%: a clause that brings someone on stage; what follows is about them.</summary>
    private Phrase Presented(Phrase clause)
    {
        var last = Row.Before(clause.End, clause.Start);
        if (last < 0 || !Row[last].IsName && !SubjectName.IsOrganisation(Row, last))
        {
            return Phrase.None;
        }

        for (var one = Row.Before(last, clause.Start); one >= 0; one = Row.Before(one, clause.Start))
        {
            if (Row[one].Role is TokenRole.Clause or TokenRole.Quantity or TokenRole.Of)
            {
                return Phrase.None;
            }

            if (Row[one].Role == TokenRole.Determiner && Row.Word(one) is ['一', '位' or '名' or '家' or '个'])
            {
                var verb = Row.Before(one, clause.Start);
                verb = verb >= 0 && Row[verb].Role == TokenRole.Particle ? Row.Before(verb, clause.Start) : verb;
                return Row.Is(verb, ContextCue.Presents) ? Row.PhraseEndingAt(last, one + 1) : Phrase.None;
            }
        }

        return Phrase.None;
    }

    /// <summary>公司接到股东东山集团函告,获悉其质押…: what follows is about who gave notice.</summary>
    private Phrase Notified(Phrase clause)
    {
        var last = Row.Before(clause.End, clause.Start);
        if (last < 0 || Row.StartOf(last, ContextCue.Notice) < 0 && !(Row.Word(last) is [.., '》'] && Row.Cues.IsAtEnd(ContextCue.Notice, Row.Word(last)[..^1])))
        {
            return Phrase.None;
        }

        for (var verb = Row.Before(last, clause.Start); verb >= 0; verb = Row.Before(verb, clause.Start))
        {
            if (Row[verb].Role is TokenRole.Quantity)
            {
                return Phrase.None;
            }

            if (Row.Is(verb, ContextCue.Receives))
            {
                var phrase = Row.PhraseStartingAt(Row.After(verb, clause.End), last);
                for (var i = phrase.Start; i < phrase.End; i++)
                {
                    if (Row[i].Role == TokenRole.Of)
                    {
                        phrase = new Phrase(phrase.Start, i);
                        break;
                    }
                }

                return !phrase.IsEmpty && (Row[phrase.End - 1].IsName || SubjectName.IsOrganisation(Row, phrase.End - 1) || Row[phrase.End - 1].Sense.Is(WordRoles.Title)) ? phrase : Phrase.None;
            }
        }

        return Phrase.None;
    }

    /// <summary>收治的87位病患中,…; 受访者中,…: what follows is about the people counted, or those of whom it tells the parts.</summary>
    private Phrase CountedGroup(Phrase clause)
    {
        var last = Row.Before(clause.End, clause.Start);
        var noun = last < 0 || Row[last].Role != TokenRole.Localizer || Row.Word(last) is not ("中" or "当中" or "里") ? -1 : Row.Before(last, clause.Start);
        if (noun < 0 || Row[noun].Role != TokenRole.Noun || Row[noun].Sense.Is(WordRoles.Ownership))
        {
            return Phrase.None;
        }

        var phrase = Row.PhraseEndingAt(noun, clause.Start);
        return Row.Before(phrase.Start, clause.Start) is var count && count >= 0 && Row[count].Role == TokenRole.Quantity || Row[noun].Sense.Is(WordRoles.Group) && Row[noun].Role == TokenRole.Noun && phrase.Start == Row.After(clause.Start - 1) && Row.After(last) == clause.End ? phrase : Phrase.None;
    }

    /// <summary>A clause that ends in a metric leads up to the values after it: 英伟达在中国高端芯片市场的份额,从95%掉到零.</summary>
    private ClauseTopic WithClosingMetric(Phrase clause, ClauseTopic topic)
    {
        var last = Row.Before(clause.End, clause.Start);
        if (last < 0 || Row[last].Role != TokenRole.Noun || Row[last].Sense.Metric is not { IsCountable: false })
        {
            return topic;
        }

        for (var i = clause.Start; i < clause.End; i++)
        {
            if (Row[i].Role == TokenRole.Quantity)
            {
                return topic;
            }
        }

        var (owner, metric) = Row.Part(Row.PhraseEndingAt(last, clause.Start), hasOwner: !topic.Subject.IsEmpty);
        return metric.IsEmpty || metric.Start < topic.Subject.End ? topic : topic with { Metric = metric, Place = owner.Start >= topic.Subject.End ? owner : Phrase.None };
    }

    /// <summary>For whom he speaks who is named behind the quotation at a position of the article; null for none.</summary>
    public Func<int, string?>? BodyBehind { get; init; }

    /// <summary>The article's text as written.</summary>
    public string Original { get; }

    /// <summary>The tokens.</summary>
    public TokenRow Row { get; }

    /// <summary>The sentence's quantities.</summary>
    public ImmutableArray<Quantity> Quantities { get; }

    /// <summary>What earlier sentences named.</summary>
    public Antecedents Antecedents { get; }

    /// <summary>For each token of a later value, the token of its earlier one.</summary>
    public Dictionary<int, int> EarlierOf { get; }

    /// <summary>The tokens of earlier values.</summary>
    public HashSet<int> EarlierTokens { get; }

    /// <summary>For each token of a quantity in a list, the thing it belongs to.</summary>
    public IReadOnlyDictionary<int, ListItem> Lists { get; }

    /// <summary>For the token of each value that stands beside others of its sort, whose it is.</summary>
    public IReadOnlyDictionary<int, ParallelHead> Heads { get; }

    /// <summary>What has been bound so far in this sentence, in order.</summary>
    public List<BoundQuantity> Bound { get; } = [];

    /// <summary>Number of clauses.</summary>
    public int ClauseCount => _clauses.Count;

    /// <summary>The tokens of a clause.</summary>
    public Phrase Clause(int index) => _clauses[index];

    /// <summary>Number of clauses whose topics are read yet.</summary>
    public int TopicsRead => _topics.Count;

    /// <summary>What a clause is about.</summary>
    public ClauseTopic Topic(int clause) => _topics[clause];

    /// <summary>True for a sentence that parts what the one before measured: 其中, …, 分地区看, ….</summary>
    public bool IsBreakdown => Row.After(-1) is var first && first >= 0 && (Row.IsPartMark(first) || IsParted);

    /// <summary>True for a sentence that 分…看 opens: it goes through the parts.</summary>
    public bool IsParted => Row.After(-1) is var first && first >= 0 && Row.Word(first)[0] == '分' && _clauses.Count > 1 && Row.Word(Row.Before(_clauses[0].End)) is "看" or "来看";

    /// <summary>The clause that holds <paramref name="token"/>.</summary>
    public int ClauseOf(int token)
    {
        for (var i = 0; i < _clauses.Count; i++)
        {
            if (token >= _clauses[i].Start && token < _clauses[i].End)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True when a clause before <paramref name="clause"/> names a subject.</summary>
    public bool HasSubjectBefore(int clause)
    {
        for (var i = clause - 1; i >= 0; i--)
        {
            if (_topics[i] is { Subject.IsEmpty: false, IsAside: false } topic && !SubjectName.IsAuthority(Row, topic.Subject.End - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where <paramref name="name"/> is an authority that a clause up to <paramref name="clause"/> is about or quotes.</summary>
    public bool IsAuthority(string name, int clause)
    {
        for (var i = Math.Min(clause, _topics.Count - 1); i >= 0; i--)
        {
            var phrase = _topics[i].Subject.IsEmpty ? _topics[i].Speaker : _topics[i].Subject;
            if (!phrase.IsEmpty && Row.Extent(phrase) is var (start, end) && Original.AsSpan(start, end - start).SequenceEqual(name))
            {
                return SubjectName.IsAuthority(Row, phrase.End - 1);
            }
        }

        return false;
    }

    /// <summary>What <paramref name="phrase"/> says, as written.</summary>
    public string Text(Phrase phrase)
    {
        var (start, end) = Row.Extent(phrase);
        var open = end == Original.Length ? '\0' : Original[end] switch { '”' => '“', '」' => '「', '》' => '《', _ => '\0' };
        if (open != '\0' && Original.AsSpan(start, end - start) is var text && text.LastIndexOf(open) > text.LastIndexOf(Original[end]))
        {
            // 新“国九条|”: what opened within goes on to its end.
            end++;
        }

        return Original[start..end];
    }

    /// <summary>What <paramref name="phrase"/> says, folded, without quotation marks and white space.</summary>
    public string FoldedText(Phrase phrase)
    {
        var text = new System.Text.StringBuilder();
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (Row[i].Role is not (TokenRole.Skipped or TokenRole.Time))
            {
                text.Append(Row.Word(i));
            }
        }

        return text.ToString();
    }

    /// <summary>What <paramref name="phrase"/> says, folded, times included.</summary>
    public ReadOnlySpan<char> FoldedOrTime(Phrase phrase)
    {
        var (start, end) = Row.Extent(phrase);
        return Row.Folded.AsSpan(start, end - start);
    }

    /// <summary>The last metric named in <paramref name="phrase"/>.</summary>
    public Metric? MetricIn(Phrase phrase)
    {
        for (var i = phrase.End - 1; i >= phrase.Start; i--)
        {
            if (Row[i].Sense.Metric is { } metric)
            {
                return metric;
            }
        }

        return null;
    }
}
