using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A percentage before the rate or share that it states: 25%的惩罚性关税, 原订的80%执行率, 30%的市场份额.</summary>
internal sealed class AttributiveRateRule : IBindingRule
{
    /// <summary>Longest target behind its value, in characters: 的年度物价稳定目标.</summary>
    private const int LongestTarget = 9;

    /// <inheritdoc/>
    public string Id => "attributive-rate";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (frame.IsPercent && right.IsLinked && !right.Noun.IsEmpty && left.Action < 0 && frame.HeadMetric(right.Noun) is null && frame.Row.Word(right.Noun.End - 1) is [_, _, .., '率'])
        {
            // 保持85%的入驻率: whatever is called so.
            draft.Kind = ClaimKind.Rate;
            frame.SetMetric(draft, right.Noun);
            QuantityFrame.SetSubject(draft, left.Outer.IsEmpty ? left.Noun : left.Outer);
            return true;
        }

        if (Target(frame) is { } target)
        {
            (draft.Kind, draft.Metric, draft.MetricSource) = (ClaimKind.Rate, target, SlotSource.Pattern);
            QuantityFrame.SetSubject(draft, left.Noun);
            return true;
        }

        if (frame.IsPercent && right.IsLinked && !right.Noun.IsEmpty && frame.Row.Word(right.Noun.End - 1) is [.., '税'])
        {
            // 征收5%的数字服务税: so is every tax.
            draft.Kind = ClaimKind.Rate;
            frame.SetMetric(draft, right.Noun);
            SetLaidOn(frame, draft);
            return true;
        }

        if (!frame.IsPercent || frame.HeadMetric(right.Noun) is not { Kind: MetricKind.Rate or MetricKind.MarketShare or MetricKind.Share } metric)
        {
            return false;
        }

        draft.Kind = metric.Kind switch
        {
            MetricKind.Rate => ClaimKind.Rate,
            MetricKind.MarketShare => ClaimKind.MarketShare,
            _ => ClaimKind.Share,
        };
        frame.SetMetric(draft, right.Noun);
        if (metric.Kind == MetricKind.Rate)
        {
            SetLaidOn(frame, draft);
        }
        else
        {
            QuantityFrame.SetSubject(draft, left.Outer);
            var whole = left.Noun.IsEmpty ? left.Place : left.Noun;
            draft.Whole = whole.IsEmpty ? ShareOfWholeRule.PlaceOf(frame) : frame.Sentence.Text(whole);
        }

        return true;
    }

    /// <summary>通胀回落至美联储2%的目标, 高于欧洲央行2%的通胀目标: what a body that is named right before it aims at, wherever the clause's own measure stands.</summary>
    public static string? Target(QuantityFrame frame)
    {
        var (row, body) = (frame.Row, frame.Left.Noun);
        if (!frame.IsPercent || body.IsEmpty || !row[body.End - 1].IsName || row.Before(frame.Token, frame.Left.ClauseStart) != body.End - 1)
        {
            return null;
        }

        var end = row[frame.Token].End;
        var rest = row.Folded.AsSpan(end, Math.Min(LongestTarget, row.Folded.Length - end));
        return rest is ['的', ..] && rest.IndexOf("目标") is > 0 and var aim && rest[..aim].IndexOfAny(",。;、") < 0 ? rest[1..(aim + 2)].ToString() : null;
    }

    /// <summary>对欧洲汽车课征30%关税: the rate is laid on the object of 对, else on what stands before it; 为用户提供5%的收益率 is not theirs.</summary>
    private static void SetLaidOn(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        var isGiven = !left.Place.IsEmpty && frame.Row.Before(left.Place.Start) is >= 0 and var given && frame.Row.Word(given) is "为" or "给";
        QuantityFrame.SetSubject(draft, !left.Place.IsEmpty && !isGiven ? left.Place : !left.Noun.IsEmpty && left.Action < 0 ? left.Noun : left.Outer);
    }
}
