using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A toll says within the number, or in one character behind it, what became of those counted: 车祸造成2死5伤, 客车相撞5人死.</summary>
internal sealed class TollRule : IBindingRule
{
    private static readonly Metric Casualties = new("casualties", MetricKind.Level);

    /// <inheritdoc/>
    public string Id => "toll";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Quantity.Dimension != Dimension.Count || Fate(frame) is not { } fate)
        {
            return false;
        }

        (draft.Metric, draft.MetricSense, draft.MetricSource) = (fate.ToString(), Casualties, SlotSource.Pattern);
        draft.Evidence.Add(draft.Metric);
        QuantityFrame.SetSubject(draft, frame.Left.Outer.IsEmpty ? frame.Left.Noun : frame.Left.Outer);
        return true;
    }

    private static char? Fate(QuantityFrame frame)
    {
        var row = frame.Row;
        var last = row.Word(frame.Token)[^1];
        if (last is '死' or '伤' or '亡')
        {
            return last;
        }

        if (last is not ('人' or '名') || row.After(frame.Token) is not (>= 0 and var next) || row[next].End - row[next].Start != 1)
        {
            return null;
        }

        // 3人伤势较重 and 5人死于车祸 go on.
        var isLast = row.After(next) is var end && (end < 0 || row[end].Role is TokenRole.Clause or TokenRole.Quantity or TokenRole.Listing or TokenRole.Close);
        return isLast && row.Word(next)[0] is var fate and ('死' or '伤' or '亡') ? fate : null;
    }
}
