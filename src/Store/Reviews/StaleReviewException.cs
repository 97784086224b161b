namespace Pipeline.Store.Reviews;

/// <summary>Somebody else added a step since the reviewer looked; nothing was added.</summary>
public sealed class StaleReviewException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="expected">The version that the reviewer saw.</param>
    /// <param name="current">The history as it is now.</param>
    public StaleReviewException(string claimId, int expected, ReviewHistory current)
        : base($"claim {claimId} has been reviewed since you looked: its history is at version {current?.Version}, yours was {expected}; read it again, then decide") =>
        (ClaimId, Expected, Current) = (claimId, expected, current!);

    /// <summary>The claim.</summary>
    public string ClaimId { get; }

    /// <summary>The version that the reviewer saw.</summary>
    public int Expected { get; }

    /// <summary>The history as it is now.</summary>
    public ReviewHistory Current { get; }
}
