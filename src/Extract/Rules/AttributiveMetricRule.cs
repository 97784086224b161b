using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Dealings;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A value before what it measures: 达到800TFLOP/s的算力, 612万元的诉讼费, 12GB记忆体, 收取2亿元定金.</summary>
internal sealed class AttributiveMetricRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "attributive-metric";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (frame.Quantity.Dimension == Dimension.Duration && !right.IsLinked && frame.Row.Before(frame.Token, left.ClauseStart) is >= 0 and var held
            && (StakeTail.IsHolding(frame.Row, held) || frame.Row.Before(held, left.ClauseStart) is >= 0 and var keeps && StakeTail.IsHolding(frame.Row, keeps)))
        {
            // 持货10年帐面获利: how long it was held, and then what it brought.
            return false;
        }

        if (right.Noun.IsEmpty || frame.Quantity.Dimension == Dimension.Count || frame.IsPercent || frame.IsPoints
            || frame.HeadMetric(left.Noun) is not null && !left.ActionTakesNoun && !(right.IsLinked && left.Level >= 0 && frame.Row.Word(left.Noun.End - 1) is "金额" or "总额" or "价值" or "面值" or "规模"))
        {
            return false;
        }

        var isMetric = frame.HeadMetric(right.Noun) is not null || frame.Row.LooksLikeMetric(right.Noun.End - 1);
        if (!isMetric && right.IsLinked && left.Action < 0)
        {
            return false;
        }

        frame.SetMetric(draft, isMetric ? -1 : left.Action, right.Noun);
        draft.Object = frame.SenseAt(left.Action).Is(WordRoles.Seizure) ? right.Noun : Phrase.None;
        QuantityFrame.SetSubject(draft, left.Outer);
        if (left.Action >= 0 && frame.SenseAt(left.Action).Is(WordRoles.Verdict))
        {
            // 对谷歌处以10亿欧元罚款
            QuantityFrame.SetSubject(draft, VerbObjectRule.Penalised(frame));
        }

        if (left.Outer.IsEmpty && left.Action < 0 && !left.Noun.IsEmpty && !(left.Level >= 0 && left.Level < left.Noun.Start && frame.Row.Word(left.Level) is ['获', ..] or "取得" or "收到"))
        {
            // 平安银行3亿元贷款; in 获得平安银行3亿元贷款 it is who gives.
            QuantityFrame.SetSubject(draft, left.Noun);
        }

        return true;
    }
}
