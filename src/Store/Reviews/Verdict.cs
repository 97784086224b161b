namespace Pipeline.Store.Reviews;

/// <summary>A fact-checker's finding on a claim.</summary>
public enum Verdict
{
    /// <summary>Correct.</summary>
    True,

    /// <summary>Correct but for a detail that does not mislead.</summary>
    MostlyTrue,

    /// <summary>Partly correct, or correct and misleading.</summary>
    HalfTrue,

    /// <summary>Wrong but for a part of it.</summary>
    MostlyFalse,

    /// <summary>Wrong.</summary>
    False,

    /// <summary>Neither shown nor refuted by what could be found.</summary>
    Unproven,

    /// <summary>The number exists and means something else.</summary>
    OutOfContext,
}
