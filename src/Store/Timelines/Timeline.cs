using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Timelines;

/// <summary>The values of a subject and metric over time: one series for each kind, unit, denominator, basis and whole, since only those compare.</summary>
public static class Timeline
{
    /// <summary>Series shorter than this have no outliers: there is no usual value to lie far from.</summary>
    private const int MinForOutliers = 5;

    /// <summary>How many median deviations from the median an outlier lies; 1.4826 of them are a standard deviation of normal values, so this is near five of those.</summary>
    private const double OutlierDeviations = 7;

    /// <summary>The series of the claims, the longest first; copies, hypothetical and denied claims are left out.</summary>
    public static IReadOnlyList<TimelineSeries> Of(IEnumerable<StoredClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return [.. claims
            .Where(claim => claim.CopyOf is null && claim.Claim.Modality is Extract.Model.Modality.Asserted or Extract.Model.Modality.Forecast && When(claim) is not null)
            .GroupBy(claim => ClaimFrame.Of(claim) with { Period = "", IsForecast = false })
            .Select(series => new TimelineSeries(series.Key.Kind, series.Key.Unit, Shown(series.Key.Per), Shown(series.Key.Basis), Shown(series.Key.Whole), Points([.. series])))
            .OrderByDescending(series => series.Points.Count).ThenBy(series => series.Unit, StringComparer.Ordinal).ThenBy(series => series.Whole, StringComparer.Ordinal)];
    }

    private static List<TimelinePoint> Points(List<StoredClaim> claims)
    {
        // The same value for the same time is one point with several sources.
        var points = claims.GroupBy(claim => (When(claim)!.Value, claim.Claim.Low, claim.Claim.High, claim.Claim.Bound, claim.Claim.Direction, claim.Claim.Modality))
            .Select(point => new TimelinePoint(point.Key.Value, point.Key.Low, point.Key.High, [.. point.OrderBy(claim => claim.Claim.Id, StringComparer.Ordinal)], IsOutlier: false))
            .OrderBy(point => point.Period.First).ThenBy(point => point.Period.Last).ThenBy(point => point.Low).ToList();
        if (points.Count < MinForOutliers)
        {
            return points;
        }

        // Positive values are compared by their logarithms: amounts grow by factors.
        var logarithmic = points.TrueForAll(point => point.Low > 0);
        var values = points.ConvertAll(point => logarithmic ? Math.Log((double)(point.Low + point.High) / 2) : (double)(point.Low + point.High) / 2);
        var median = Median(values);
        var deviation = Median(values.ConvertAll(value => Math.Abs(value - median)));

        // Values that hardly move would make every step an outlier: a twentieth of the value is no news.
        var floor = logarithmic ? Math.Log(1.05) : Math.Abs(median) * 0.05;
        return [.. points.Select((point, i) => point with { IsOutlier = Math.Abs(values[i] - median) > OutlierDeviations * Math.Max(deviation, floor) })];
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Period? When(StoredClaim claim) => Period.TryParse(claim.Claim.Time, out var period) ? period
        : claim.PublishedAt is { } published ? new Period(published.Date, published.Date)
        : null;

    private static string? Shown(string text) => text.Length == 0 ? null : text;
}
