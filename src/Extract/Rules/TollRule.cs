using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A toll says within the number what became of those counted: 车祸造成2死5伤.</summary>
internal sealed class TollRule : IBindingRule
{
    private static readonly Metric Casualties = new("casualties", MetricKind.Level);

    /// <inheritdoc/>
    public string Id => "toll";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Quantity.Dimension != Dimension.Count || frame.Row.Word(frame.Token) is not [.., var fate] || fate is not ('死' or '伤' or '亡'))
        {
            return false;
        }

        (draft.Metric, draft.MetricSense, draft.MetricSource) = (fate.ToString(), Casualties, SlotSource.Pattern);
        draft.Evidence.Add(draft.Metric);
        QuantityFrame.SetSubject(draft, frame.Left.Outer.IsEmpty ? frame.Left.Noun : frame.Left.Outer);
        return true;
    }
}
