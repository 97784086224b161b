using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Dealings;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>The size or the price of a stake that is bought, sold, pledged or held: 以2亿元收购东山集团持有的海川科技51%股权, 将持有的500万股质押.</summary>
/// <remarks>It belongs to who acts, not to who held the stake before; the metric is the verb with the word for the stake.</remarks>
internal sealed class DealingRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "dealing";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        // 质押股份数量为300万股: a measure with its value, not what is dealt in.
        var isMeasure = frame.Left.Level >= 0 && frame.Left.Action < 0 && frame.HeadMetric(frame.Left.Noun) is { Id: "count" } && frame.Row.Word(frame.Left.Noun.End - 1)[^1] is '数' or '量';
        if (isMeasure || frame.Left.Change >= 0 || frame.Left.Share >= 0 || frame.Dealing is not { } dealing
            || frame.HeadMetric(dealing.Stake)?.Kind == MetricKind.MarketShare && !StakeLead.IsTransfer(frame.Row, dealing.Verb))
        {
            return false;
        }

        frame.SetMetric(draft, dealing.Verb, dealing.Stake);
        QuantityFrame.SetSubject(draft, dealing.Agent);
        if (frame.IsPercent)
        {
            draft.Kind = ClaimKind.Share;
            draft.Whole = WholeOf(frame, draft, dealing);
        }
        else if (frame.Quantity.Dimension == Dimension.Count)
        {
            draft.Counted = dealing.Stake.IsEmpty ? null : frame.Sentence.Text(dealing.Stake);
            draft.Held = dealing.Target;
        }

        return true;
    }

    /// <summary>The company that the stake is in; else what is held of it; else the company that the share before was in (后者剩余49%股份).</summary>
    private static string? WholeOf(QuantityFrame frame, ClaimDraft draft, Dealing dealing)
    {
        if (dealing.IsOfHolding)
        {
            return (dealing.Target.IsEmpty ? "持有的" : frame.Sentence.Text(dealing.Target) + "的") + frame.Sentence.Text(dealing.Stake);
        }

        if (dealing.Target.IsEmpty || frame.Row[dealing.Target.Start].Role == TokenRole.Pronoun)
        {
            return frame.Previous?.Draft is { Kind: ClaimKind.Share, Whole: { } whole } ? whole : HoldingRule.HeldCompany(frame, draft);
        }

        return HoldingRule.CompanyText(frame, dealing.Target);
    }
}
