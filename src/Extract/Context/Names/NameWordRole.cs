namespace Pipeline.Extract.Context.Names;

/// <summary>Where in a company's name a word stands (data/lexicons/name_words.tsv).</summary>
internal enum NameWordRole
{
    /// <summary>The form in law, which ends a full name: 有限公司, 合伙企业.</summary>
    Legal,

    /// <summary>Ends a short name: 集团, 股份, 证券.</summary>
    Ending,

    /// <summary>What the company does; verbs among them: 投资, 管理, 建设.</summary>
    Inner,

    /// <summary>A part that follows a full name: 分行, 营业部.</summary>
    Branch,

    /// <summary>Opens a bracket that gives the name used from there on: 以下简称, 下称.</summary>
    Alias,
}
