namespace Pipeline.Extract.Context;

/// <summary>Where a slot of a claim was found, nearest first; what the confidence is computed from.</summary>
internal enum SlotSource
{
    /// <summary>Not found.</summary>
    Open,

    /// <summary>In the quantity's own clause, by the rule's own pattern.</summary>
    Pattern,

    /// <summary>The topic of the quantity's clause.</summary>
    Clause,

    /// <summary>Carried over from an earlier clause of the sentence.</summary>
    Sentence,

    /// <summary>A pronoun resolved, or carried over from an earlier sentence.</summary>
    Discourse,
}
