namespace Pipeline.Store.Queries;

/// <summary>Whether a claim still stands in its article.</summary>
public enum ClaimStanding
{
    /// <summary>It does.</summary>
    Current,

    /// <summary>Its article has a newer version at the same address.</summary>
    Superseded,

    /// <summary>The extractor no longer reads it from the same text.</summary>
    Withdrawn,
}
