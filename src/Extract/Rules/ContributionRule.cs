using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A part given to revenue, sales or profit: 中国市场贡献了英伟达全球营收的26%, 上缴销售额的15%, 贡献公司四成营收.</summary>
internal sealed class ContributionRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "contribution";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        var given = frame.HeadMetric(frame.Right.Noun);
        if (left.Contribute < 0 && !frame.Right.Noun.IsEmpty && (given is { Kind: MetricKind.Change } || frame.SenseAt(frame.Right.Noun.End - 1).Verb is { Role: VerbRole.Change }))
        {
            // 实现10%的营收成长, 销售额5%的增速: how much it grows, no part of it.
            return false;
        }

        if (!IsEarned(given) && !frame.Right.Noun.IsEmpty && IsEarned(frame.SenseAt(frame.Right.Noun.Start).Metric))
        {
            // 全球26%营收的重要来源
            given = frame.SenseAt(frame.Right.Noun.Start).Metric;
        }

        var isNoun = IsEarned(given) && frame.Right.Verb < 0 && left.Change < 0 && !left.IsReached;
        if (!frame.IsPercent || left.Contribute < 0 && !(isNoun || (left.IsPartOf || IsLevied(frame)) && IsEarned(frame.HeadMetric(left.Noun)) && left.Change < 0))
        {
            return false;
        }

        draft.Kind = ClaimKind.RevenueShare;
        frame.Note(draft, left.Contribute);
        QuantityFrame.SetSubject(draft, left.Outer);
        if (IsEarned(given))
        {
            frame.SetMetric(draft, MetricHead(frame, frame.Right.Noun));
            draft.Whole = (left.Noun.IsEmpty ? string.Empty : frame.Sentence.Text(left.Noun)) + frame.Sentence.Text(new Phrase(frame.Right.Noun.Start, MetricHead(frame, frame.Right.Noun).End));
        }
        else if (!left.Noun.IsEmpty)
        {
            draft.Whole = frame.Sentence.Text(left.Noun);
            frame.SetMetric(draft, MetricHead(frame, left.Noun));
        }
        else if (frame.Previous is { Draft: { Rule: "contribution" } or { Kind: ClaimKind.MarketShare, Whole: not null } } previous)
        {
            (draft.Whole, draft.Metric, draft.MetricSense, draft.MetricSource, draft.Kind) = (previous.Draft.Whole, previous.Draft.Metric, previous.Draft.MetricSense, SlotSource.Sentence, previous.Draft.Kind);
            return true;
        }
        else if (frame.Row.HasPartMark(Math.Max(left.Contribute, left.ClauseStart), frame.Token) && ShareOfWholeRule.AmountBefore(frame) is { } amount)
        {
            // 实销收入871.5亿元，移动端拿走其中的73.3%
            draft.Whole = ShareOfWholeRule.WholeOf(amount);
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (amount.Metric, amount.MetricSense, SlotSource.Sentence);
        }
        else if (ShareOfWholeRule.SetUpBy(frame) is { IsEmpty: false } place)
        {
            // 国内手机出货量中，荣耀拿下16%
            draft.Whole = frame.Sentence.Text(place);
            frame.SetMetric(draft, frame.HeadMetric(place) is null ? Phrase.None : MetricHead(frame, place));
            if (ShareOfWholeRule.IsSoldByAll(frame, place) || ShareOfWholeRule.IsMarket(draft.Whole))
            {
                draft.Kind = ClaimKind.MarketShare;
                return true;
            }
        }
        else if (!frame.CarryMetric(draft) && left.Contribute >= 0)
        {
            frame.SetMetric(draft, left.Contribute, frame.Right.Noun);
        }

        if (draft.Metric is not null && !IsEarned(draft.MetricSense) && frame.Previous is not { Draft.Kind: ClaimKind.RevenueShare })
        {
            draft.Kind = draft.MetricSense?.Id == "market_size" || draft.Whole is { } all && ShareOfWholeRule.IsMarket(all) ? ClaimKind.MarketShare : ClaimKind.Share;
        }

        return true;
    }

    /// <summary>处以|上一年度|销售额|8%|的|罚款: what is to be paid out of what stands right before the value.</summary>
    private static bool IsLevied(QuantityFrame frame) =>
        frame is { Right: { IsLinked: true, Noun.IsEmpty: false }, Left: { Level: < 0, Noun.IsEmpty: false } left } && left.Noun.End == frame.Row.Before(frame.Token, left.ClauseStart) + 1;

    /// <summary>Films earn what is contributed too: 贡献一半票房; 占票房 says no more than a share.</summary>
    private static bool IsEarned(Metric? metric) => metric is { IsMoneyFlow: true } or { Id: "box_office" };

    /// <summary>The word in the phrase that names the money: 26%营收的重要来源 → 营收.</summary>
    private static Phrase MetricHead(QuantityFrame frame, Phrase phrase)
    {
        for (var i = phrase.End - 1; i >= phrase.Start; i--)
        {
            if (frame.Row[i].Sense.Metric is not null)
            {
                return new Phrase(i, i + 1);
            }
        }

        return new Phrase(phrase.End - 1, phrase.End);
    }
}
