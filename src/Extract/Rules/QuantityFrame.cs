using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Dealings;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>One quantity with its surroundings, as the rules see it.</summary>
internal sealed partial class QuantityFrame
{
    /// <summary>How many clauses may stand between things that are measured side by side: …产量达2亿吨,同比增长2%,….</summary>
    private const int ReachOfSeries = 3;

    private Dealing? _dealing;
    private bool _isDealingRead;

    /// <summary>Its sentence.</summary>
    public required SentenceFrame Sentence { get; init; }

    /// <summary>Its token.</summary>
    public required int Token { get; init; }

    /// <summary>Its clause.</summary>
    public required int Clause { get; init; }

    /// <summary>The quantity.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>What stands left of it.</summary>
    public required Governor Left { get; init; }

    /// <summary>What stands right of it.</summary>
    public required Dependent Right { get; init; }

    /// <summary>The tokens.</summary>
    public TokenRow Row => Sentence.Row;

    /// <summary>The quantity bound just before in the sentence.</summary>
    public BoundQuantity? Previous => Sentence.Bound.Count > 0 ? Sentence.Bound[^1] : null;

    /// <summary>The quantity bound before that is no earlier value of another: 每公斤从18元降至16元、每公斤从43元降至42元.</summary>
    public BoundQuantity? LastSettled
    {
        get
        {
            var last = Sentence.Bound.Count - 1;
            while (last >= 0 && Sentence.EarlierTokens.Contains(Sentence.Bound[last].Token))
            {
                last--;
            }

            return last < 0 ? null : Sentence.Bound[last];
        }
    }

    /// <summary>The trade in a stake that this quantity is the size or the price of; null for none.</summary>
    public Dealing? Dealing
    {
        get
        {
            if (!_isDealingRead)
            {
                _isDealingRead = true;
                _dealing = IsPercent || Quantity.Dimension == Dimension.Count ? DealingReader.OfStake(Row, Token, Sentence.Clause(Clause), Quantity)
                    : Quantity.Dimension == Dimension.Money && Left.Action < 0 && (Left.Noun.IsEmpty || Left is { Level: < 0, Change: < 0 } && (SubjectName.IsOrganisation(Row, Left.Noun.End - 1) || HeadIs(Left.Noun, WordRoles.Generic))) && (Right.Noun.IsEmpty || Row.Word(Right.Noun.End - 1) is "现金") ? DealingReader.OfPrice(Row, Token, Sentence.Clause(Clause))
                    : null;
            }

            return _dealing;
        }
    }

    /// <summary>The stake that the last value of a list names for all of them: 分别持有44%、2%的股权. Null for none.</summary>
    public Dealing? ListedStake
    {
        get
        {
            var clause = Sentence.Clause(Clause);
            var (first, last) = (Token, Token);
            while (Row.After(last, clause.End) is var mark && mark >= 0 && Row[mark].Role == TokenRole.Listing && Row.After(mark, clause.End) is var next && next >= 0 && Row[next].Role == TokenRole.Quantity)
            {
                last = next;
            }

            while (Row.Before(first, clause.Start) is var mark && mark >= 0 && Row[mark].Role == TokenRole.Listing && Row.Before(mark, clause.Start) is var next && next >= 0 && Row[next].Role == TokenRole.Quantity)
            {
                first = next;
            }

            var tail = StakeTail.Read(Row, last, clause.End);
            var lead = StakeLead.Read(Row, first, clause.Start);
            return tail.Stake.IsEmpty || lead.Verb < 0 ? null : new Dealing(lead.Verb, Phrase.None, tail.Stake, lead.Target.IsEmpty ? tail.Target : lead.Target);
        }
    }

    /// <summary>True for percent, 成 and fractions.</summary>
    public bool IsPercent => Quantity.Dimension == Dimension.Percent;

    /// <summary>True for 八折: a fraction of the price before, whatever stands beside it.</summary>
    public bool IsDiscount => IsPercent && Row.Word(Token)[^1] == '折';

    /// <summary>True for percentage and basis points.</summary>
    public bool IsPoints => Quantity.Dimension is Dimension.PercentagePoint or Dimension.BasisPoint;

    /// <summary>True for 倍, 翻倍, 减半.</summary>
    public bool IsMultiple => Quantity.Dimension == Dimension.Multiple;

    /// <summary>True when the sentence has named a subject that this quantity could take over.</summary>
    public bool HasOwner => !Left.Outer.IsEmpty && !IsTeller(Left.Outer.End - 1) && !HeadIs(Left.Outer, WordRoles.Document) || HasOwnerBefore;

    /// <summary>True for an office, which only tells of what is measured; no place does (广东10月汽车产量).</summary>
    private bool IsTeller(int index) => !IsPlace(index) && SubjectName.IsPublicBody(Row, index);

    private bool HasOwnerBefore => Sentence.HasSubjectBefore(Clause) || Previous is { Draft.SubjectText: { } name } before && !Sentence.EarlierTokens.Contains(before.Token) && (HeadMetric(Left.Noun) is { Id: "interest_rate" } || !Sentence.IsAuthority(name, before.Clause));

    /// <summary>True when the sentence, or the ones before it, speak of a company: 全球营收 is then a part of its own, not the globe's.</summary>
    public bool IsCompanys
    {
        get
        {
            if (!Left.Outer.IsEmpty && SubjectName.IsOrganisation(Row, Left.Outer.End - 1))
            {
                return true;
            }

            for (var clause = Clause; clause >= 0; clause--)
            {
                var topic = Sentence.Topic(clause);
                if (!topic.Subject.IsEmpty && topic.Subject.Start < Token && (SubjectName.IsOrganisation(Row, topic.Subject.End - 1) || Row[topic.Subject.End - 1].Sense.Is(WordRoles.Generic))
                    || !topic.Speaker.IsEmpty && SubjectName.CompanyOfSpeaker(Sentence, topic.Speaker) is not null)
                {
                    return true;
                }
            }

            return Sentence.Antecedents.Organisation is not null;
        }
    }

    /// <summary>True when 则, 却 or 亦 sets <paramref name="phrase"/> against what was said before: it then names its own owner (铁矿石库存则下降).</summary>
    public bool IsContrasted(Phrase phrase)
    {
        for (var next = phrase.IsEmpty ? -1 : Row.After(phrase.End - 1, Token); next >= 0 && (Row[next].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Conjunction || Row.Word(next) is "则由" or "则从"); next = Row.After(next, Token))
        {
            if (Row.Word(next) is "则" or "却" or "反而" or "亦" or "则由" or "则从")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the lexicon says of the word at <paramref name="token"/>; nothing for -1.</summary>
    public WordSense SenseAt(int token) => token < 0 ? WordSense.None : Row[token].Sense;

    /// <summary>The metric that a phrase ends in, by its last word.</summary>
    public Metric? HeadMetric(Phrase phrase) => phrase.IsEmpty ? null : Row[phrase.End - 1].Sense.Metric;

    /// <summary>True when the last word of <paramref name="phrase"/> has one of <paramref name="roles"/>.</summary>
    public bool HeadIs(Phrase phrase, WordRoles roles) => !phrase.IsEmpty && Row[phrase.End - 1].Sense.Is(roles);

    /// <summary>道指, 恒生指数: it rises and falls itself, and measures nothing that was named before.</summary>
    public bool IsIndex(Phrase phrase) => !phrase.IsEmpty && Row.Word(phrase.End - 1) is [.., '指'] or [.., '指', '数'];

    /// <summary>其中猪肉价格下降: a part of what was measured before owns its own value, and so do the parts that follow it (鲜菜价格).</summary>
    public bool IsSetApart(Phrase phrase)
    {
        var clause = Sentence.Clause(Clause);
        for (var before = Row.Before(phrase.Start, clause.Start); before >= 0 && Row[before].Role is TokenRole.Adverb or TokenRole.Time; before = Row.Before(before, clause.Start))
        {
            if (Row.IsPartMark(before))
            {
                return true;
            }
        }

        if (HeadMetric(phrase) is null && phrase.End - phrase.Start > 1 && Row.LooksLikeMetric(phrase.End - 1) && IsSeriesOf(Row.Word(phrase.End - 1)))
        {
            return true;
        }

        return HeadMetric(phrase) is { } head && (Previous is { Draft: { IsSetApart: true, MetricSense: { } measured } } previous && previous.Clause == Clause - 1 && head.Id == measured.Id || IsOfSeries(head));
    }

    /// <summary>水稻产量达2亿吨，小麦产量…: things side by side by one measure, the first of which nobody owns. Null asks for any measure.</summary>
    private bool IsOfSeries(Metric? measure)
    {
        for (var i = Sentence.Bound.Count - 1; i >= 0 && Sentence.Bound[i].Clause >= Clause - ReachOfSeries; i--)
        {
            var draft = Sentence.Bound[i].Draft;
            if ((measure is null || draft.MetricSense?.Id == measure.Id) && !draft.CompoundOwner.IsEmpty && draft.CompoundOwner == draft.Subject)
            {
                return draft.SubjectText is { } owner && owner == Sentence.Text(draft.Subject) && !SubjectName.HasName(Row, draft.Subject.Start, draft.Subject.End)
                    && Row[draft.Subject.Start].Role is TokenRole.Noun && !Row[draft.Subject.Start].Sense.Is(WordRoles.Generic | WordRoles.Title | WordRoles.Region) && !Row[draft.Subject.End - 1].Sense.Is(WordRoles.Attribute);
            }
        }

        return false;
    }

    /// <summary>高丽菜到货量约410吨…；大白菜到货量…: as <see cref="IsOfSeries"/>, for a measure that no list knows.</summary>
    private bool IsSeriesOf(ReadOnlySpan<char> measure)
    {
        for (var i = Sentence.Bound.Count - 1; i >= 0 && Sentence.Bound[i].Clause >= Clause - ReachOfSeries; i--)
        {
            var draft = Sentence.Bound[i].Draft;
            if (!draft.CompoundOwner.IsEmpty && draft.CompoundOwner == draft.Subject && draft.Metric is { } before && measure.SequenceEqual(before))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for all of a company's shares: 总股本, 股份总数. A percentage after them is a part.</summary>
    public bool IsCapital(Phrase phrase) => !phrase.IsEmpty && Row.Is(phrase.End - 1, ContextCue.Capital);
}
