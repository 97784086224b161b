using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <summary>Decides a claim's kind from its unit and its metric, where the rule has not (docs/contract.md, section 3).</summary>
internal static class KindDecision
{
    /// <summary>The kind of <paramref name="draft"/>.</summary>
    public static ClaimKind Decide(Quantity quantity, ClaimDraft draft) => quantity.Dimension switch
    {
        Dimension.Money => ClaimKind.Money,
        Dimension.Compute => ClaimKind.Compute,
        Dimension.Count or Dimension.Points or Dimension.None => ClaimKind.Count,
        Dimension.PercentagePoint or Dimension.BasisPoint => ClaimKind.Change,
        Dimension.Multiple => draft.Kind ?? ClaimKind.Ratio,
        Dimension.Percent => draft.Kind ?? OfPercent(draft),
        _ => ClaimKind.Measure,
    };

    /// <summary>The kind of a percentage that its clause gives where no rule has: 对增长贡献率为53.5%; 联电则握有半成, after a share of the market.</summary>
    public static ClaimKind? OfSurroundings(QuantityFrame frame)
    {
        if (!frame.IsPercent)
        {
            return null;
        }

        if (frame.HeadMetric(frame.Left.Noun) is { Kind: MetricKind.Rate } && frame.Left.Action < 0)
        {
            return ClaimKind.Rate;
        }

        return frame.Left.Action >= 0 && frame.Row.Is(frame.Left.Action, ContextCue.Holds) ? frame.Previous?.Draft.Kind is ClaimKind.MarketShare ? ClaimKind.MarketShare : ClaimKind.Share : null;
    }

    private static ClaimKind OfPercent(ClaimDraft draft)
    {
        switch (draft.MetricSense?.Kind)
        {
            case MetricKind.Rate or MetricKind.Ratio:
                return ClaimKind.Rate;
            case MetricKind.MarketShare:
                return ClaimKind.MarketShare;
            case MetricKind.Share:
                return ClaimKind.Share;
            case MetricKind.Change:
                return ClaimKind.Change;
        }

        return draft.Metric switch
        {
            null => ClaimKind.Share,
            [.., '增' or '长' or '成', '长' or '率'] or [.., '增' or '涨' or '跌' or '降' or '升' or '减', '速' or '幅'] or [.., '幅', '度'] => ClaimKind.Change,
            [.., '指', '数'] => ClaimKind.Rate,
            [.., '市', '占', '率'] or [.., '市', '场'] => ClaimKind.MarketShare,
            [.., '率' or '税' or '息'] => ClaimKind.Rate,
            [.., '占', '比'] or [.., '比', '例' or '重' or '率'] => ClaimKind.Share,
            _ => draft.MetricSense is null ? ClaimKind.Rate : ClaimKind.Share,
        };
    }
}
