using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>A value with nothing of its own around it measures what was measured before: 欧洲市场两成五.</summary>
internal sealed class CarriedMetricRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "carried-metric";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Left.Noun.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, frame.Left.Noun);
        }

        var joined = frame.Left.IsListed && frame.Previous is { } listed && listed.Quantity.Dimension == frame.Quantity.Dimension;
        if (joined && frame.Left.Noun.IsEmpty)
        {
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (frame.Previous!.Draft.Metric, frame.Previous.Draft.MetricSense, SlotSource.Pattern);
            draft.IsMetricVerb = frame.Previous.Draft.IsMetricVerb;
        }
        else
        {
            frame.CarryMetric(draft);
        }

        if (joined && frame.Previous is { } previous)
        {
            // 增长15%和20%: joined values say the same sort of thing.
            (draft.Kind, draft.Direction, draft.Basis, draft.Whole) = (previous.Draft.Kind, previous.Draft.Direction, previous.Draft.Basis, draft.Whole ?? previous.Draft.Whole);
        }

        return true;
    }
}
