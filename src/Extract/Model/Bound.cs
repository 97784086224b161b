namespace Pipeline.Extract.Model;

/// <summary>How the stated number limits the value (docs/contract.md, section 2).</summary>
public enum Bound
{
    /// <summary>The number as it stands.</summary>
    Exact,

    /// <summary>约, 近, 左右, 多, 余.</summary>
    About,

    /// <summary>超, 逾, 破, 至少, 以上, 不低于.</summary>
    Above,

    /// <summary>不到, 不足, 至多, 以下, 低于, 不超过.</summary>
    Below,
}
