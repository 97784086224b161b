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
            || frame.HeadMetric(left.Noun) is not null && !left.ActionTakesNoun && !(right.IsLinked && left.Level >= 0 && frame.Row.Is(left.Noun.End - 1, ContextCue.AmountEnd)))
        {
            return false;
        }

        if (!right.IsLinked && right.Noun.End - right.Noun.Start > 2 && frame.Row[right.Noun.Start + 1].Role == TokenRole.Of && frame.Row.Word(right.Noun.Start) is "深" or "高" or "长" or "宽" or "厚" or "远")
        {
            // 一个10米深的大坑: how deep, of what.
            frame.SetMetric(draft, new Phrase(right.Noun.Start, right.Noun.Start + 1));
            QuantityFrame.SetSubject(draft, new Phrase(right.Noun.Start + 2, right.Noun.End));
            draft.IsPart = true;
            return true;
        }

        var isMetric = frame.HeadMetric(right.Noun) is not null || frame.Row.LooksLikeMetric(right.Noun.End - 1);
        if (!isMetric && left.Action < 0 && (right.IsLinked || right.IsPassive))
        {
            // 300公顷农田被毁: what was done to them is measured.
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
