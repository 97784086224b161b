namespace Pipeline.Extract.Quantities;

/// <summary>What a unit measures (docs/contract.md, section 4).</summary>
public enum Dimension
{
    /// <summary>A number without a unit: 202.85、2094.30万股 before the neighbour's unit is taken over.</summary>
    None,

    /// <summary>%, 成, fractions, 一半, 厘 of interest.</summary>
    Percent,

    /// <summary>个百分点.</summary>
    PercentagePoint,

    /// <summary>个基点.</summary>
    BasisPoint,

    /// <summary>倍, 翻倍, 翻番, 减半, 腰斩.</summary>
    Multiple,

    /// <summary>Currency.</summary>
    Money,

    /// <summary>Operations per second.</summary>
    Compute,

    /// <summary>Bytes.</summary>
    Data,

    /// <summary>Bytes or bits per second.</summary>
    DataRate,

    /// <summary>Metres.</summary>
    Length,

    /// <summary>Square metres.</summary>
    Area,

    /// <summary>Cubic metres or litres.</summary>
    Volume,

    /// <summary>Kilograms.</summary>
    Mass,

    /// <summary>Watts.</summary>
    Power,

    /// <summary>Watt hours.</summary>
    Energy,

    /// <summary>Hertz, volts, ampere hours, pascals and the like.</summary>
    Physical,

    /// <summary>Degrees Celsius.</summary>
    Temperature,

    /// <summary>A span of time.</summary>
    Duration,

    /// <summary>岁.</summary>
    Age,

    /// <summary>Index points (点).</summary>
    Points,

    /// <summary>Things counted with a classifier or a noun.</summary>
    Count,
}
