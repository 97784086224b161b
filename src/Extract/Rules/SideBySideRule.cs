using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>A value behind a bare head measures of it what the value beside it measures of its own: 三年期票面利率2%，五年期2.4% (<see cref="SideBySide"/>).</summary>
internal sealed class SideBySideRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "side-by-side";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Sentence.Heads.TryGetValue(frame.Token, out var head) || head.Before < 0 || frame.Left.Change >= 0
            || frame.Previous is not { Draft: { Metric: not null, IsMetricVerb: false } before } beside || beside.Token != head.Before)
        {
            return false;
        }

        (draft.Metric, draft.MetricSense, draft.MetricSource) = (before.Metric, before.MetricSense, SlotSource.Sentence);
        if (frame.IsPercent)
        {
            (draft.Kind, draft.Whole, draft.Basis, draft.Direction) = (before.Kind, before.Whole, before.Basis, before.MetricSense?.Id == "growth_rate" ? ChangeSettlement.DirectionAfter(beside) : null);
        }

        return true;
    }
}
