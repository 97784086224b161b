using Pipeline.Extract.Model;

namespace Pipeline.Store.Timelines;

/// <summary>Values that can be compared with each other.</summary>
/// <param name="Kind">Kind of the claims.</param>
/// <param name="Unit">Their canonical unit.</param>
/// <param name="Per">Their denominator, folded.</param>
/// <param name="Basis">What changes are relative to, folded.</param>
/// <param name="Whole">Of what, folded.</param>
/// <param name="Points">The values, by time.</param>
public sealed record TimelineSeries(ClaimKind Kind, string Unit, string? Per, string? Basis, string? Whole, IReadOnlyList<TimelinePoint> Points);
