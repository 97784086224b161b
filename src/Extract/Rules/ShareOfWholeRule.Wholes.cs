using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <content>What a share is of, whose it is, and which kind that makes it.</content>
internal sealed partial class ShareOfWholeRule
{
    private static Phrase ShareHead(QuantityFrame frame, Phrase whole)
    {
        for (var i = whole.End - 1; i >= whole.Start; i--)
        {
            if (frame.Row[i].Sense.Metric is { Kind: MetricKind.Share or MetricKind.MarketShare } && frame.Row[i].Sense.Metric!.Id is "share_of_total" or "market_share" || i == whole.End - 1 && i > whole.Start && frame.Row.Word(i) is "比率")
            {
                return new Phrase(i, whole.End);
            }

            if (frame.Row[i].Role == TokenRole.Of)
            {
                break;
            }
        }

        return Phrase.None;
    }

    /// <summary>美國去年經常帳赤字占: a time word within the part is left out of its name.</summary>
    private static string? JoinedOwner(QuantityFrame frame)
    {
        var outer = frame.Left.Outer;
        if (outer.IsEmpty)
        {
            return null;
        }

        var time = frame.Row.Before(outer.Start, frame.Left.ClauseStart);
        if (time < 0 || frame.Row[time].Role != TokenRole.Time || frame.HeadMetric(outer) is null)
        {
            return null;
        }

        var owner = frame.Row.Before(time, frame.Left.ClauseStart);
        var phrase = owner < 0 ? Phrase.None : frame.Row.PhraseEndingAt(owner, frame.Left.ClauseStart);
        return phrase.IsEmpty ? null : frame.Sentence.Text(phrase) + frame.Sentence.Text(outer);
    }

    /// <summary>The market that a phrase of place, or the clause before, has set up; null for none.</summary>
    public static string? PlaceOf(QuantityFrame frame) => SetUpBy(frame) is { IsEmpty: false } place ? frame.Sentence.Text(place) : null;

    /// <summary>The same as a phrase; empty for none.</summary>
    public static Phrase SetUpBy(QuantityFrame frame)
    {
        if (!frame.Left.Place.IsEmpty)
        {
            return frame.Left.Place;
        }

        // 三季度平板电脑市场中，联想占…: the market was set up by a clause that ends in 中, 上 or 里.
        for (var clause = frame.Clause - 1; clause >= Math.Max(0, frame.Clause - 2); clause--)
        {
            var tokens = frame.Sentence.Clause(clause);
            var last = frame.Row.Before(tokens.End, tokens.Start);
            if (last >= 0 && frame.Row[last].Role == TokenRole.Localizer && frame.Row.Before(last, tokens.Start) is var inner && inner >= 0
                && frame.Row.PhraseEndingAt(inner, tokens.Start) is { IsEmpty: false } place)
            {
                return place;
            }

            if (last >= 0 && frame.Row[last].Sense.Is(WordRoles.Market) && frame.Row.PhraseEndingAt(last, tokens.Start) is { IsEmpty: false } market)
            {
                return market;
            }
        }

        return Phrase.None;
    }

    /// <summary>国内手机出货量: what is sold by all, of which a part is a share of the market; what one company sells is none.</summary>
    public static bool IsSoldByAll(QuantityFrame frame, Phrase whole)
    {
        if (whole.IsEmpty || frame.HeadMetric(whole) is not { Id: "shipments" or "sales_volume" })
        {
            return false;
        }

        for (var i = whole.Start; i < whole.End; i++)
        {
            if (frame.SenseAt(i) is var sense && (sense.Is(WordRoles.Generic) || sense.Entity is { Type: EntityType.Company }))
            {
                return false;
            }
        }

        return true;
    }

    private static string? WholeBefore(QuantityFrame frame)
    {
        var clause = frame.Sentence.Clause(frame.Clause);
        if (frame.Previous is not { } previous)
        {
            return null;
        }

        if (previous.Clause == frame.Clause && previous.Draft is { Whole: { } same, Kind: ClaimKind.Share or ClaimKind.RevenueShare or ClaimKind.MarketShare })
        {
            return same;
        }

        if (frame.Row.HasPartMark(clause.Start, frame.Token) && frame.HeadMetric(frame.Left.Noun)?.Kind != MetricKind.MarketShare)
        {
            if (previous.Draft is { Rule: "share-of-whole", Metric: "占比", Whole: { } all, SubjectText: { } part })
            {
                // 甲占整体34%，其中乙占26%: of the same whole, unless it is more than what it is among.
                return frame.Quantity.High <= previous.Quantity.High ? all : part;
            }

            return (previous.Draft.SubjectText ?? string.Empty) + previous.Draft.Metric;
        }

        if (previous.Quantity.Dimension is Dimension.Count or Dimension.Money && previous.Clause >= frame.Clause - 1 && frame.Left.Noun.IsEmpty && frame.Sentence.Bound.Count > 2
            && frame.Sentence.Bound[^2].Draft is { Rule: "share-of-whole", Whole: { } shared } && frame.Sentence.Bound[^3].Quantity.Dimension == previous.Quantity.Dimension)
        {
            // 应届生38万人，占考生总数的79%，往届生10万人，占21%: of the same whole.
            return shared;
        }

        return previous.Draft.Kind is ClaimKind.Share or ClaimKind.MarketShare or ClaimKind.RevenueShare ? previous.Draft.Whole : null;
    }

    /// <summary>比亚迪销量48万辆，出口占比三成: the amount before, where the part has a name of its own; null elsewhere.</summary>
    private static string? AmountOf(QuantityFrame frame, ClaimDraft draft) =>
        !draft.Subject.IsEmpty && draft.Metric is "占比" or "比重" && TakenOf(frame, draft.Subject) < 0 && AmountBefore(frame) is { } amount && amount.SubjectText != frame.Sentence.Text(draft.Subject)
        && (frame.HeadMetric(draft.Subject) is not { IsCountable: false } part || part.Id == amount.MetricSense?.Id)
            ? WholeOf(amount)
            : null;

    /// <summary>The last amount stated before in the sentence; null for none.</summary>
    public static ClaimDraft? AmountBefore(QuantityFrame frame)
    {
        for (var i = frame.Sentence.Bound.Count - 1; i >= 0; i--)
        {
            if (frame.Sentence.Bound[i] is { Quantity.Dimension: not (Dimension.Percent or Dimension.PercentagePoint or Dimension.BasisPoint or Dimension.Multiple or Dimension.Duration), Draft: { Metric: not null } amount } && (amount.Direction is null || amount.IsLevelReached))
            {
                return amount;
            }
        }

        return null;
    }

    /// <summary>An amount as a whole that has parts: whose it is and what it measures; of the size of a market the market.</summary>
    public static string WholeOf(ClaimDraft amount)
    {
        var measured = amount.MetricWritten ?? amount.Metric;
        return amount is { MetricSense.Id: "market_size", SubjectText: [.., '市', '场' or '場'] market } ? market
            : amount.MetricSense?.Id == "market_size" && measured is [.., '规' or '規', '模'] ? amount.SubjectText + measured[..^2]
            : amount.SubjectText + measured;
    }

    private static ClaimKind KindOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.MetricSense?.Kind == MetricKind.MarketShare || draft.Whole is { } whole && (IsMarket(whole) || SetUpBy(frame) is { IsEmpty: false } place && frame.Sentence.Text(place) == whole && IsSoldByAll(frame, place)))
        {
            return ClaimKind.MarketShare;
        }

        if (frame.Left.Noun.IsEmpty && draft.Metric == "占比" && frame.Previous is { Draft.Kind: ClaimKind.MarketShare })
        {
            return ClaimKind.MarketShare;
        }

        var measured = draft.MetricSense is { Kind: MetricKind.Level } given ? given
            : draft.Whole is null || frame.Left.Noun.IsEmpty ? null : frame.HeadMetric(frame.Left.Noun);
        if (measured is { IsMoneyFlow: true } || draft.Whole is { } of && IsMoneyFlow(of))
        {
            return ClaimKind.RevenueShare;
        }

        if (draft.Whole is null && (!draft.Subject.IsEmpty && frame.HeadMetric(draft.Subject) is { IsMoneyFlow: true }
            || frame.Left.Noun.End - frame.Left.Noun.Start > 1 && frame.SenseAt(frame.Left.Noun.End - 2).Metric is { IsMoneyFlow: true }))
        {
            // 自有品牌营收 | 占比, 生鲜营收占比
            return ClaimKind.RevenueShare;
        }

        if (!frame.Left.Outer.IsEmpty && draft.Whole is "整體" or "整体" && frame.Row.Word(frame.Left.Outer.End - 1) is [.., '销', '售'] or [.., '收', '入' or '益'])
        {
            return ClaimKind.RevenueShare;
        }

        // 其中客运收入占64%、货运占23%: income is a part of income where no other whole is named.
        return draft.Whole is null && (frame.HeadMetric(frame.Left.Outer) is { IsMoneyFlow: true } || frame.Previous is { Draft: { Kind: ClaimKind.RevenueShare, Whole: null } } before && before.Clause == frame.Clause)
            ? ClaimKind.RevenueShare
            : ClaimKind.Share;
    }

    private static bool IsMoneyFlow(string whole) => Text.TextFold.Fold(whole) is [.., '收', '入'] or [.., '营', '收'] or [.., '销', '售', '额'] or [.., '营', '业', '额'] or [.., '净', '利'] or [.., '利', '润'];

    /// <summary>True for the name of a market.</summary>
    public static bool IsMarket(string whole) =>
        Text.TextFold.Fold(whole).EndsWith("市场", StringComparison.Ordinal);
}
