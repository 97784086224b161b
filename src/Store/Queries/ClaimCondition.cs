namespace Pipeline.Store.Queries;

/// <summary>One thing that a query asks of a claim.</summary>
internal sealed record ClaimCondition
{
    /// <summary>What the word index is asked, for a tier: one of the matches holds. Null when it has no words for it.</summary>
    public Func<int, IReadOnlyList<WordMatch>>? Words { get; init; }

    /// <summary>Whether a claim fulfils it; null when the index says all, or the engine compares it itself.</summary>
    public Predicate<StoredClaim>? Check { get; init; }

    /// <summary>True when the index finds claims that do not fulfil it.</summary>
    public bool NeedsCheck { get; init; }

    /// <summary>True when it can be told of a claim without the index, by <see cref="Check"/> or by a field of its own (kind, unit, finding).</summary>
    public bool IsCheckable { get; init; }

    /// <summary>True when the index gathers the lists of many words for it (one character stands for every pair that it begins): the last to be asked.</summary>
    public bool IsCostly { get; init; }
}
