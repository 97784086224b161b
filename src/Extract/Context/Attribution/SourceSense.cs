namespace Pipeline.Extract.Context.Attribution;

/// <summary>What a noun of data/lexicons/source_nouns.tsv says about the speaker it names.</summary>
[Flags]
internal enum SourceSense
{
    /// <summary>Not listed.</summary>
    None = 0,

    /// <summary>董事长, 妻子: a person's name may follow.</summary>
    Title = 1,

    /// <summary>公司, 部: an organisation or a group.</summary>
    Body = 2,

    /// <summary>报告, 判决书: a text that states things.</summary>
    Document = 4,

    /// <summary>全部: an everyday word that only looks like a body.</summary>
    Common = 16,

    /// <summary>数据: a document that nobody is named for.</summary>
    Vague = 8,
}
