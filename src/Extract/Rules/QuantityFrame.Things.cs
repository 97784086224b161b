using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <content>Things that own what is measured of them, whatever the text was about before.</content>
internal sealed partial class QuantityFrame
{
    /// <summary>仓库平均库容利用率 after 小麦: owner and measure, where a thing is measured that is no part of what the text is about; both empty elsewhere.</summary>
    public (Phrase Owner, Phrase Metric) OfThing(Phrase phrase)
    {
        if (phrase.End - phrase.Start < 2 || phrase != Left.Outer && !Left.Outer.IsEmpty && !IsTeller(Left.Outer.End - 1)
            || Row.LastThing(phrase) is not (>= 0 and var thing) || Row.Part(phrase, hasOwner: false).Metric.IsEmpty || !IsApart(thing, phrase))
        {
            return (Phrase.None, Phrase.None);
        }

        return (new Phrase(phrase.Start, thing + 1), new Phrase(thing + 1, phrase.End));
    }

    /// <summary>The common nouns that close <paramref name="phrase"/> (学校 | 教职工); empty where it ends in a name, a place or a pronoun.</summary>
    public Phrase ThingsIn(Phrase phrase)
    {
        var start = phrase.End;
        while (start > phrase.Start && Row[start - 1] is { IsName: false, Tag: not "r", Role: TokenRole.Noun or TokenRole.Adjective } word && !word.Sense.Is(WordRoles.Region | WordRoles.Generic | WordRoles.Title))
        {
            start--;
        }

        return start < phrase.End ? new Phrase(start, phrase.End) : Phrase.None;
    }

    /// <summary>留学生 of 该校留学生突破1万, 高新企业 of 东山市高新企业达2000家: the common nouns that a number with nothing behind it counts, behind whose they are; empty for other phrases.</summary>
    public Phrase CountedIn(Phrase phrase)
    {
        if (Quantity.Dimension != Quantities.Dimension.Count || HeadMetric(phrase) is not null)
        {
            return Phrase.None;
        }

        if (Quantity.Unit is not "人次" and { Length: > 1 } && Row.Word(phrase.End - 1).EndsWith(Quantity.Unit) && phrase.End - phrase.Start > 1)
        {
            return new Phrase(phrase.End - 1, phrase.End);
        }

        if (Quantity.Unit is not ("家" or "所" or "座" or "处") || !Right.Noun.IsEmpty || Right.Verb >= 0 || Row.LooksLikeMetric(phrase.End - 1))
        {
            return Phrase.None;
        }

        var start = phrase.End;
        while (start > phrase.Start && Row[start - 1] is { IsName: false, Tag: not ("r" or "ns"), Role: TokenRole.Noun or TokenRole.Adjective or TokenRole.Number } word && !word.Sense.Is(WordRoles.Region | WordRoles.Title | WordRoles.Market))
        {
            start--;
        }

        // 半导体企业15家: a branch has them; 集成电路企业22家，医药企业17家 go side by side.
        var isOwned = start > phrase.Start ? IsPlace(start - 1) || Row.IsScope(start - 1) : HasOwner && Previous is { Quantity.Unit: var unit } && unit != Quantity.Unit || !Left.Outer.IsEmpty;
        return isOwned && start < phrase.End && !SubjectName.IsOrganisation(Row, phrase.End - 1) ? new Phrase(start, phrase.End) : Phrase.None;
    }

    /// <summary>套件的 | 物料成本: a thing that 的 makes the owner, whoever has the thing.</summary>
    private bool IsThingOf(Phrase owner) =>
        !owner.IsEmpty && owner.End < Row.Count && Row[owner.End].Role == TokenRole.Of && Row.IsThing(owner.End - 1) && !(Row.Before(owner.Start) is var verb && verb >= 0 && Row[verb].Role == TokenRole.Verb);

    /// <summary>True where what the text is about before the phrase cannot have <paramref name="thing"/> as a part or as its business.</summary>
    private bool IsApart(int thing, Phrase phrase)
    {
        var topic = OwnerBefore(phrase.Start);
        if (topic.IsEmpty)
        {
            return Row.Word(phrase.End - 1) is not ("数量" or "总数" or "总量" or "人数") && !IsCompanys && Sentence.Antecedents.Topic is null or { Entity: null, StandsAlone: false };
        }

        var head = topic.End - 1;
        if (IsPlace(head) || IsPlace(topic.Start) && Row.IsGoods(thing))
        {
            // A place has all that is made, sold and counted in it, but not what that costs, and not what lives, stands or runs there.
            return !IsOfPlaces(phrase, thing) && (!Row.IsGoods(thing) || HeadMetric(phrase) is { Id: "price" or "share_price" or "tariff" or "tax_rate" or "growth_rate" or "rate" or "market_share" } || Row.Folded[Row[phrase.End - 1].End - 1] is '价' or '率');
        }

        if (Row[head].Sense.Is(WordRoles.Generic | WordRoles.Title) || Row[head].Role is TokenRole.Pronoun || SubjectName.IsOrganisation(Row, head))
        {
            return false;
        }

        // An office has people it counts, a hospital patients, a fair visitors.
        return SubjectName.IsPublicBody(Row, head) ? !Row.IsBeing(thing) : !Row[head].IsName && Row.IsThing(head) && !((Row.IsBuilt(head) || Row[head].Sense.Is(WordRoles.Event)) && Row.IsBeing(thing));
    }

    /// <summary>The place that the last value but those of things was of, where <paramref name="phrase"/> opens its clause and says how much of another thing there is; empty elsewhere.</summary>
    private Phrase PlaceWith(Phrase phrase)
    {
        if (!Left.Outer.IsEmpty || Row.LastThing(phrase) is not (>= 0 and var thing) || !IsOfPlaces(phrase, thing))
        {
            return Phrase.None;
        }

        for (var i = Sentence.Bound.Count - 1; i >= 0 && Sentence.Bound[i].Draft is { IsPart: false, Subject.IsEmpty: false } draft && draft.SubjectText == Sentence.Text(draft.Subject); i--)
        {
            if (IsPlace(draft.Subject.End - 1))
            {
                return draft.Subject;
            }

            if (!Row.IsThing(draft.Subject.End - 1) || !draft.IsSetApart)
            {
                break;
            }
        }

        return Phrase.None;
    }

    /// <summary>汽车出口额, 二手房成交量, 青少年被捕人数: what only says how much of a thing a place has.</summary>
    private bool IsOfPlaces(Phrase phrase, int thing) =>
        HeadMetric(phrase) is { Id: "output" } && (Row.IsGoods(thing) || Row.Folded[Row[thing].End - 1] is '车' or '船' or '机')
        || HeadMetric(phrase) is { Id: "exports" or "imports" or "trade" or "sales_volume" or "shipments" or "turnover" or "production_value" or "count" or "population" or "cases" or "casualties" };

    private bool IsPlace(int index) => Row[index].Sense.Is(WordRoles.Region) || Row[index].Tag == "ns" || Row[index].Sense.Entity?.Type == EntityType.Place;

    /// <summary>Whom the last value before <paramref name="start"/> belongs to, or its clause is about; empty for none, and for a company that speaks.</summary>
    private Phrase OwnerBefore(int start)
    {
        for (var clause = Clause; clause >= 0; clause--)
        {
            if (LastOwnerIn(clause) is { IsEmpty: false } owner)
            {
                return owner;
            }

            var topic = Sentence.Topic(clause);
            if (!topic.Subject.IsEmpty && topic.Subject.End <= start && !IsPartIn(clause))
            {
                return topic.Subject;
            }

            if (!topic.Speaker.IsEmpty && SubjectName.CompanyOfSpeaker(Sentence, topic.Speaker) is not null)
            {
                return topic.Speaker;
            }
        }

        return Phrase.None;
    }

    /// <summary>True where the last value of an earlier clause is of a part, which what follows is not about: 贵宾厅收益占27%，酒店入住率….</summary>
    private bool IsPartIn(int clause)
    {
        for (var i = Sentence.Bound.Count - 1; clause < Clause && i >= 0 && Sentence.Bound[i].Clause >= clause; i--)
        {
            if (Sentence.Bound[i].Clause == clause)
            {
                return Sentence.Bound[i].Draft.IsPart;
            }
        }

        return false;
    }

    /// <summary>Whom the last value of a clause belongs to, where its own phrase says it.</summary>
    private Phrase LastOwnerIn(int clause)
    {
        for (var i = Sentence.Bound.Count - 1; i >= 0 && Sentence.Bound[i].Clause >= clause; i--)
        {
            if (Sentence.Bound[i].Clause == clause && Sentence.Bound[i].Draft is { Subject.IsEmpty: false, IsPart: false } draft && draft.SubjectText == Sentence.Text(draft.Subject))
            {
                return draft.Subject;
            }
        }

        return Phrase.None;
    }

    /// <summary>检获一批怀疑大麻花等，估计市值约100万元: the goods that <paramref name="clause"/> ends with after a verb of seizing, however many; empty where it has none.</summary>
    public Phrase SeizedIn(int clause)
    {
        if (clause < 0)
        {
            return Phrase.None;
        }

        var (start, end) = (Sentence.Clause(clause).Start, Sentence.Clause(clause).End);
        var last = Row.Before(end, start);
        while (last >= 0 && Row[last].Role is TokenRole.Clause or TokenRole.Particle)
        {
            last = Row.Before(last, start);
        }

        var goods = last < 0 || Row[last].Role != TokenRole.Noun ? Phrase.None : Row.PhraseEndingAt(last, start);
        for (var at = goods.IsEmpty ? -1 : Row.Before(goods.Start, start); at >= 0; at = Row.Before(at, start))
        {
            if (SenseAt(at).Is(WordRoles.Seizure))
            {
                return goods;
            }

            if (Row[at].Role is not (TokenRole.Number or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Particle or TokenRole.Determiner or TokenRole.Of))
            {
                break;
            }
        }

        return Phrase.None;
    }
}
