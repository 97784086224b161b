using Pipeline.Extract.Model;
using Pipeline.Store.Timelines;

namespace Pipeline.Host.Api.Responses;

/// <summary>Values that can be compared with each other, as <c>timeline --format json</c> prints them.</summary>
/// <param name="Kind">Kind of the claims.</param>
/// <param name="Unit">Their canonical unit.</param>
/// <param name="Per">Their denominator, folded.</param>
/// <param name="Basis">What changes are relative to, folded.</param>
/// <param name="Whole">Of what, folded.</param>
/// <param name="Points">The values, by time; of very many, the newest.</param>
/// <param name="PointCount">How many there are.</param>
internal sealed record SeriesAnswer(ClaimKind Kind, string Unit, string? Per, string? Basis, string? Whole, IReadOnlyList<PointAnswer> Points, int PointCount)
{
    /// <summary>Points that a series gives at most: more than a screen has columns for.</summary>
    private const int MaxPoints = 600;

    /// <summary>The series.</summary>
    public static SeriesAnswer Of(TimelineSeries series) => new(
        series.Kind, series.Unit, series.Per, series.Basis, series.Whole, [.. series.Points.TakeLast(MaxPoints).Select(PointAnswer.Of)], series.Points.Count);
}
