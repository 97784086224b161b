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

        if (!dealing.Target.IsEmpty && frame.Row.Word(dealing.Target.Start) is "其" && Partner(frame, dealing) is { } partner)
        {
            return partner;
        }

        if (dealing.Target.IsEmpty || frame.Row[dealing.Target.Start].Role == TokenRole.Pronoun)
        {
            if (frame.Row.IsPartMark(frame.Row.After(frame.Sentence.Clause(frame.Clause).Start - 1)) && Shared(frame) is { } shared)
            {
                return shared;
            }

            return frame.Previous?.Draft is { Kind: ClaimKind.Share, Whole: { } whole } ? whole : HoldingRule.HeldCompany(frame, draft);
        }

        return HoldingRule.CompanyText(frame, dealing.Target, dealing.Agent.IsEmpty ? frame.Sentence.Topic(frame.Clause).Subject : dealing.Agent);
    }

    /// <summary>认购海川科技定向发行的股票,持有其11%的股份: the company before that is not whom the sentence is about.</summary>
    private static string? Partner(QuantityFrame frame, Dealing dealing)
    {
        var row = frame.Row;
        for (var at = dealing.Verb - 1; at > 0; at--)
        {
            if (row[at] is { Role: TokenRole.Noun, IsName: true } && SubjectName.IsOrganisation(row, at) && row.PhraseEndingAt(at, 0) is { IsEmpty: false } named && row.Before(named.Start) is var verb && verb >= 0 && row[verb].Role == TokenRole.Verb)
            {
                return frame.Sentence.Text(new Phrase(at, at + 1));
            }
        }

        return null;
    }

    /// <summary>参与海川科技51%股权及相关债权的竞购，其中东山集团拟收购49%股权: the company of the share before.</summary>
    private static string? Shared(QuantityFrame frame)
    {
        for (var i = frame.Sentence.Bound.Count - 1; i >= 0; i--)
        {
            if (frame.Sentence.Bound[i].Draft is { Kind: ClaimKind.Share, Rule: "dealing", Whole: { } whole })
            {
                return whole;
            }
        }

        return null;
    }
}
