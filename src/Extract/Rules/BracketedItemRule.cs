using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Dealings;

namespace Pipeline.Extract.Rules;

/// <summary>A value in brackets belongs to the name before them: 外资（5241亿元）、股票回购（1151亿元）.</summary>
internal sealed class BracketedItemRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "bracketed-item";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Left.IsBracketed || frame.IsPercent && frame.Row.IsPartMark(frame.Row.Before(frame.Token)) || frame.Quantity.Dimension == Quantities.Dimension.Count && frame.Right is { Noun.IsEmpty: false, IsLinked: false, Verb: < 0 })
        {
            // 智算中心(约500台服务器) says itself what it counts.
            return false;
        }

        var row = frame.Row;
        var open = row.Before(frame.Token);
        while (open >= 0 && row[open].Role != TokenRole.Open)
        {
            open = row.Before(open);
        }

        var last = open < 0 ? -1 : row.Before(open);
        if (last < 0 || !row.IsNominal(last) && row[last].Role != TokenRole.Verb)
        {
            return false;
        }

        var clauseStart = frame.Sentence.Clause(frame.Clause).Start;
        var item = ItemEndingAt(row, last, clauseStart);
        if (frame.Quantity.Dimension == Quantities.Dimension.Age && PersonEndingAt(row, last, item.Start) is { IsEmpty: false } person)
        {
            QuantityFrame.SetSubject(draft, person);
            draft.IsMetricSettled = true;
            return true;
        }

        for (var i = item.Start; i < item.End; i++)
        {
            if (row[i].Role == TokenRole.Preposition && row.Word(i) is "将" or "把" && Dealt(frame, i) is >= 0 and var dealt)
            {
                // 王某将部分股份(500万股)进行质押: how much of what is dealt in.
                frame.SetMetric(draft, dealt, new Phrase(last, last + 1));
                QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(row, i, clauseStart));
                return true;
            }
        }

        if (StakeTail.IsStake(row, last) && frame.Previous is { Draft: { Rule: "dealing", SubjectText: { } dealer } } sized && row.Before(item.Start, clauseStart) == sized.Token)
        {
            // 持有5%股份(3000万股): the size of the stake once more.
            (draft.SubjectText, draft.IsSubjectSettled, draft.Metric, draft.MetricSense, draft.MetricSource) = (dealer, true, sized.Draft.Metric, sized.Draft.MetricSense, SlotSource.Pattern);
            return true;
        }

        if (item.End - item.Start == 1 && row[last].Sense.Metric is { Kind: MetricKind.Rate })
        {
            // 按评估值及质押率(75%)折算: what is measured, and nobody's.
            frame.SetMetric(draft, item);
            return true;
        }

        var rival = row.BehindComparative(item);
        if (rival.Start > item.Start || row.Before(item.Start, clauseStart) is var verb && verb >= 0 && row.SetsAgainst(verb))
        {
            // 远超奥迪A6L(45,148辆): what the rival has of the same measure, and no more is said of it.
            (draft.IsPart, draft.IsOfBracketedName) = (true, true);
            item = rival;
        }

        if (draft.IsOfBracketedName && row[last].Sense.Metric is { IsCountable: false } && !SubjectName.HasName(row, item.Start, item.End) && item.End - item.Start <= 2)
        {
            // 远超过进口增长率(1%): another measure, of whom the text is about.
            frame.SetMetric(draft, item);
            return true;
        }

        QuantityFrame.SetSubject(draft, item);
        if (frame.Previous is { Draft.Rule: "bracketed-item" } previous && previous.Clause == frame.Clause)
        {
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (previous.Draft.Metric, previous.Draft.MetricSense, SlotSource.Sentence);
            (draft.IsPart, draft.IsOfBracketedName) = (draft.IsPart || previous.Draft.IsPart, draft.IsOfBracketedName || previous.Draft.IsOfBracketedName);
            return true;
        }

        for (var i = clauseStart; i < item.Start; i++)
        {
            if (row[i].Sense.Metric is not null)
            {
                frame.SetMetric(draft, row.PhraseEndingAt(i, clauseStart) is { IsEmpty: false } named ? row.Part(named, hasOwner: true).Metric : new Phrase(i, i + 1));
                return true;
            }
        }

        if (row.Part(item, hasOwner: false) is { Owner.IsEmpty: false, Metric.IsEmpty: false } parts)
        {
            QuantityFrame.SetSubject(draft, parts.Owner);
            frame.SetMetric(draft, parts.Metric);
            return true;
        }

        frame.CarryMetric(draft);
        return true;
    }

    /// <summary>The verb of trade after the bracket; −1 for none.</summary>
    private static int Dealt(QuantityFrame frame, int from)
    {
        for (var i = Math.Max(from, frame.Token); i < frame.Row.Count && frame.Row[i].Role != TokenRole.Clause; i++)
        {
            if (frame.Row[i].Role == TokenRole.Verb && frame.SenseAt(i).Is(WordRoles.Trade))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>在狱中服刑的|吕姓男子(48岁), 担任|临时工张某(40岁): who has the age, without what else is told of him; empty where it is no person.</summary>
    private static Phrase PersonEndingAt(TokenRow row, int last, int floor)
    {
        if (!SubjectName.IsPerson(row[last]) && !row[last].IsName)
        {
            return Phrase.None;
        }

        var start = last;
        while (start > floor && row[start - 1].Role == TokenRole.Noun && row[start - 1].Tag is not ['v', ..] && row[start - 1].Sense is { Verb: null, Metric: null })
        {
            start--;
        }

        return new Phrase(start, last + 1);
    }

    /// <summary>The name before the bracket, back to the joint of the list or to the verb that opens it, without what ranks it: 以 | 手机游戏 | 居首(49.9%), 其次是 | 听音乐(45.9%).</summary>
    private static Phrase ItemEndingAt(TokenRow row, int last, int floor)
    {
        last = row.Is(last, ContextCue.RanksFirst) && row.Before(last, floor) is >= 0 and var ranked ? ranked : last;
        var start = last;
        for (var at = last; at >= floor && row[at].Role is not (TokenRole.Listing or TokenRole.Clause or TokenRole.Close or TokenRole.Open or TokenRole.Quantity)
            && row[at].Sense.Verb?.Role is not (VerbRole.Level or VerbRole.Share) && row.Word(at) is not ("包括" or "包含" or "以" or "为" or [.., '是']) && !row.IsPartMark(at) && !row[at].Sense.Is(WordRoles.Respectively); at--)
        {
            start = at;
        }

        return new Phrase(start, last + 1);
    }
}
