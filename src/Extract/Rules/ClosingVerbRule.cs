using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A value whose verb comes after it: 约2万7千户停电, 将2000万股进行质押, 3人死亡.</summary>
internal sealed class ClosingVerbRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "closing-verb";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var verb = frame.Right.Verb;
        if (frame.Left is { Noun.IsEmpty: true, Action: < 0, Change: < 0 } && frame.Right.Noun.IsEmpty && (verb < 0 || frame.Right.Object.IsEmpty && frame.SenseAt(verb).Verb is null)
            && CountedState.After(frame, frame.Token) is { IsEmpty: false } state && (verb < 0 || state.End > verb + 1))
        {
            // 7人仍下落不明, 101万人紧急转移安置
            frame.SetMetric(draft, state);
            return true;
        }

        if (frame.IsMeant)
        {
            // 子公司拟3亿元收购海川科技: who means to do what.
            frame.SetMetric(draft, verb, frame.Right.Object);
            QuantityFrame.SetSubject(draft, frame.Left.Noun);
            return true;
        }

        if (verb < 0 || !frame.Left.Noun.IsEmpty && frame.Left.Preposition < 0)
        {
            return false;
        }

        if (frame.Left.Preposition >= 0 && frame.Row.Word(frame.Left.Preposition) is [.., '以'] && frame.Row.IsOneOf(verb, ContextCue.RanksFirst, ContextCue.RanksNext) && frame.Previous is { Draft.Metric: not null } measured && measured.Quantity.Dimension == frame.Quantity.Dimension
            && frame.CarryMetric(draft))
        {
            // 赖清德则以35%居首: the rank says nothing of what is measured.
            QuantityFrame.SetSubject(draft, frame.Left.Outer.IsEmpty ? frame.Left.Noun : frame.Left.Outer);
            draft.Kind = frame.IsPercent ? measured.Draft.Kind : draft.Kind;
            return true;
        }

        if (frame.Left.Preposition >= 0 && frame.Row.Word(frame.Left.Preposition) is "以" && frame.Row.Is(verb, ContextCue.Places))
        {
            // 营收以16.9亿美元位居第四: what is measured stands before 以, or was measured before.
            if (frame.Row.Before(frame.Left.Preposition, frame.Left.ClauseStart) is >= 0 and var before && frame.Row.PhraseEndingAt(before, frame.Left.ClauseStart) is { IsEmpty: false } measure)
            {
                frame.SetMeasured(draft, measure);
            }

            draft.IsMetricSettled = draft.Metric is null && !frame.CarryMetric(draft);
            return true;
        }

        if (frame.Left.Preposition >= 0 && frame.Row.Word(frame.Left.Preposition) is "按" or "按照" && NounBefore(frame, frame.Left.Preposition) is { IsEmpty: false } set && frame.HeadMetric(set) is not null)
        {
            // 赤字率拟按4%左右安排: the verb says how it is set.
            frame.SetMeasured(draft, set);
            return true;
        }

        frame.SetClosingVerb(draft);
        if (AgentBefore(frame) is { IsEmpty: false } agent)
        {
            // What follows is about the thing again.
            QuantityFrame.SetSubject(draft, agent);
            draft.IsPart = true;
        }

        draft.IsMetricVerb = frame.Left.Preposition >= 0 && frame.Right.Object.IsEmpty && frame.Row.Word(verb) is ['作' or '收' or '报', ..];
        if (frame.IsPercent && frame.Left.Preposition < 0 && frame.SenseAt(verb).Verb is not { Role: VerbRole.Change or VerbRole.Reach })
        {
            // 其中四成以上具有博士学位, 其中六成来自旅客消费: a part of what stands before.
            draft.Kind = frame.Previous?.Draft.MetricSense is { IsMoneyFlow: true } && frame.Row.IsPartMark(frame.Row.After(frame.Left.ClauseStart - 1)) ? ClaimKind.RevenueShare : ClaimKind.Share;
        }

        return true;
    }

    /// <summary>住宅地由会德丰以29.8亿元投得: who 由 or 被 says does it; empty for nobody.</summary>
    private static Phrase AgentBefore(QuantityFrame frame)
    {
        var (row, by) = (frame.Row, frame.Left.Preposition);
        if (by < 0 || row.Word(by) is not ("以" or "用") || row.Before(by, frame.Left.ClauseStart) is not (>= 0 and var last) || row.PhraseEndingAt(last, frame.Left.ClauseStart) is not { IsEmpty: false } agent)
        {
            return Phrase.None;
        }

        return row.Before(agent.Start, frame.Left.ClauseStart) is >= 0 and var mark && row.Word(mark) is "由" or "被" or "遭" or "获" ? agent : Phrase.None;
    }

    private static Phrase NounBefore(QuantityFrame frame, int preposition)
    {
        var at = frame.Row.Before(preposition, frame.Left.ClauseStart);
        while (at >= 0 && frame.Row[at].Role == TokenRole.Adverb)
        {
            at = frame.Row.Before(at, frame.Left.ClauseStart);
        }

        return at < 0 ? Phrase.None : frame.Row.PhraseEndingAt(at, frame.Left.ClauseStart);
    }
}
