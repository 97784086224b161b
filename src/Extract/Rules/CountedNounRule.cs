using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>Things counted, with the noun after the number: 国际精密的15位股东, 拥有300名员工, 2.7万户停电.</summary>
internal sealed class CountedNounRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "counted-noun";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (right.Noun.IsEmpty)
        {
            return false;
        }

        if (right.IsPassive && left.Noun.IsEmpty && left.Action < 0 && left.Change < 0 && frame.Quantity.Dimension is not Quantities.Dimension.Money)
        {
            // 每日有5000万件餐具被弃置: what it is done to.
            frame.SetMetric(draft, right.Verb, Phrase.None);
            QuantityFrame.SetSubject(draft, right.Noun);
            draft.IsPart = true;
            return true;
        }

        if (frame.Quantity.Unit.Length > 1 && frame.HeadMetric(right.Noun) is { IsCountable: false } && LeadsOn(frame) && frame.Quantity.Dimension == Quantities.Dimension.Count)
        {
            // 6亿人口月均收入只有1000元: the people are counted, what they earn comes next.
            draft.Metric = frame.Quantity.Unit;
            draft.MetricSource = SlotSource.Pattern;
            QuantityFrame.SetSubject(draft, left.Noun.IsEmpty ? left.Outer : left.Noun);
            return true;
        }

        if (frame.Quantity.Dimension == Quantities.Dimension.Count && !right.IsLinked && left is { Action: < 0, Change: < 0 } && frame.HeadMetric(right.Noun) is { IsCountable: false } && OfIn(frame, right.Noun) is >= 0 and var of && LeadsOn(frame))
        {
            // 123只股票型基金的平均仓位为85%: the things are counted, what is measured of them comes next.
            frame.SetMetric(draft, new Phrase(right.Noun.Start, of));
            QuantityFrame.SetSubject(draft, left.Noun.IsEmpty ? left.Outer : left.Noun);
            return true;
        }

        if (left is { IsListed: true, Noun.IsEmpty: true } && frame.Previous is { Draft: { Verb: >= 0 } deed } joined && joined.Clause == frame.Clause)
        {
            // 出动15辆消防车、78名消防员到场处置: the verb before the first of joined objects governs them all.
            frame.SetMetric(draft, frame.SenseAt(deed.Verb).Is(WordRoles.Light) ? -1 : deed.Verb, right.Noun);
            (draft.Subject, draft.SubjectSource, draft.Verb) = (deed.Subject, deed.SubjectSource, deed.Verb);
            draft.Counted = frame.Sentence.Text(right.Noun);
            return true;
        }

        if (frame.HeadIs(right.Noun, WordRoles.Group) && !right.IsLinked && right.Verb >= 0 && frame.SenseAt(right.Verb).Metric is not { Id: "casualties" } && right.Object.IsEmpty && (left.Noun.IsEmpty || frame.HeadMetric(left.Noun) is { IsCountable: false }) && left.Outer.IsEmpty && left.Action < 0 && left.Change < 0 && left.Level < 0)
        {
            // 约247万名劳工受惠: who is counted is the subject of the verb.
            frame.SetMetric(draft, right.Verb, Phrase.None);
            QuantityFrame.SetSubject(draft, right.Noun);
            draft.IsPart = true;
            return true;
        }

        if (frame.Quantity.Dimension == Quantities.Dimension.Count && CountedState.Measured(frame) is { } measured)
        {
            // 34个行业利润同比增加
            (draft.Metric, draft.MetricSource, draft.IsPart) = (measured.Metric, SlotSource.Pattern, true);
            QuantityFrame.SetSubject(draft, measured.Owner);
            return true;
        }

        if (!right.IsLinked && left is { Action: < 0, Change: < 0 } && right.Verb >= 0 && frame.SenseAt(right.Verb).Verb is { Role: VerbRole.Change or VerbRole.Reach } && CountedState.After(frame, right.Noun.End - 1) is { IsEmpty: false } said)
        {
            // 7个行业下降, 12个城市上涨: what those counted do.
            frame.SetMetric(draft, said);
            QuantityFrame.SetSubject(draft, right.Noun);
            draft.IsPart = true;
            return true;
        }

        frame.SetMetric(draft, Predicated(frame));
        if (frame.Quantity.Dimension == Quantities.Dimension.Count && !right.IsLinked && left is { Action: < 0, Change: < 0 } && CountedState.Outcome(frame, right.Noun.End - 1) is >= 0 and var outcome)
        {
            // 8名工人因吸入毒气死亡, 8家店铺在火灾中受损
            draft.Metric += frame.Row.Word(outcome).ToString();
            draft.MetricSense = frame.SenseAt(outcome).Metric ?? draft.MetricSense;
        }

        draft.Counted = frame.Sentence.Text(right.Noun);
        if (!left.Noun.IsEmpty && frame.Row.Before(left.Noun.Start, left.ClauseStart) is var counted && counted >= 0 && frame.Row[counted].Role == TokenRole.Quantity && frame.Quantity.Dimension == Quantities.Dimension.Count)
        {
            // 13个市57个县, 来自120个国家的3500名代表: what is counted by itself owns nothing.
            draft.IsPart = frame.Previous is { Draft.SubjectText: null };
        }
        else if (left is { IsPartOf: true, Noun.IsEmpty: false } && frame.Row.Before(left.Noun.Start, left.ClauseStart) is var from && from >= 0 && frame.Row.Word(from) is "来自")
        {
            // 来自全国各地的3000名志愿者: where from, not whose.
            QuantityFrame.SetSubject(draft, left.Outer);
        }
        else if (!left.Noun.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, left.Noun);

            // 向甲公司等12家公司发行: whom the deed is done to is not who does it.
            draft.IsPart = left.Preposition >= 0 && frame.Row.Word(left.Preposition) is [.., '向' or '对' or '给' or '与'];
        }
        else
        {
            QuantityFrame.SetSubject(draft, left.Outer);
        }

        return true;
    }

    /// <summary>The first 的 within <paramref name="phrase"/>; -1 for none.</summary>
    private static int OfIn(QuantityFrame frame, Phrase phrase)
    {
        for (var i = phrase.Start + 1; i < phrase.End; i++)
        {
            if (frame.Row[i].Role == TokenRole.Of)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True where a verb or a value follows the noun: it is measured next.</summary>
    private static bool LeadsOn(QuantityFrame frame) =>
        frame.Right.Verb >= 0 || frame.Row.After(frame.Right.Noun.End - 1, frame.Sentence.Clause(frame.Clause).End) is var next && next >= 0 && frame.Row[next].Role == TokenRole.Quantity;

    /// <summary>其中3人伤势严重: with the adjective that closes the clause.</summary>
    private static Phrase Predicated(QuantityFrame frame)
    {
        var noun = frame.Right.Noun;
        if (!frame.Right.IsLinked && frame.Left is { Action: < 0, Change: < 0 } && CountedState.After(frame, noun.End - 1) is { IsEmpty: false } said)
        {
            // 500余间房屋倒塌
            return new Phrase(noun.Start, said.End);
        }

        var end = frame.Sentence.Clause(frame.Clause).End;
        return frame.Quantity.Unit is "人" or "名" or "位" && !frame.Right.IsLinked && frame.Row.After(noun.End - 1, end) is var state && state >= 0 && frame.Row[state].Role == TokenRole.Adjective && frame.Row.After(state, end) < 0
            ? new Phrase(noun.Start, state + 1)
            : noun;
    }
}
