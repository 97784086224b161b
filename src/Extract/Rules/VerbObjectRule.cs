using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A value that a verb governs: 减持250万股, 查获毒品12公斤, 逮捕5名嫌犯, 将2000万股进行质押.</summary>
internal sealed class VerbObjectRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "verb-object";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (left.Action < 0)
        {
            return false;
        }

        if (left.ActionTakesNoun)
        {
            var (owner, metric) = frame.Row.Part(left.Noun, hasOwner: true);
            if (frame.HeadMetric(left.Noun) is not null)
            {
                frame.SetMetric(draft, frame.SenseAt(left.Action).Is(WordRoles.Light) ? -1 : left.Action, metric);
                QuantityFrame.SetSubject(draft, left.Outer.IsEmpty ? owner : left.Outer);
                return true;
            }

            frame.SetMetric(draft, left.Action, right.Noun.IsEmpty || frame.Quantity.Dimension != Dimension.Count ? left.Noun : right.Noun);
        }
        else
        {
            frame.SetMetric(draft, left.Action, right.Noun);
        }

        QuantityFrame.SetSubject(draft, left.Outer);
        return true;
    }
}
