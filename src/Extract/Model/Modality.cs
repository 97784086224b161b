namespace Pipeline.Extract.Model;

/// <summary>How the article commits itself to the value (docs/contract.md, section 2).</summary>
public enum Modality
{
    /// <summary>Stated as a fact.</summary>
    Asserted,

    /// <summary>预计, 有望, 拟, 计划, 目标, 将, 可望, 上看.</summary>
    Forecast,

    /// <summary>如果, 假如, 若, 即便, and its consequence.</summary>
    Hypothetical,

    /// <summary>并非, 否认, 没有达到.</summary>
    Denied,
}
