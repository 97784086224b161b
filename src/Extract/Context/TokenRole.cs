namespace Pipeline.Extract.Context;

/// <summary>What a stretch of a sentence does in its clause.</summary>
internal enum TokenRole : byte
{
    /// <summary>Names something.</summary>
    Noun,

    /// <summary>其, 它, 我们.</summary>
    Pronoun,

    /// <summary>该, 这款, 各.</summary>
    Determiner,

    /// <summary>A number that is no claim and stands before a noun: 三大, 前十.</summary>
    Number,

    /// <summary>Says what sort: 新, 最大.</summary>
    Adjective,

    /// <summary>Says what happens.</summary>
    Verb,

    /// <summary>Modifies what follows and can be skipped over.</summary>
    Adverb,

    /// <summary>Opens a prepositional phrase.</summary>
    Preposition,

    /// <summary>Opens a clause.</summary>
    Conjunction,

    /// <summary>的, 之.</summary>
    Of,

    /// <summary>了, 着, 过.</summary>
    Particle,

    /// <summary>、 和 与 及.</summary>
    Listing,

    /// <summary>中, 上, 后, 方面.</summary>
    Localizer,

    /// <summary>Says when.</summary>
    Time,

    /// <summary>A quantity, or the earlier value of one.</summary>
    Quantity,

    /// <summary>Ends a clause.</summary>
    Clause,

    /// <summary>(.</summary>
    Open,

    /// <summary>).</summary>
    Close,

    /// <summary>White space, quotation marks, and brackets without a quantity: not there.</summary>
    Skipped,

    /// <summary>Anything else.</summary>
    Other,
}
