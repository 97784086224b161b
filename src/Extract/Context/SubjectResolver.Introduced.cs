using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>What a clause before the value brings in: a product, the place of an extreme.</content>
internal static partial class SubjectResolver
{
    /// <summary>英伟达推出H300芯片，显存容量288GB: the thing that a clause before the value brings out, where the value is one of a thing; null elsewhere.</summary>
    private static ResolvedName? Product(Rules.QuantityFrame frame, ClaimDraft draft, int clause)
    {
        if (clause == frame.Clause || !IsFeature(frame, draft))
        {
            return null;
        }

        var row = frame.Row;
        var (start, end) = (Math.Max(frame.Sentence.Clause(clause).Start, frame.Sentence.Topic(clause).Subject.End), frame.Sentence.Clause(clause).End);
        var verb = row.After(start - 1, end);
        while (verb >= 0 && row[verb].Role != TokenRole.Verb && !row.Is(verb, ContextCue.Introduces))
        {
            verb = row.After(verb, end);
        }

        verb = verb < 0 ? -1 : row.EndOf(verb, ContextCue.Introduces);
        if (verb < 0)
        {
            return null;
        }

        var (first, isCounted) = (row.After(verb, end), false);
        while (first >= 0 && (row[first].Role is TokenRole.Particle or TokenRole.Number or TokenRole.Quantity or TokenRole.Adverb or TokenRole.Time or TokenRole.Of || row.Word(first) is "出"))
        {
            // 推出了一款新车, 推出限量5万组的寄杯方案, 研制|出首台盾构机
            isCounted |= row[first].Role is TokenRole.Number or TokenRole.Quantity;
            first = row.After(first, end);
        }

        var thing = first < 0 ? Phrase.None : row.PhraseStartingAt(first, end);
        return !thing.IsEmpty && row.After(thing.End - 1, end) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause) && (isCounted || row[first].Role == TokenRole.Determiner || row[thing.End - 1].Sense.Metric is not { IsCountable: false }) ? SubjectName.Of(frame.Sentence, thing) : null;
    }

    /// <summary>万科发行20亿元公司债，票面利率3.5%，认购倍数2.1倍: the paper that a clause before issues or deals in, whose terms these are; null for another measure, and where the clause names its own.</summary>
    private static ResolvedName? Paper(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        if (draft.Metric is not { } term || !(draft.MetricSense?.Id is "interest_rate" or "yield" && frame.Left.Change < 0 || term.EndsWith("倍数", StringComparison.Ordinal) || term.EndsWith("期限", StringComparison.Ordinal)) || !frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            return null;
        }

        for (var clause = frame.Clause - 1; clause >= 0; clause--)
        {
            var tokens = frame.Sentence.Clause(clause);
            var last = row.Before(tokens.End, tokens.Start);
            if (last < 0 || row[last].Role == TokenRole.Quantity)
            {
                last = last < 0 ? last : row.Before(last, tokens.Start);
            }

            if (row.Is(last, ContextCue.Paper) && row.PhraseEndingAt(last, tokens.Start) is { IsEmpty: false } paper && row.Before(paper.Start, tokens.Start) >= 0)
            {
                // 7天|期|逆回购操作
                return SubjectName.Of(frame.Sentence, row.Word(paper.Start) is "期" ? new Phrase(paper.Start + 1, paper.End) : paper);
            }
        }

        return null;
    }

    /// <summary>新增海川投资为股东，持股33%; 大股东为海川投资，持股55%: whom the clause right before names as a shareholder; null elsewhere.</summary>
    private static ResolvedName? NewShareholder(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Clause == 0 || draft.Rule is not ("holding" or "metric-level") || draft.MetricSense?.Id is not "ownership" || !frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            return null;
        }

        var (row, tokens) = (frame.Row, frame.Sentence.Clause(frame.Clause - 1));
        var last = row.Before(tokens.End, tokens.Start);
        last = last >= 0 && row[last].Role == TokenRole.Clause ? row.Before(last, tokens.Start) : last;
        var isNamed = last >= 0 && row.Word(last).EndsWith("股东");
        var copula = !isNamed ? -1 : row.Before(last, tokens.Start);
        var name = isNamed && copula >= 0 && row.Word(copula) is "为" && row.Before(copula, tokens.Start) is >= 0 and var before ? before : isNamed ? -1 : last;
        var phrase = name < 0 || row[name].Role != TokenRole.Noun ? Phrase.None : row.PhraseEndingAt(name, tokens.Start);
        if (phrase.IsEmpty || !isNamed && !(row.Before(phrase.Start, tokens.Start) is >= 0 and var is_ && row.Word(is_) is "为" or "是" && row.Before(is_, tokens.Start) is >= 0 and var title && row.Word(title).EndsWith("股东")))
        {
            return null;
        }

        for (var clause = frame.Clause - 1; clause >= 0 && draft.Whole is null; clause--)
        {
            var topic = frame.Sentence.Topic(clause).Subject;
            draft.Whole = !topic.IsEmpty && topic != phrase && SubjectName.IsOrganisation(row, topic.End - 1) ? frame.Sentence.Text(topic) : null;
        }

        return SubjectName.Of(frame.Sentence, phrase);
    }

    /// <summary>比亚迪成立仓储公司，注册资本2亿元: the company that a clause before sets up; null elsewhere.</summary>
    private static ResolvedName? Founded(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.Metric is not "注册资本" || !frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            return null;
        }

        var row = frame.Row;
        for (var at = frame.Token - 1; at >= 0; at--)
        {
            if (row.Word(at) is "成立" or "设立" or "新设" && row.After(at) is >= 0 and var next && next < frame.Token)
            {
                var company = row[next].Role is TokenRole.Noun or TokenRole.Adjective ? row.PhraseStartingAt(next, frame.Token) : Phrase.None;
                return !company.IsEmpty && row.Word(company.End - 1).EndsWith("公司") ? SubjectName.Of(frame.Sentence, company) : null;
            }
        }

        return null;
    }

    /// <summary>True for what a thing has of its own: a size in physical units, or its price.</summary>
    private static bool IsFeature(Rules.QuantityFrame frame, ClaimDraft draft) =>
        frame.Quantity.Dimension is >= Dimension.Compute and <= Dimension.Duration || draft.MetricSense?.Id is "price";

    /// <summary>最大雨量出现在万宁市，达387.6毫米: the place where the clause before says the extreme was met; null elsewhere.</summary>
    private static ResolvedName? PlaceOfExtreme(Rules.QuantityFrame frame, ClaimDraft draft, int clause)
    {
        if (clause != frame.Clause - 1 || draft.MetricSource != SlotSource.Sentence || !frame.Left.Noun.IsEmpty)
        {
            return null;
        }

        var (row, tokens) = (frame.Row, frame.Sentence.Clause(clause));
        for (var at = row.After(tokens.Start - 1, tokens.End); at >= 0; at = row.After(at, tokens.End))
        {
            if (row.Is(at, ContextCue.MetAt))
            {
                var first = row.After(at, tokens.End);
                first = first >= 0 && row.Word(first) is "在" or "于" ? row.After(first, tokens.End) : first;
                var place = first < 0 ? Phrase.None : row.PhraseStartingAt(first, tokens.End);
                return !place.IsEmpty && row.Before(at, tokens.Start) is var measured && measured >= 0 && row[measured].Sense.Metric is not null && (row.After(place.End - 1, tokens.End) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause))
                    ? SubjectName.Of(frame.Sentence, place)
                    : null;
            }
        }

        return null;
    }

    /// <summary>台股涨69点，外资买超20亿元，终场收27000点: what was last said in points goes on in points, whatever was told between; null where the clause names its own.</summary>
    private static ResolvedName? IndexBefore(QuantityFrame frame)
    {
        var bound = frame.Sentence.Bound;
        if (frame.Quantity.Dimension != Dimension.Points || bound.Count > 0 && bound[^1].Quantity.Dimension == Dimension.Points || !frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            return null;
        }

        if (bound.Count > 0 && bound[^1].Draft is { Kind: ClaimKind.Change, SubjectText: [.., '指' or '数' or '數' or '板' or '股' or (>= '0' and <= '9')] changed })
        {
            // 深证成指涨2.04%，收报14354点: the index that has just moved, not the one before.
            return new ResolvedName(changed, IsResolved: false);
        }

        for (var i = bound.Count - 1; i >= 0; i--)
        {
            if (bound[i].Quantity.Dimension == Dimension.Points)
            {
                return bound[i].Draft.SubjectText is { } index ? new ResolvedName(index, IsResolved: false) : null;
            }
        }

        for (var clause = frame.Clause - 1; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Subject is { IsEmpty: false } topic && frame.Row.Word(topic.End - 1) is [.., '股'] or [.., '指'] or [.., '指', '数'] or [.., '大', '盘'] && SubjectName.Of(frame.Sentence, topic) is { } market)
            {
                // 台股开低，联发科跌停，终场收27300点: no company has points.
                return market;
            }
        }

        return null;
    }

    /// <summary>每艘可装载8,000个货柜, after 6艘货柜轮: what was counted by that classifier before; 15种产品价格上涨，32种下降: so are the next that do something else.</summary>
    private static string? EachOf(QuantityFrame frame)
    {
        var row = frame.Row;
        if (frame is { Quantity.Dimension: Dimension.Count, Left: { Noun.IsEmpty: true, Outer.IsEmpty: true, Action: < 0, Change: < 0 }, Right: { Noun.IsEmpty: true, Verb: >= 0, IsLinked: false }, Previous: { Draft: { SubjectText: { } those } counting } previous }
            && (counting is { Rule: "counted-noun", IsPart: true } || counting.Rule == "closing-verb" && previous.Clause > 0 && frame.Sentence.Topic(previous.Clause).Subject.IsEmpty) && previous.Quantity.Unit == frame.Quantity.Unit && previous.Clause == frame.Clause - 1 && frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            return those;
        }

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
}
