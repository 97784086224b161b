using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>Words that state a change by themselves: 出货量翻倍, 净利减半, 营收翻了三番.</summary>
internal sealed class ChangeByItselfRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "change-by-itself";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Quantity.IsChangeByItself)
        {
            return false;
        }

        draft.Kind = ClaimKind.Change;
        draft.Direction = frame.Quantity.Low < 1 ? ChangeDirection.Down : ChangeDirection.Up;
        draft.Basis = frame.Left.Basis;
        if (!frame.Left.Noun.IsEmpty)
        {
            frame.SetMeasured(draft, frame.Left.Noun);
        }

        if (draft.Metric is null)
        {
            frame.CarryMetric(draft);
        }

        return true;
    }
}
