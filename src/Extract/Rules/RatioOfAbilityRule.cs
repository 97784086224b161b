using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A fraction of what another thing can do: 英伟达H100的六成计算能力.</summary>
internal sealed class RatioOfAbilityRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "ratio-of-ability";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.IsPercent || !frame.Left.IsPartOf || frame.Left.Noun.IsEmpty || frame.Left.Change >= 0
            || !frame.HeadIs(frame.Right.Noun, WordRoles.Ability))
        {
            return false;
        }

        draft.Kind = ClaimKind.Ratio;
        draft.Basis = frame.Sentence.Text(frame.Left.Noun);
        frame.SetMetric(draft, frame.Right.Noun);
        QuantityFrame.SetSubject(draft, frame.Left.Outer);
        return true;
    }
}
