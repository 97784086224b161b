using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <summary>Decides whose value it is, where the rule has not: nearest topic first, then pronouns and names of earlier sentences.</summary>
/// <remarks>
/// Order: the rule's own phrase; the topic of the clause; topics of earlier clauses of the sentence, nearest first; who the sentence quotes;
/// what the last sentences were about. A pronoun or 公司 stands for the nearest name of its sort before it.
/// </remarks>
internal static partial class SubjectResolver
{
    /// <summary>Settles <see cref="ClaimDraft.SubjectText"/> and its source.</summary>
    public static void Resolve(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.IsSubjectSettled || TryHead(frame, draft))
        {
            return;
        }

        DropMeasure(frame, draft);
        ResolveOwner(frame, draft);
        if (draft is { Rule: "part-of-group", Kind: ClaimKind.Share, Whole: null, IsPart: false } && IsOfGroup(frame))
        {
            // 其中八成九未接种: of those of whom it is told.
            draft.Whole = draft.SubjectText;
        }

        if (draft.SubjectSource is SlotSource.Open or SlotSource.Sentence or SlotSource.Discourse && (EventOf(frame, draft) ?? CasesOf(frame, draft)) is { } happened)
        {
            Settle(draft, new ResolvedName(happened, IsResolved: false), SlotSource.Sentence);
            draft.IsEvent = true;
        }

        if (draft is { SubjectText: null, Rule: "counted-noun" } || draft is { SubjectSource: not SlotSource.Pattern, Rule: "counted-noun" } && OpensWithPeople(frame))
        {
            SettleOnThoseCounted(frame, draft);
        }
    }

    private static void ResolveOwner(QuantityFrame frame, ClaimDraft draft)
    {
        var sentence = frame.Sentence;
        if (draft.SubjectText is not null)
        {
            draft.SubjectSource = SlotSource.Pattern;
            return;
        }

        if (EachOf(frame) is { } counted)
        {
            Settle(draft, new ResolvedName(counted, IsResolved: false), SlotSource.Sentence);
            return;
        }

        if (draft.Metric?.Contains("目标价", StringComparison.Ordinal) == true && Rated(frame) is { } rated)
        {
            Settle(draft, rated, SlotSource.Sentence);
            return;
        }

        if ((Fined(frame, draft) ?? Sentenced(frame, draft)) is { } fined)
        {
            Settle(draft, fined, SlotSource.Sentence);
            return;
        }

        if ((draft.Subject.IsEmpty || draft.SubjectSource != SlotSource.Pattern) && Suspects.Of(frame) is { } arrested)
        {
            Settle(draft, new ResolvedName(arrested, IsResolved: false), SlotSource.Sentence);
            return;
        }

        if (BeforeBracket(frame, draft) is { } bracketed)
        {
            (draft.IsPart, draft.IsOfBracketedName) = (true, true);
            Settle(draft, bracketed, SlotSource.Clause);
            return;
        }

        if (Holder(frame, draft) is { } holder)
        {
            Settle(draft, holder, SlotSource.Clause);
            return;
        }

        if (TopicFinder.IsPlaceWithin(frame.Row, draft.Subject) && Established(frame, draft, draft.Subject) is { } around)
        {
            Settle(draft, around.Name, around.Source);
            return;
        }

        if ((draft.Subject.IsEmpty || IsScene(frame.Row, draft.Subject)) && SeizerBefore(frame) is { } seizer)
        {
            draft.StandsAlone = true;
            Settle(draft, seizer, SlotSource.Sentence);
            return;
        }

        if (!draft.Subject.IsEmpty && SubjectName.Of(sentence, draft.Subject) is { } named)
        {
            draft.StandsAlone = IsOwnTopic(frame, draft);
            draft.IsEvent = frame.HeadIs(draft.Subject, WordRoles.Event);
            if ((CompanyOf(frame, draft) ?? Spender(frame, draft)) is { } company)
            {
                draft.StandsAlone = true;
                Settle(draft, company, SlotSource.Sentence);
                return;
            }

            // 台股市值…,外资持股比例…: who holds is none of those that the text is about.
            var isHolder = draft.MetricSense?.Id == "ownership" && frame.HeadIs(draft.Subject, WordRoles.Region);
            if (!draft.StandsAlone && !isHolder && !(IsOfEconomy(draft) && frame.Row.Word(draft.Subject.Start) is "全国" or "全球") && Established(frame, draft, draft.Subject) is { } owner && !(owner.Source == SlotSource.Discourse && IsWideScope(frame, draft.Subject)))
            {
                // 同店销售增长14.4% after 瑞幸咖啡门店: a part of what the text is about.
                draft.StandsAlone = true;
                Settle(draft, owner.Name, owner.Source);
                return;
            }

            Settle(draft, named, draft.SubjectSource);
            return;
        }

        draft.StandsAlone = true;
        if (OwnerOfResult(frame, draft) is { } reporting)
        {
            Settle(draft, new ResolvedName(reporting, IsResolved: false), SlotSource.Sentence);
            return;
        }

        if ((DealerBefore(frame, draft) ?? NewShareholder(frame, draft) ?? Founded(frame, draft) ?? CompanyWith(frame, draft) ?? IndexBefore(frame)) is { } whole)
        {
            Settle(draft, whole, SlotSource.Sentence);
            return;
        }

        if (Paper(frame, draft) is { } paper)
        {
            draft.IsPart = true;
            Settle(draft, paper, SlotSource.Sentence);
            return;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            var said = sentence.Topic(clause);
            if (clause < frame.Clause && (said.IsAside || IsBracketedOff(frame, sentence.Clause(clause).Start)))
            {
                // (其中甲县8人，乙县4人)，3人失踪: what a bracket parts off is not what the text goes on about.
                continue;
            }

            if ((Product(frame, draft, clause) ?? PlaceOfExtreme(frame, draft, clause)) is { } product)
            {
                Settle(draft, product, SlotSource.Sentence);
                return;
            }

            var topic = clause == frame.Clause && !said.Scene.IsEmpty && !said.Governs(frame.Token) ? said.Scene : said.Subject;
            topic = clause < frame.Clause ? OwnerStrength.GoesOn(frame.Row, topic) : topic;
            said = said with { Subject = topic };
            if (clause < frame.Clause && (IsScene(frame.Row, topic) || IsAged(frame, clause, topic)))
            {
                // 现场搜救结束,2人死亡: where an earlier clause is set is not what later ones are about.
                topic = Phrase.None;
            }

            if (clause < frame.Clause && !topic.IsEmpty && draft.Rule is "dealing" or "verb-object" && !CanAct(frame.Row, topic))
            {
                // 竞争激烈、产能过剩,…出资20亿元: a state is nobody who pays.
                topic = Phrase.None;
            }

            // 东山光子：市场需求回暖 上半年净利润增长45%: a reason has no profit, the company named before has.
            topic = clause < frame.Clause && !topic.IsEmpty && IsCompanysOwn(draft) && IsNoBusiness(frame.Row, topic) && HasCompanyBefore(frame, clause) ? Phrase.None : topic;
            if (!topic.IsEmpty && draft.Metric is not null && sentence.FoldedText(topic) is var told && (told == draft.Metric || IsListOfMeasures(frame, topic) || clause < frame.Clause && LastBoundIn(frame, clause)?.Draft is { Rule: "metric-level" or "change", Metric: { } itself } && itself == told))
            {
                // What is measured is not also whom it belongs to.
                topic = Phrase.None;
            }

            if (clause < frame.Clause && topic.IsEmpty && !said.Speaker.IsEmpty && draft.Rule == "dealing" && LastBoundIn(frame, clause) is null
                && !SubjectName.IsPerson(frame.Row[said.Speaker.End - 1]) && SubjectName.CompanyOfSpeaker(sentence, said.Speaker) is { } dealing)
            {
                // 甲公司公告称，以2亿元收购乙公司51%股权: who announces a deal deals, whatever the clauses before were about.
                Settle(draft, dealing, SlotSource.Sentence);
                return;
            }

            if (clause < frame.Clause && topic.IsEmpty && !said.Speaker.IsEmpty && Plans(frame, draft, clause) && Planner(sentence, said.Speaker, draft.Metric is ['减' or '增', '持', ..]) is { } planner)
            {
                // 他表示，拟增持: who says so means to do it.
                Settle(draft, planner, SlotSource.Sentence);
                return;
            }

            var bound = LastBoundIn(frame, clause);
            if (clause < frame.Clause && draft.Rule == "verb-object" && bound is not null && sentence.Row.HasPartMark(sentence.Clause(clause).Start, sentence.Clause(clause).End)
                && frame.Row.After(sentence.Clause(frame.Clause).Start - 1) is var opening && opening >= 0 && frame.Row[opening].Role == TokenRole.Time)
            {
                // 门店68间，其中台湾57间，今年再新增10间: what has the parts goes on.
                continue;
            }

            if (frame.IsPoints && bound?.Draft is { Rule: "part-of-group", SubjectText: { } asked } opinion && draft.MetricSource != SlotSource.Pattern && draft.Metric == opinion.Metric)
            {
                // 43%民众认为某国值得信任，上升6个百分点: of those asked, not of what they think of.
                Settle(draft, new ResolvedName(asked, IsResolved: false), SlotSource.Sentence);
                return;
            }

            if (bound?.Draft is { IsPart: true } part && !Continues(frame, draft, part))
            {
                // 中国区收入占公司收入的86%: what follows is about the company again.
                var isHead = said.Relative >= 0 && clause == frame.Clause && said.Governs(frame.Token)
                    || part.IsOfBracketedName && !topic.IsEmpty && topic.End <= bound.Token && part.SubjectText?.Contains(sentence.Text(topic), StringComparison.Ordinal) == false;
                if (!topic.IsEmpty && (isHead || !part.Subject.IsEmpty && topic.End <= part.Subject.Start && part.Rule is "counted-noun" or "attributive-metric" or "closing-verb") && SubjectName.Of(sentence, topic) is { } head)
                {
                    Settle(draft, head, SlotSource.Clause);
                    return;
                }

                continue;
            }

            if (!topic.IsEmpty && clause < frame.Clause && bound is not null && topic.Start > bound.Token && frame.Quantity.Dimension == Dimension.Count && bound.Quantity.Dimension == Dimension.Count && (!frame.HeadIs(topic, WordRoles.Event | WordRoles.Group) || draft.MetricSense is { Id: "casualties" } && bound.Draft.MetricSense is { Id: "casualties" }) && bound.Draft.Metric?.Contains(sentence.FoldedText(topic), StringComparison.Ordinal) == true)
            {
                // 另有5例境外移入，并新增8例死亡; 6名乘客死亡，38人受伤: what was counted is not what the text goes on about.
                topic = Phrase.None;
            }

            if (!topic.IsEmpty && (bound is null || topic.Start > bound.Token || topic.Start == bound.Token && clause < frame.Clause) && (clause < frame.Clause || said.Governs(frame.Token))
                && SubjectName.Of(sentence, topic) is { } name)
            {
                draft.IsEvent = frame.HeadIs(topic, WordRoles.Event);
                Settle(draft, name, clause == frame.Clause ? SlotSource.Clause : SlotSource.Sentence);
                return;
            }

            // What a value before was about says it better than the topic of its clause.
            if (bound?.Draft.SubjectText is { } same)
            {
                draft.IsEvent = bound.Draft.IsEvent;
                Settle(draft, new ResolvedName(same, IsResolved: false), clause == frame.Clause ? SlotSource.Clause : SlotSource.Sentence);
                return;
            }

            if (!topic.IsEmpty && (clause < frame.Clause || said.Governs(frame.Token)) && SubjectName.Of(sentence, topic) is { } early)
            {
                Settle(draft, early, clause == frame.Clause ? SlotSource.Clause : SlotSource.Sentence);
                return;
            }
        }

        if (LastOutside(frame) is { SubjectText: { } before } previous && (!previous.IsPart || Continues(frame, draft, previous)))
        {
            Settle(draft, new ResolvedName(before, IsResolved: false), SlotSource.Sentence);
            return;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (sentence.Topic(clause).Speaker is { IsEmpty: false } speaker && SubjectName.CompanyOfSpeaker(sentence, speaker) is { } company)
            {
                SettleUnlessOfEconomy(draft, company);
                return;
            }
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (sentence.Topic(clause) is { Speaker.IsEmpty: false } speaking && !frame.SenseAt(speaking.Speaker.End - 1).Is(WordRoles.Document) && (IsDoer(frame, draft, speaking) ? SubjectName.Of(sentence, speaking.Speaker) : OfficersBody(frame, draft, speaking.Speaker)) is { } agent)
            {
                // 国防部表示，侦获共机13架次; 金管局宣布，将基本利率下调: who speaks also acts.
                Settle(draft, agent, SlotSource.Sentence);
                return;
            }
        }

        if (Controller(frame, draft) is { } controller)
        {
            Settle(draft, controller, SlotSource.Sentence);
        }
        else if ((IsBusiness(frame.Quantity.Dimension) || sentence.Antecedents.Topic is null) && sentence.BodyBehind?.Invoke(frame.Quantity.Span.Start) is { } body)
        {
            Settle(draft, new ResolvedName(body, IsResolved: true), SlotSource.Discourse);
        }
        else if (draft.Rule == "verb-object" && PlaceOfAuthority(frame, draft) is { } served)
        {
            Settle(draft, served, SlotSource.Sentence);
        }
        else if (sentence.Antecedents.Topic is { } carried && !(draft.Rule == "counted-noun" && !carried.IsOrganisation && ActThemselves(frame)))
        {
            Settle(draft, new ResolvedName(carried.Text, IsResolved: true), SlotSource.Discourse);
        }
        else if (PlaceOfAuthority(frame, draft) is { } place)
        {
            Settle(draft, place, SlotSource.Sentence);
        }
        else if (draft.Rule == "share-of-whole" && frame.Left.Share >= 0 && frame.Previous is { Draft: { MetricWritten: [.., not ('份' or '票')] amount, SubjectText: null } } stated && stated.Clause == frame.Clause - 1)
        {
            // 质押数量为500万股，占总股本的1%: what was measured, where nobody has it.
            Settle(draft, new ResolvedName(amount, IsResolved: false), SlotSource.Sentence);
        }
        else if (frame.Previous?.Draft is { IsPart: true, SubjectText: { } part } && frame.Previous.Clause >= frame.Clause - 1 && draft.Counted is null)
        {
            // 电动车占总销量的三成，明年有望达到400万辆: the part, where nobody owns the whole.
            Settle(draft, new ResolvedName(part, IsResolved: false), SlotSource.Sentence);
        }
        else if (!IsToldByOffice(frame, draft))
        {
            LookAhead(frame, draft);
        }
    }

    /// <summary>由该芯片组成的智算集群 | 总算力: a relative clause determines its head.</summary>
    private static bool IsRelativeHead(TokenRow row, Phrase phrase) =>
        row.Before(phrase.Start) is var of && of >= 0 && row[of].Role == TokenRole.Of && row.Before(of) is var verb && verb >= 0 && row[verb].Role == TokenRole.Verb;

    /// <summary>True when a value goes on about the part that the one before was about: 占…, 占…; 三成二支持, 不满的一成七; 市值4800万元, 应课税值4000万元; 国货占比44%, 提高10个百分点.</summary>
    private static bool Continues(QuantityFrame frame, ClaimDraft draft, ClaimDraft part) =>
        !part.IsOfBracketedName
        && (draft.Rule == "share-of-whole" || draft.Rule == "metric-level" && part is { Rule: "metric-level", IsSetApart: false } && frame.Quantity.Dimension == Dimension.Money || part.Rule == "part-of-group" && frame.IsPercent && frame.Left.Change < 0
            || (frame.IsPoints || part.IsSetApart) && draft.MetricSource != SlotSource.Pattern && draft.Metric == part.Metric);

    /// <summary>食品、衣服及住屋 | 价格: several things are no detail of whom the text is about.</summary>
    private static bool ListsThings(TokenRow row, Phrase phrase)
    {
        for (var i = phrase.Start + 1; i < phrase.End - 1; i++)
        {
            if (row[i].Role == TokenRole.Listing)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOwnTopic(QuantityFrame frame, ClaimDraft draft)
    {
        var topic = frame.Sentence.Topic(frame.Clause).Subject;
        return draft.SubjectSource != SlotSource.Pattern || draft.IsPart || draft.Rule is "parallel-list" or "share-of-whole" or "part-of-group" or "contribution" or "age" or "bracketed-item"
            || draft.Subject != draft.CompoundOwner && !(draft.Rule == "verb-object" && draft.Subject.End - draft.Subject.Start == 1 && !frame.SenseAt(draft.Subject.Start).Is(WordRoles.Region)) && (frame.Row[draft.Subject.End - 1].Tag is not ("vn" or "v") || frame.HeadIs(draft.Subject, WordRoles.Thing))
            || draft.Rule == "verb-object" && IsNextAgent(frame, draft)
            || draft.IsSetApart || draft.Rule == "change" && ListsThings(frame.Row, draft.Subject) || frame.IsContrasted(draft.Subject) || IsRelativeHead(frame.Row, draft.Subject)
            || OwnerStrength.StandsAlone(frame.Row, draft.Subject, isBesideTopic: !topic.IsEmpty && topic.End <= draft.Subject.Start);
    }

    /// <summary>铁路发送2300万人次，公路发送1.2亿人次: a noun that opens its clause does as much of the same as the one before.</summary>
    private static bool IsNextAgent(QuantityFrame frame, ClaimDraft draft) =>
        frame.Previous is { Draft.SubjectText: not null } before && before.Clause == frame.Clause - 1 && before.Quantity.Unit == frame.Quantity.Unit && (before.Quantity.Dimension is Dimension.Count or Dimension.Mass or Dimension.Energy || before is { Quantity.Dimension: Dimension.Money, Draft.Rule: "verb-object" })
        && frame.Row.After(frame.Sentence.Clause(frame.Clause).Start - 1) == draft.Subject.Start;

    /// <summary>Whom the text is about where <paramref name="phrase"/> stands: a name of its clause before it, of a clause before, or of the sentences before.</summary>
    private static (ResolvedName Name, SlotSource Source)? Established(QuantityFrame frame, ClaimDraft draft, Phrase phrase)
    {
        var sentence = frame.Sentence;

        // 金管局入市，银行体系结余降至800亿元: what is measured of others is not an authority's.
        var isLevel = draft.Rule is not "verb-object" && draft.MetricSense is not { Id: "interest_rate" };
        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (clause < frame.Clause && LastBoundIn(frame, clause)?.Draft is { StandsAlone: true, IsPart: false, IsEvent: false, SubjectText: { } same } && !(isLevel && sentence.IsAuthority(same, clause)))
            {
                return (new ResolvedName(same, IsResolved: false), SlotSource.Sentence);
            }

            var topic = sentence.Topic(clause).Subject;
            if (!topic.IsEmpty && topic.End <= phrase.Start && !frame.HeadIs(topic, WordRoles.Event) && !(isLevel && SubjectName.IsAuthority(frame.Row, topic.End - 1)) && !(frame.Row.IsScope(phrase.Start) && SubjectName.IsPublicBody(frame.Row, topic.End - 1)) && OwnerStrength.StandsAlone(frame.Row, topic, isBesideTopic: false) && SubjectName.Of(sentence, topic) is { } name)
            {
                return (name, clause == frame.Clause ? SlotSource.Clause : SlotSource.Sentence);
            }

            if (sentence.Topic(clause) is { Speaker.IsEmpty: false } decided && (decided.IsDecided || frame.Left.IsDisposal) && frame.Left.Change >= 0 && SubjectName.Of(sentence, decided.Speaker) is { } decider)
            {
                return (decider, SlotSource.Sentence);
            }

            if ((phrase.End - phrase.Start == 1 || IsBusiness(frame.Quantity.Dimension)) && !frame.Row.IsScope(phrase.Start)
                && sentence.Topic(clause).Speaker is { IsEmpty: false } speaker && SubjectName.CompanyOfSpeaker(sentence, speaker) is { } said)
            {
                return (said, SlotSource.Sentence);
            }
        }

        return sentence.Antecedents.Topic is { StandsAlone: true } carried ? (new ResolvedName(carried.Text, IsResolved: true), SlotSource.Discourse) : null;
    }

    /// <summary>Money, things counted and shares are a company's; lengths, weights and speeds are those of the thing it speaks of.</summary>
    private static bool IsBusiness(Dimension dimension) =>
        dimension is Dimension.Money or Dimension.Count or Dimension.Percent or Dimension.PercentagePoint or Dimension.Multiple or Dimension.None;

    private static void Settle(ClaimDraft draft, ResolvedName name, SlotSource source) =>
        (draft.SubjectText, draft.SubjectSource) = (name.Text, name.IsResolved ? SlotSource.Discourse : source);
}
