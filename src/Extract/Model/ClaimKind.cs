namespace Pipeline.Extract.Model;

/// <summary>What sort of quantity a claim states (docs/contract.md, section 3).</summary>
public enum ClaimKind
{
    /// <summary>A share of a market: 市场份额从95%掉到零.</summary>
    MarketShare,

    /// <summary>A part of revenue, sales or profit, contributed or paid: 贡献全球营收的26%.</summary>
    RevenueShare,

    /// <summary>Any other part of a whole: 国产设备占比65%.</summary>
    Share,

    /// <summary>A relative change: 同比增长12%, 下降0.3个百分点, 翻倍.</summary>
    Change,

    /// <summary>A level that is a percentage: 毛利率73%, 25%的关税.</summary>
    Rate,

    /// <summary>An amount of currency: 市值5万亿美元.</summary>
    Money,

    /// <summary>Operations per second: 800TFLOP/s.</summary>
    Compute,

    /// <summary>A multiple or fraction of a stated reference that it is no part of: 是去年的3倍.</summary>
    Ratio,

    /// <summary>Things counted: 出货量5万颗.</summary>
    Count,

    /// <summary>Any other physical quantity, a duration or an age: 3.2TB/s, 10小时.</summary>
    Measure,
}
