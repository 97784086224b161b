using Pipeline.Extract.Quantities;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <summary>Decides whose value it is, where the rule has not: nearest topic first, then pronouns and names of earlier sentences.</summary>
/// <remarks>
/// Order: the rule's own phrase; the topic of the clause; topics of earlier clauses of the sentence, nearest first; who the sentence quotes;
/// what the last sentences were about. A pronoun or 公司 stands for the nearest name of its sort before it.
/// </remarks>
internal static class SubjectResolver
{
    /// <summary>Settles <see cref="ClaimDraft.SubjectText"/> and its source.</summary>
    public static void Resolve(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.IsSubjectSettled)
        {
            return;
        }

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

        if ((draft.Subject.IsEmpty || draft.SubjectSource != SlotSource.Pattern) && Suspects.Of(frame) is { } arrested)
        {
            Settle(draft, new ResolvedName(arrested, IsResolved: false), SlotSource.Sentence);
            return;
        }

        if (Holder(frame, draft) is { } holder)
        {
            Settle(draft, holder, SlotSource.Clause);
            return;
        }

        if (!draft.Subject.IsEmpty && SubjectName.Of(sentence, draft.Subject) is { } named)
        {
            draft.StandsAlone = IsOwnTopic(frame, draft);
            draft.IsEvent = frame.HeadIs(draft.Subject, WordRoles.Event);
            if (CompanyOf(frame, draft) is { } company)
            {
                draft.StandsAlone = true;
                Settle(draft, company, SlotSource.Sentence);
                return;
            }

            if (!draft.StandsAlone && Established(frame, draft.Subject) is { } owner)
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
        if (DealerBefore(frame, draft) is { } dealer)
        {
            Settle(draft, new ResolvedName(dealer, IsResolved: false), SlotSource.Sentence);
            return;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            var said = sentence.Topic(clause);
            var topic = clause == frame.Clause && !said.Scene.IsEmpty && !said.Governs(frame.Token) ? said.Scene : said.Subject;
            said = said with { Subject = topic };
            if (!topic.IsEmpty && draft.Metric is not null && sentence.FoldedText(topic) == draft.Metric)
            {
                // What is measured is not also whom it belongs to.
                topic = Phrase.None;
            }

            if (clause < frame.Clause && topic.IsEmpty && !said.Speaker.IsEmpty && Plans(frame, draft, clause) && Planner(sentence, said.Speaker, draft.Metric is ['减' or '增', '持', ..]) is { } planner)
            {
                // 他表示，拟增持: who says so means to do it.
                Settle(draft, planner, SlotSource.Sentence);
                return;
            }

            var bound = LastBoundIn(sentence, clause);
            if (bound?.Draft is { IsPart: true } part && !Continues(frame, draft, part))
            {
                // 中国区收入占公司收入的86%: what follows is about the company again.
                var isHead = said.Relative >= 0 && clause == frame.Clause && said.Governs(frame.Token);
                if (!topic.IsEmpty && (isHead || !part.Subject.IsEmpty && topic.End <= part.Subject.Start && part.Rule == "counted-noun") && SubjectName.Of(sentence, topic) is { } head)
                {
                    Settle(draft, head, SlotSource.Clause);
                    return;
                }

                continue;
            }

            if (!topic.IsEmpty && (bound is null || topic.Start > bound.Token) && (clause < frame.Clause || said.Governs(frame.Token))
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

        if (frame.Previous?.Draft is { SubjectText: { } before } previous && (!previous.IsPart || Continues(frame, draft, previous)))
        {
            Settle(draft, new ResolvedName(before, IsResolved: false), SlotSource.Sentence);
            return;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (sentence.Topic(clause).Speaker is { IsEmpty: false } speaker && SubjectName.CompanyOfSpeaker(sentence, speaker) is { } company)
            {
                Settle(draft, company, SlotSource.Sentence);
                return;
            }
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (sentence.Topic(clause) is { Speaker.IsEmpty: false } speaking && (speaking.IsDecided || draft.Rule is "verb-object" && frame.Left.Action >= 0 && frame.SenseAt(frame.Left.Action).Is(WordRoles.Action | WordRoles.Seizure))
                && !SubjectName.IsPerson(frame.Row[speaking.Speaker.End - 1]) && SubjectName.Of(sentence, speaking.Speaker) is { } agent)
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
        else if (sentence.Antecedents.Topic is { } carried)
        {
            Settle(draft, new ResolvedName(carried.Text, IsResolved: true), SlotSource.Discourse);
        }
    }

    /// <summary>甲公司拟收购乙公司51%股权,乙公司有100家门店,收购金额为1亿元: the price of a deal, and the deals that go on without a subject, are his who deals.</summary>
    private static string? DealerBefore(QuantityFrame frame, ClaimDraft draft)
    {
        var isPrice = frame.Quantity.Dimension == Dimension.Money && draft.Rule == "metric-level" && draft.Metric is { } metric
            && (metric.EndsWith("对价", StringComparison.Ordinal) || metric.EndsWith("代价", StringComparison.Ordinal) || metric.EndsWith("作价", StringComparison.Ordinal)
                || metric.AsSpan() is ['交', '易' or '转' or '收', ..] or ['收', '购', ..] or ['转', '让', ..] && metric[^1] is '价' or '格' or '额' or '款');
        var isDeal = draft.Rule == "dealing" && frame.Sentence.Topic(frame.Clause).Subject.IsEmpty;
        if (!isPrice && !isDeal)
        {
            return null;
        }

        for (var i = frame.Sentence.Bound.Count - 1; i >= 0; i--)
        {
            var bound = frame.Sentence.Bound[i];
            if (bound.Draft is { Rule: "dealing", SubjectText: { } dealer })
            {
                return isPrice || i < frame.Sentence.Bound.Count - 1 && !TurnsAway(frame, bound.Clause) ? dealer : null;
            }

            if (isDeal && bound.Draft.Rule is not ("metric-level" or "change" or "carried-metric"))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>True when a clause after <paramref name="dealt"/> turns to someone without giving a figure of his.</summary>
    private static bool TurnsAway(QuantityFrame frame, int dealt)
    {
        for (var clause = dealt + 1; clause < frame.Clause; clause++)
        {
            if (!frame.Sentence.Topic(clause).Subject.IsEmpty && LastBoundIn(frame.Sentence, clause) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>甲集团持有的公司股份已质押99.96%, 甲公司持有乙电子股权比例约为27.8%: what is held is its holder's.</summary>
    private static ResolvedName? Holder(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        if (draft.Subject.IsEmpty || draft.Rule is not ("holding" or "dealing" or "share-of-whole") || !(frame.SenseAt(draft.Subject.End - 1).Is(WordRoles.Ownership) || draft.Metric?.Contains('股', StringComparison.Ordinal) == true))
        {
            return null;
        }

        var verb = row.Before(draft.Subject.Start);
        if (verb >= 0 && row[verb].Role == TokenRole.Of)
        {
            verb = row.Before(verb);
        }

        if (verb < 0 || row.Word(verb) is not ("持有" or "所持" or "所持有" or "持"))
        {
            return null;
        }

        var last = row.Before(verb);
        while (last >= 0 && row[last].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time)
        {
            last = row.Before(last);
        }

        var first = last;
        while (first > 0 && row.Before(first) is var before && before >= 0 && row[before].Role is TokenRole.Noun or TokenRole.Listing)
        {
            first = before;
        }

        return last >= 0 && row[last].Role == TokenRole.Noun && row[first].Role == TokenRole.Noun ? SubjectName.Of(frame.Sentence, new Phrase(first, last + 1)) : null;
    }

    /// <summary>Who plans: the speaker, 公司 where that is a 公司公告.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="speaker">Who speaks.</param>
    /// <param name="isOwn">True for what a manager does for himself: 减持, 增持.</param>
    private static ResolvedName? Planner(SentenceFrame sentence, Phrase speaker, bool isOwn)
    {
        var end = speaker.End;
        while (end > speaker.Start && sentence.Row[end - 1].Sense.Is(WordRoles.Document | WordRoles.Speech))
        {
            end--;
        }

        if (end > speaker.Start && SubjectName.IsPerson(sentence.Row[end - 1]) && isOwn)
        {
            return SubjectName.Of(sentence, new Phrase(speaker.Start, end));
        }

        return end == speaker.Start ? null : SubjectName.CompanyOfSpeaker(sentence, new Phrase(speaker.Start, end)) ?? SubjectName.Of(sentence, new Phrase(speaker.Start, end));
    }

    /// <summary>True for a deed whose clause, or one between it and the speaker's clause <paramref name="said"/>, opens with 拟, 计划 or the like.</summary>
    private static bool Plans(QuantityFrame frame, ClaimDraft draft, int said)
    {
        if (draft.Rule is not ("dealing" or "verb-object" or "holding"))
        {
            return false;
        }

        for (var clause = said + 1; clause <= frame.Clause; clause++)
        {
            var tokens = frame.Sentence.Clause(clause);
            var first = frame.Row.After(tokens.Start - 1, tokens.End);
            if (first >= 0 && frame.Row.Word(first) is "拟" or "计划" or "将" or "欲" or "打算" or "准备")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>除上述5亿元外，甲公司还…: a clause without a subject that comes before the main one is about the subject of that.</summary>
    private static ResolvedName? Controller(QuantityFrame frame, ClaimDraft draft)
    {
        var (sentence, row) = (frame.Sentence, frame.Row);
        var clause = sentence.Clause(frame.Clause);
        var first = row.After(clause.Start - 1, clause.End);
        var isSubordinate = first >= 0 && row[first].Role == TokenRole.Preposition && row.Word(first) is "除" or "除了" or "为" or "为了" or "因" or "因为" or "由于" or "鉴于" or "通过" or "经" or "经过" or "凭借" or "随着" || first >= 0 && row.Word(first) is "在" or "于" or "从" or ['自', ..] && row.Before(clause.End, clause.Start) is var last && last > frame.Token && row[last].Role == TokenRole.Localizer;
        var lacksAgent = draft.Rule is "dealing" || draft.Rule is "verb-object" or "holding" && frame.Left.Action >= 0 && frame.SenseAt(frame.Left.Action).Is(WordRoles.Trade | WordRoles.Action);
        if (!isSubordinate && (!lacksAgent || sentence.Antecedents.Topic is not null))
        {
            return null;
        }

        for (var later = frame.Clause + 1; later < sentence.ClauseCount; later++)
        {
            var topic = sentence.Topic(later);
            var phrase = !topic.Subject.IsEmpty ? topic.Subject : topic.Speaker;
            if (!phrase.IsEmpty)
            {
                return row[phrase.Start].Role is not (TokenRole.Pronoun or TokenRole.Determiner) && OwnerStrength.StandsAlone(row, phrase, isBesideTopic: false) ? SubjectName.Of(sentence, phrase) : null;
            }
        }

        return null;
    }

    /// <summary>由该芯片组成的智算集群 | 总算力: a relative clause determines its head.</summary>
    private static bool IsRelativeHead(TokenRow row, Phrase phrase) =>
        row.Before(phrase.Start) is var of && of >= 0 && row[of].Role == TokenRole.Of && row.Before(of) is var verb && verb >= 0 && row[verb].Role == TokenRole.Verb;

    /// <summary>True when a value goes on about the part that the one before was about: 占…, 占…; 三成二支持, 不满的一成七; 市值4800万元, 应课税值4000万元.</summary>
    private static bool Continues(QuantityFrame frame, ClaimDraft draft, ClaimDraft part) =>
        draft.Rule == "share-of-whole" || draft.Rule == "metric-level" && part.Rule == "metric-level" && frame.Quantity.Dimension == Dimension.Money || part.Rule == "part-of-group" && frame.IsPercent && frame.Left.Change < 0;

    private static bool IsOwnTopic(QuantityFrame frame, ClaimDraft draft)
    {
        var topic = frame.Sentence.Topic(frame.Clause).Subject;
        return draft.SubjectSource != SlotSource.Pattern || draft.IsPart || draft.Rule is "parallel-list" or "share-of-whole" or "part-of-group" or "contribution" or "age" or "bracketed-item"
            || draft.Subject != draft.CompoundOwner && !(draft.Rule == "verb-object" && draft.Subject.End - draft.Subject.Start == 1 && !frame.SenseAt(draft.Subject.Start).Is(WordRoles.Region)) && frame.Row[draft.Subject.End - 1].Tag is not ("vn" or "v")
            || draft.IsSetApart || frame.IsContrasted(draft.Subject) || IsRelativeHead(frame.Row, draft.Subject)
            || OwnerStrength.StandsAlone(frame.Row, draft.Subject, isBesideTopic: !topic.IsEmpty && topic.End <= draft.Subject.Start);
    }

    /// <summary>Whom the text is about where <paramref name="phrase"/> stands: a name of its clause before it, of a clause before, or of the sentences before.</summary>
    private static (ResolvedName Name, SlotSource Source)? Established(QuantityFrame frame, Phrase phrase)
    {
        var sentence = frame.Sentence;
        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (clause < frame.Clause && LastBoundIn(sentence, clause)?.Draft is { StandsAlone: true, IsPart: false, IsEvent: false, SubjectText: { } same })
            {
                return (new ResolvedName(same, IsResolved: false), SlotSource.Sentence);
            }

            var topic = sentence.Topic(clause).Subject;
            if (!topic.IsEmpty && topic.End <= phrase.Start && !frame.HeadIs(topic, WordRoles.Event) && !(frame.Row.IsScope(phrase.Start) && SubjectName.IsPublicBody(frame.Row, topic.End - 1)) && OwnerStrength.StandsAlone(frame.Row, topic, isBesideTopic: false) && SubjectName.Of(sentence, topic) is { } name)
            {
                return (name, clause == frame.Clause ? SlotSource.Clause : SlotSource.Sentence);
            }

            if (sentence.Topic(clause) is { IsDecided: true, Speaker.IsEmpty: false } decided && frame.Left.Change >= 0 && SubjectName.Of(sentence, decided.Speaker) is { } decider)
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

    /// <summary>统一超商表示，全台门市数7100家: the shops, staff and members that a company speaks of are its own, wherever they are.</summary>
    private static ResolvedName? CompanyOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.Subject.End - draft.Subject.Start != 1 || !frame.Row.IsScope(draft.Subject.Start) || draft.MetricSense?.Id is not ("count" or "users" or "employees"))
        {
            return null;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Speaker is { IsEmpty: false } speaker && !SubjectName.IsPublicBody(frame.Row, speaker.End - 1))
            {
                return SubjectName.CompanyOfSpeaker(frame.Sentence, speaker);
            }
        }

        return null;
    }

    /// <summary>Money, things counted and shares are a company's; lengths, weights and speeds are those of the thing it speaks of.</summary>
    private static bool IsBusiness(Dimension dimension) =>
        dimension is Dimension.Money or Dimension.Count or Dimension.Percent or Dimension.PercentagePoint or Dimension.Multiple or Dimension.None;

    /// <summary>每艘可装载8,000个货柜, after 6艘货柜轮: what was counted by that classifier before.</summary>
    private static string? EachOf(QuantityFrame frame)
    {
        var row = frame.Row;
        var clause = frame.Sentence.Clause(frame.Clause);
        var first = row.After(clause.Start - 1, clause.End);
        if (first < 0 || row.Word(first) is not [('每' or '单'), _, ..] word)
        {
            return null;
        }

        for (var i = frame.Sentence.Bound.Count - 1; i >= 0; i--)
        {
            if (frame.Sentence.Bound[i] is { Draft.Counted: { } counted } bound && (word[1..2].SequenceEqual(bound.Quantity.Unit) || word[0] == '单' && counted.Contains(word[1])))
            {
                return counted;
            }
        }

        return null;
    }

    /// <summary>瑞银把目标价调升至235美元, after 英伟达财报前夕: the company rated, not the one that rates it.</summary>
    private static ResolvedName? Rated(QuantityFrame frame)
    {
        var row = frame.Row;
        for (var i = frame.Token - 1; i >= 0; i--)
        {
            if (row[i].Sense.Entity?.Type == EntityType.Company && !IsAgent(frame, i))
            {
                return new ResolvedName(frame.Sentence.Text(new Phrase(i, i + 1)), IsResolved: false);
            }
        }

        return null;
    }

    private static bool IsAgent(QuantityFrame frame, int token)
    {
        for (var clause = 0; clause <= frame.Clause; clause++)
        {
            var topic = frame.Sentence.Topic(clause);
            var isSpeaker = topic.Speaker.Start <= token && token < topic.Speaker.End;
            var isTopic = topic.Subject.Start <= token && token < topic.Subject.End;
            if (isSpeaker || isTopic && frame.Row.After(topic.Subject.End - 1) is var next && next >= 0 && frame.Row[next].Role is TokenRole.Preposition or TokenRole.Verb)
            {
                return true;
            }
        }

        return false;
    }

    private static BoundQuantity? LastBoundIn(SentenceFrame sentence, int clause)
    {
        // Values are bound in the order of their clauses.
        for (var i = sentence.Bound.Count - 1; i >= 0 && sentence.Bound[i].Clause >= clause; i--)
        {
            if (sentence.Bound[i].Clause == clause)
            {
                return sentence.Bound[i];
            }
        }

        return null;
    }

    private static void Settle(ClaimDraft draft, ResolvedName name, SlotSource source) =>
        (draft.SubjectText, draft.SubjectSource) = (name.Text, name.IsResolved ? SlotSource.Discourse : source);
}
