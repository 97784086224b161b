namespace Pipeline.Store.Reviews;

/// <summary>Where the checking of a claim stands.</summary>
public enum ReviewState
{
    /// <summary>Somebody should look at it.</summary>
    Open,

    /// <summary>Somebody does.</summary>
    Assigned,

    /// <summary>A finding is there and wants a second pair of eyes.</summary>
    SecondReview,

    /// <summary>Done.</summary>
    Closed,
}
