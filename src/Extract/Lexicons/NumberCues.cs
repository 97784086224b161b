namespace Pipeline.Extract.Lexicons;

/// <summary>What the words near a number hint at (data/lexicons/number_cues.tsv).</summary>
[Flags]
public enum NumberCues
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A duration that is the measured value.</summary>
    DurationMeasured = 1,

    /// <summary>A duration that says when.</summary>
    DurationWhen = 2,

    /// <summary>An unbroken run.</summary>
    Streak = 4,

    /// <summary>Degrees of heat.</summary>
    Temperature = 8,

    /// <summary>Degrees of electricity.</summary>
    Electricity = 16,

    /// <summary>Steps of a policy rate: 码.</summary>
    RateStep = 32,

    /// <summary>Index points.</summary>
    Points = 64,

    /// <summary>Clock time.</summary>
    Clock = 128,

    /// <summary>Money.</summary>
    Money = 256,

    /// <summary>Dead, hurt, missing.</summary>
    Casualties = 512,

    /// <summary>A set named before, after or known.</summary>
    Pointing = 1024,

    /// <summary>Those whom a limit sets apart: 以上的企业, 以下儿童.</summary>
    ClassMember = 2048,

    /// <summary>A contest that is named by its length: 10米气步枪, 400米栏.</summary>
    Event = 4096,

    /// <summary>The name of an index, whose level needs no unit: 恒指, 指数.</summary>
    Index = 8192,

    /// <summary>Stands directly beside the level of an index: 收报, 跌穿; 关口.</summary>
    IndexLevel = 16384,

    /// <summary>What the law threatens: after a limit (3万元以下罚金) a norm, no claim.</summary>
    Penalty = 32768,

    /// <summary>Floor space, in whose square feet Hong Kong says 呎.</summary>
    FloorSpace = 65536,

    /// <summary>Computing power, whose petaflops news calls P: 300P算力.</summary>
    Computing = 131072,

    /// <summary>A span of prices, which the price before it only names: 4000元至6000元价位段.</summary>
    PriceBand = 262144,

    /// <summary>A verb of spending, which makes a large number right after it money: 花3亿.</summary>
    Spends = 524288,

    /// <summary>Electrical resistance, whose ohms are called as euros are: 欧.</summary>
    Resistance = 1048576,

    /// <summary>Ends the name of a road, along which a length before 处 is an address: 国道120公里处.</summary>
    Road = 2097152,

    /// <summary>The magnitude of an earthquake, which needs no unit: 规模5.7, 芮氏6.1.</summary>
    Magnitude = 4194304,

    /// <summary>Marks that are given, which need no unit: 豆瓣评分9.1.</summary>
    Score = 8388608,

    /// <summary>A telephone number stands directly beside it: 拨打110, 1999市民专线.</summary>
    Dial = 16777216,
}
