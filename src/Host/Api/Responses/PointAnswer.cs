using Pipeline.Store.Queries;
using Pipeline.Store.Timelines;

namespace Pipeline.Host.Api.Responses;

/// <summary>A value at a time.</summary>
/// <param name="First">First day of the time.</param>
/// <param name="Last">Last day.</param>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The value, or the upper end.</param>
/// <param name="Outlier">True when it lies far from the rest of its series.</param>
/// <param name="Claims">Who says so; of very many, some.</param>
/// <param name="ClaimCount">How many there are.</param>
internal sealed record PointAnswer(DateOnly First, DateOnly Last, decimal Low, decimal High, bool Outlier, IReadOnlyList<StoredClaim> Claims, int ClaimCount)
{
    /// <summary>Claims that a point gives at most.</summary>
    private const int MaxClaims = 10;

    /// <summary>The point.</summary>
    public static PointAnswer Of(TimelinePoint point) =>
        new(point.Period.First, point.Period.Last, point.Low, point.High, point.IsOutlier, [.. point.Claims.Take(MaxClaims)], point.Claims.Count);
}
