namespace Pipeline.Store.Articles;

/// <summary>How a newer version of an article treats a claim.</summary>
public enum ClaimChangeKind
{
    /// <summary>Stated again, word for word or with the same value.</summary>
    Kept,

    /// <summary>Stated again with another value: a silent edit of a number.</summary>
    Changed,

    /// <summary>No longer stated.</summary>
    Removed,

    /// <summary>Not stated before.</summary>
    Added,
}
