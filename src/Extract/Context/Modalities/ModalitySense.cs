namespace Pipeline.Extract.Context.Modalities;

/// <summary>What a word of data/lexicons/modality.tsv says about the values it reaches.</summary>
internal enum ModalitySense
{
    /// <summary>有望, 恐将: what its verb does is still to come.</summary>
    Forecast,

    /// <summary>拟, 打算: so too, and those who mean to do it are there already.</summary>
    Intent,

    /// <summary>预计: so too, and it may govern whole clauses.</summary>
    Outlook,

    /// <summary>估计: a forecast before a time that is not over, else what is there is reckoned.</summary>
    Reckoning,

    /// <summary>可能: a forecast before a verb, else a noun.</summary>
    Possible,

    /// <summary>会: a forecast before a verb, where nothing says that it is a habit.</summary>
    Shall,

    /// <summary>或: a forecast between a subject and its verb, else a choice.</summary>
    Perhaps,

    /// <summary>要: a forecast behind a time to come, else what is needed.</summary>
    Need,

    /// <summary>计划, 希望: noun or verb.</summary>
    Plan,

    /// <summary>目标, 指引: a noun for the value aimed at.</summary>
    Target,

    /// <summary>挑战, 叩关: a forecast right before the value aimed at, else any contest.</summary>
    Aim,

    /// <summary>建成后, 落成后: what can or will be once it is done, where the words behind it say so.</summary>
    Completion,

    /// <summary>将: the future, or the mark of an object put first.</summary>
    Jiang,

    /// <summary>如果.</summary>
    Condition,

    /// <summary>如: a condition where it opens its clause and what would be done follows (如获通过), else an example or a comparison.</summary>
    Supposition,

    /// <summary>即使.</summary>
    Concession,

    /// <summary>并非: denies what follows.</summary>
    Denial,

    /// <summary>没有: denies what was done, where a verb and a value follow.</summary>
    Negation,

    /// <summary>网传: what is denied where a later clause says so.</summary>
    Rumour,

    /// <summary>不属实: denies what stands before.</summary>
    Disproof,

    /// <summary>目前, 已: ends a forecast.</summary>
    Fact,
}
