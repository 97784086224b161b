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

        if (draft.Metric is null && frame.Right is { Noun.IsEmpty: true, Verb: >= 0, Object.IsEmpty: false } right && frame.SenseAt(right.Verb).Verb is null && frame.Row[frame.Token].End == frame.Row[right.Verb].Start)
        {
            // 减半征收车船税, 翻倍增持股票: what is done by half or doubly.
            frame.SetMetric(draft, frame.HeadMetric(right.Object) is not null || frame.Row.LooksLikeMetric(right.Object.End - 1) ? -1 : right.Verb, right.Object);
        }

        if (draft.Metric is null)
        {
            frame.CarryMetric(draft);
        }

        return true;
    }
}
