using Pipeline.Store.Reviews;

namespace Pipeline.Store.Archives;

/// <summary>A step of a review history.</summary>
public sealed record ArchivedReview : ArchiveRecord
{
    /// <summary>Its place among all reviews of the store, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The step.</summary>
    public required Review Review { get; init; }

    /// <summary>Names what was stated when it was written: the step covers every claim that states the same.</summary>
    public required long Statement { get; init; }
}
