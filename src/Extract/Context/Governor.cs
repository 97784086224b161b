namespace Pipeline.Extract.Context;

/// <summary>What stands to the left of a quantity in its clause, read from the quantity outwards. Indexes are tokens; -1 is none.</summary>
internal sealed class Governor
{
    /// <summary>The quantity's token.</summary>
    public required int Quantity { get; init; }

    /// <summary>First token of its clause.</summary>
    public required int ClauseStart { get; init; }

    /// <summary>The noun phrase that the quantity measures: directly before it or before its verb.</summary>
    public Phrase Noun { get; set; }

    /// <summary>A second noun phrase further left, parted by time words or adverbs: 台積電 | 第三季 | 營收.</summary>
    public Phrase Outer { get; set; }

    /// <summary>达, 为, 是.</summary>
    public int Level { get; set; } = -1;

    /// <summary>增长, 降.</summary>
    public int Change { get; set; } = -1;

    /// <summary>True when the change verb stands before the noun: 增加水电装机61万千瓦.</summary>
    public bool ChangeTakesNoun { get; set; }

    /// <summary>True for 增至, 降到, 升为: the quantity is the level reached.</summary>
    public bool IsReached { get; set; }

    /// <summary>占.</summary>
    public int Share { get; set; } = -1;

    /// <summary>贡献, 上缴.</summary>
    public int Contribute { get; set; } = -1;

    /// <summary>A verb that no table lists, which governs the quantity: 减持.</summary>
    public int Action { get; set; } = -1;

    /// <summary>True when a noun stands between the verb and the quantity: 查获毒品12公斤.</summary>
    public bool ActionTakesNoun { get; set; }

    /// <summary>True when 的 stands directly before the quantity: 营收的26%.</summary>
    public bool IsPartOf { get; set; }

    /// <summary>同比, 环比.</summary>
    public string? Basis { get; set; }

    /// <summary>True once a thing compared with has been passed over: 比H200便宜. <see cref="ComparisonReader"/> names it.</summary>
    public bool IsCompared { get; set; }

    /// <summary>The object put before the verb by 将 or 把.</summary>
    public bool IsDisposal { get; set; }

    /// <summary>True where a cause brings about what happens to another, whom the noun names: 导致白菜价格上涨.</summary>
    public bool IsBroughtAbout { get; set; }

    /// <summary>The preposition directly before the quantity: 以13.9%位列第五.</summary>
    public int Preposition { get; set; } = -1;

    /// <summary>A prepositional phrase passed on the way: 在中国高端芯片市场.</summary>
    public Phrase Place { get; set; }

    /// <summary>True for 分别, 各.</summary>
    public bool IsRespective { get; set; }

    /// <summary>True when the quantity follows 、 or 和: it continues a list.</summary>
    public bool IsListed { get; set; }

    /// <summary>True when the quantity opens a bracket.</summary>
    public bool IsBracketed { get; set; }

    /// <summary>The quantity token directly before, in the same clause.</summary>
    public int Previous { get; set; } = -1;

    /// <summary>The token at which the reading stopped; what lies left of it is the subject's ground.</summary>
    public int Stop { get; set; }
}
