using Pipeline.Store.Queries;

namespace Pipeline.Store.Timelines;

/// <summary>A value at a time, with the claims that state it.</summary>
/// <param name="Period">When it holds; the day of publication where the claim does not say.</param>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The value, or the upper end.</param>
/// <param name="Claims">Who says so.</param>
/// <param name="IsOutlier">True when it lies far from the rest of its series.</param>
public sealed record TimelinePoint(Period Period, decimal Low, decimal High, IReadOnlyList<StoredClaim> Claims, bool IsOutlier);
