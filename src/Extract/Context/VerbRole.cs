namespace Pipeline.Extract.Context;

/// <summary>How a verb binds the number after it (data/lexicons/verbs.tsv).</summary>
public enum VerbRole
{
    /// <summary>The number is the level of what stands before: 市值达5万亿美元.</summary>
    Level,

    /// <summary>The number is the amount of a change: 营收增长12%.</summary>
    Change,

    /// <summary>The number is the level that a change reached: 降至3%, 升到705公里.</summary>
    Reach,

    /// <summary>Names what a change is relative to: 同比, 环比.</summary>
    Basis,

    /// <summary>The number is a part of a whole: 华为占18%.</summary>
    Share,

    /// <summary>The number is a part given to a whole: 贡献营收的26%.</summary>
    Contribute,

    /// <summary>Takes or holds: the part of a whole where the number is a percentage (拿下16%), as <see cref="Contribute"/>; elsewhere a deed.</summary>
    Take,
}
