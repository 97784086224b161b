namespace Pipeline.Extract.Context.Time;

/// <summary>What a time expression does with its date.</summary>
public enum TimeForm
{
    /// <summary>At or in it: 2025年, 截至9月底, 1-9月.</summary>
    At,

    /// <summary>From it until now: 2016年底以来, 2020年至今.</summary>
    Since,

    /// <summary>From so long ago until now: 过去一年, 最近七天.</summary>
    Past,

    /// <summary>Says when only by a length or vaguely: 未来三年, 6个月内, 近年.</summary>
    Undated,
}
