namespace Pipeline.Extract.Context.Time;

/// <summary>How finely a time expression says when.</summary>
public enum TimeUnit
{
    /// <summary>Says when without a date: 近年, 过去几年, 未来6个月内.</summary>
    None,

    /// <summary>2025年, 去年, 2025财年.</summary>
    Year,

    /// <summary>本学年: September to August.</summary>
    SchoolYear,

    /// <summary>上半年.</summary>
    Half,

    /// <summary>第三季, 前三季度, Q3.</summary>
    Quarter,

    /// <summary>10月, 1-9月, 上月.</summary>
    Month,

    /// <summary>上周.</summary>
    Week,

    /// <summary>周五, 上周五.</summary>
    Weekday,

    /// <summary>上一交易日: a day on which exchanges are open.</summary>
    TradingDay,

    /// <summary>国庆假期: a public holiday of several days.</summary>
    Holiday,

    /// <summary>11月7日, 昨日, 目前.</summary>
    Day,

    /// <summary>The length of the period spoken of before: 同期, 去年同期, 届时.</summary>
    Period,

    /// <summary>下午3点: a time of day alone.</summary>
    Clock,
}
