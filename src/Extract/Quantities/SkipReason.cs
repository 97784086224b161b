namespace Pipeline.Extract.Quantities;

/// <summary>Why a number is no claim (docs/contract.md, section 1, "Do not emit").</summary>
public enum SkipReason
{
    /// <summary>Calendar dates, clock times, and durations that only say when.</summary>
    Time,

    /// <summary>Ordinals and rankings: 第二, 十大.</summary>
    Ordinal,

    /// <summary>Names that hold digits: H100, GPT-4, 5G, 600519.</summary>
    Name,

    /// <summary>Enumerations and things counted only to be listed or pointed back at: 三个维度, 这两家公司.</summary>
    Enumeration,

    /// <summary>The indefinite 一: 一个, 一名.</summary>
    IndefiniteOne,

    /// <summary>Idioms: 万一, 百分百信任.</summary>
    Idiom,

    /// <summary>Phone, QQ, licence and document numbers, addresses, pages, URLs.</summary>
    Identifier,

    /// <summary>Match scores: 5比3.</summary>
    Score,

    /// <summary>Limits that only name a class: 35岁以下, 持股5%以上股东.</summary>
    ClassLimit,

    /// <summary>Streaks: 连续3个月.</summary>
    Streak,

    /// <summary>Vague counts: 几十份, 数百亿.</summary>
    Vague,

    /// <summary>Process nodes and capacities inside a product's name: 3奈米製程.</summary>
    ProductSpecification,

    /// <summary>The earlier value of a from→to change, which is that claim's <c>from</c>.</summary>
    EarlierValue,

    /// <summary>A denominator: 每100毫升.</summary>
    Denominator,

    /// <summary>A bare number that no unit, classifier or noun makes a quantity.</summary>
    Bare,

    /// <summary>In a line of the page, not of the text: 报名领取600元好礼【点击看详情】.</summary>
    Furniture,

    /// <summary>Too large or too precise to be held exactly (above about 7.9 × 10^28).</summary>
    OutOfRange,
}
