namespace Pipeline.Extract.Context.Time;

/// <summary>What a time expression is counted from.</summary>
public enum TimeAnchor
{
    /// <summary>Nothing: the year is not said (10月, 第三季); it follows from the text before or the publication date.</summary>
    Open,

    /// <summary>The calendar: the year is said (2025年12月, 民国113年).</summary>
    Stated,

    /// <summary>The publication date: 去年, 上月, 昨日, 目前.</summary>
    Publication,

    /// <summary>The time spoken of before: 当年, 同月, 次日, 去年同期.</summary>
    Context,

    /// <summary>The day spoken of before, else the publication date: 截至收盘.</summary>
    Latest,
}
