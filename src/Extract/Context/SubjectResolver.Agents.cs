using Pipeline.Extract.Quantities;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Who acts where the clause of a deed names nobody: who deals, holds, plans, or is named by the main clause.</content>
internal static partial class SubjectResolver
{
    /// <summary>True where who speaks also does what is told: he decides or admits it, or a body without a face acts.</summary>
    private static bool IsDoer(QuantityFrame frame, ClaimDraft draft, ClauseTopic speaking) =>
        Admits(frame.Row, speaking.Speaker) && draft.Rule is "verb-object" or "holding"
        || (speaking.IsDecided || frame.Left.IsDisposal || frame.Left.Action >= 0 && (draft.Rule is "verb-object" && frame.SenseAt(frame.Left.Action).Is(WordRoles.Action | WordRoles.Seizure) || draft.Rule is "verb-object" or "attributive-metric" && frame.SenseAt(frame.Left.Action).Is(WordRoles.Action | WordRoles.Light) && frame.SenseAt(speaking.Speaker.End - 1).Entity is { Type: EntityType.Institution } && frame.Quantity.Dimension == Dimension.Money) && !IsTold(frame, speaking.Speaker)) && !SubjectName.IsPerson(frame.Row[speaking.Speaker.End - 1]);

    /// <summary>卫健委：新增7例: an office only tells what is new, and does not do it.</summary>
    private static bool IsTold(QuantityFrame frame, Phrase speaker) =>
        frame.SenseAt(frame.Left.Action).Is(WordRoles.Attribute) && SubjectName.IsAuthority(frame.Row, speaker.End - 1);

    /// <summary>交通部通报，去年新增线路35条: true where an office tells what is new, whose place its name does not say.</summary>
    private static bool IsToldByOffice(QuantityFrame frame, ClaimDraft draft)
    {
        for (var clause = frame.Clause; clause >= 0 && draft.Rule == "verb-object" && frame.Left.Action >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Speaker is { IsEmpty: false } speaker)
            {
                return IsTold(frame, speaker);
            }
        }

        return false;
    }

    /// <summary>消委会总干事某某说，接获12宗投诉: the body whose officer tells what is done; null for others.</summary>
    private static ResolvedName? OfficersBody(QuantityFrame frame, ClaimDraft draft, Phrase speaker)
    {
        if (draft.Rule != "verb-object" || frame.Left.Action < 0 || !frame.SenseAt(frame.Left.Action).Is(WordRoles.Action | WordRoles.Seizure) || !SubjectName.IsPerson(frame.Row[speaker.End - 1]))
        {
            return null;
        }

        for (var title = speaker.Start + 1; title < speaker.End; title++)
        {
            if (frame.SenseAt(title).Is(WordRoles.Title))
            {
                return SubjectName.IsOrganisation(frame.Row, title - 1) || SubjectName.IsAuthority(frame.Row, title - 1) ? SubjectName.Of(frame.Sentence, new Phrase(speaker.Start, title)) : null;
            }
        }

        return null;
    }

    /// <summary>特朗普否认欠税: who denies or admits something tells of himself.</summary>
    private static bool Admits(TokenRow row, Phrase speaker)
    {
        var verb = row.After(speaker.End - 1);
        while (verb >= 0 && (row[verb].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Particle || row.Word(verb) is "方面"))
        {
            verb = row.After(verb);
        }

        return row.Is(verb, ContextCue.Admits);
    }

    /// <summary>现场, 事发地: where something is done, and nobody who does it.</summary>
    private static bool IsScene(TokenRow row, Phrase topic) => topic.End - topic.Start == 1 && row.Word(topic.Start) is "现场" or "事发地" or "事故现场";

    /// <summary>False for a phrase without a name that ends in a state or a deed: 竞争 | 激烈, 市场低迷.</summary>
    private static bool CanAct(TokenRow row, Phrase topic)
    {
        for (var i = topic.Start; i < topic.End; i++)
        {
            if (row[i].IsName || SubjectName.IsOrganisation(row, i) || row[i].Sense.Is(WordRoles.Title | WordRoles.Generic | WordRoles.Group | WordRoles.Region) || row[i].Role == TokenRole.Pronoun)
            {
                return true;
            }
        }

        return row[topic.End - 1] is not ({ Tag: "a" or "an" or "ad" or "z" or "vn" } or { Role: TokenRole.Adjective });
    }

    /// <summary>东山科技股东李白质押500万股 上半年净利增长2%: results are the company's, not its shareholder's.</summary>
    private static string? OwnerOfResult(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.MetricSense?.Id is not ("revenue" or "profit" or "eps" or "sales") || frame.Previous is not { Draft: { Rule: "dealing" or "verb-object", Subject.IsEmpty: false } deal })
        {
            return null;
        }

        var row = frame.Row;
        for (var at = deal.Subject.End - 1; at > 0 && at >= deal.Subject.Start - 2; at--)
        {
            if (row[at].Sense.Is(WordRoles.Title) && row.Word(at) is [.., '股', '东'] or [.., '人'] && row[at - 1] is { Role: TokenRole.Noun } company && company.End == row[at].Start && SubjectName.IsOrganisation(row, at - 1))
            {
                return frame.Sentence.Text(new Phrase(at - 1, at));
            }
        }

        return null;
    }

    /// <summary>海关截获一名22岁男旅客,在其行李检获12公斤: what is seized without a subject is seized by who arrested, not by who was arrested.</summary>
    private static ResolvedName? SeizerBefore(QuantityFrame frame)
    {
        if (frame.Left.Action < 0 || !IsSeizure(frame.Row, frame.Left.Action) || frame.Sentence.Topic(frame.Clause).Subject is { IsEmpty: false } own && !IsScene(frame.Row, own))
        {
            return null;
        }

        for (var clause = frame.Clause - 1; clause >= 0; clause--)
        {
            var topic = frame.Sentence.Topic(clause).Subject;
            if (topic.IsEmpty || IsScene(frame.Row, topic))
            {
                continue;
            }

            var verb = topic.End;
            while (verb < frame.Sentence.Clause(clause).End && frame.Row[verb].Role != TokenRole.Verb)
            {
                verb++;
            }

            if (verb < frame.Sentence.Clause(clause).End && IsSeizure(frame.Row, verb) || SubjectName.IsAuthority(frame.Row, topic.End - 1))
            {
                // 警方接报到场，一名男子受伤，现场检获毒品: the police, whoever was found.
                return SubjectName.Of(frame.Sentence, topic);
            }
        }

        return null;
    }

    private static bool IsSeizure(TokenRow row, int verb) => row[verb].Sense.Is(WordRoles.Seizure) || row.Is(verb, ContextCue.Arrests);

    /// <summary>甲公司拟收购乙公司51%股权,乙公司有100家门店,收购金额为1亿元: the price of a deal, and the deals that go on without a subject, are his who deals.</summary>
    private static ResolvedName? DealerBefore(QuantityFrame frame, ClaimDraft draft)
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
                return isPrice || i < frame.Sentence.Bound.Count - 1 && !TurnsAway(frame, bound.Clause) ? new ResolvedName(dealer, IsResolved: false) : null;
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
            if (!frame.Sentence.Topic(clause).Subject.IsEmpty && LastBoundIn(frame, clause) is null)
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

        if (verb < 0 || !Dealings.StakeTail.IsHolding(row, verb))
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

    /// <summary>日本总务省公布，失业率为2.6%: the place that the name of the authority opens with, whose figures it tells; null for none.</summary>
    private static ResolvedName? PlaceOfAuthority(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.Rule is not ("metric-level" or "change" or "carried-metric") && !(draft.Rule is "verb-object" && frame.SenseAt(frame.Left.Action).Is(WordRoles.Attribute)) || draft.Metric is null)
        {
            return null;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Speaker is { IsEmpty: false } speaker)
            {
                return SubjectName.PlaceOf(frame.Sentence, speaker);
            }
        }

        return null;
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
            if (frame.Row.Is(first, ContextCue.Intends))
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
        var isSubordinate = first >= 0 && row[first].Role == TokenRole.Preposition && (row.Is(first, ContextCue.Aside) || row.Is(first, ContextCue.Means) && row.Word(first)[0] is not ('以' or '按' or '依') || row.Word(first) is "除" or "除了" or "为" or "为了") || first >= 0 && row.Word(first) is "在" or "于" or "从" or ['自', ..] && row.Before(clause.End, clause.Start) is var last && last > frame.Token && row[last].Role == TokenRole.Localizer;
        var lacksAgent = draft.Rule is "dealing" || draft.Rule is "verb-object" or "holding" && frame.Left.Action >= 0 && frame.SenseAt(frame.Left.Action).Is(WordRoles.Trade | WordRoles.Action);
        if (!isSubordinate && (!lacksAgent || sentence.Antecedents.Topic is not null))
        {
            return null;
        }

        for (var later = frame.Clause + 1; later < sentence.ClauseCount; later++)
        {
            if (!isSubordinate && row.After(sentence.Clause(later).Start - 1) is var opening && opening >= 0 && row.IsPartMark(opening))
            {
                // 其中甲公司认购300万股: one of many, whom the figures before are not about.
                return null;
            }

            var topic = sentence.Topic(later);
            var phrase = !topic.Subject.IsEmpty ? topic.Subject : topic.Speaker;
            if (!phrase.IsEmpty)
            {
                return row[phrase.Start].Role is not (TokenRole.Pronoun or TokenRole.Determiner) && (OwnerStrength.StandsAlone(row, phrase, isBesideTopic: false) || SubjectName.IsOrganisation(row, phrase.End - 1)) ? SubjectName.Of(sentence, phrase) : null;
            }
        }

        return null;
    }
}
