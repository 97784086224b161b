namespace Pipeline.Extract.Context;

/// <summary>What a percentage of a metric is (data/lexicons/metrics.tsv).</summary>
public enum MetricKind
{
    /// <summary>No hint: an amount; a percentage beside it is a change or a part.</summary>
    Level,

    /// <summary>A level that is a percentage: 毛利率.</summary>
    Rate,

    /// <summary>A part of a whole: 占比, 持股.</summary>
    Share,

    /// <summary>A part of a market: 市占率.</summary>
    MarketShare,

    /// <summary>Growth stated as a level: 增速, 涨幅.</summary>
    Change,

    /// <summary>A multiple by nature: 市盈率.</summary>
    Ratio,
}
