using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Conflicts;

/// <summary>What must agree before two values of one subject and metric can contradict each other.</summary>
internal readonly record struct ClaimFrame(ClaimKind Kind, string Unit, string Per, string Basis, string Whole, string Period, bool IsForecast)
{
    /// <summary>A stated time up to this long is compared by its month, as a claim without one is by the month of its publication.</summary>
    private const int MomentDays = 31;

    public static ClaimFrame Of(StoredClaim stored)
    {
        var claim = stored.Claim;
        return new ClaimFrame(
            claim.Kind, claim.Unit, SearchTokens.Squeeze(claim.Per ?? ""), SearchTokens.Squeeze(claim.Basis ?? ""), SearchTokens.Squeeze(claim.Whole ?? ""), PeriodOf(stored), claim.Modality == Modality.Forecast);
    }

    /// <summary>Why values in this frame and another cannot contradict each other; null when they can.</summary>
    public ConflictReason? DifferenceFrom(ClaimFrame other) =>
        Unit != other.Unit || Per != other.Per ? ConflictReason.Unit
        : IsForecast != other.IsForecast ? ConflictReason.Modality
        : Basis != other.Basis ? ConflictReason.Basis
        : Whole != other.Whole ? ConflictReason.Scope
        : Period != other.Period ? ConflictReason.Period
        : null;

    private static string PeriodOf(StoredClaim stored)
    {
        if (Queries.Period.TryParse(stored.Claim.Time, out var period))
        {
            return period.Last.DayNumber - period.First.DayNumber < MomentDays
                ? period.First.ToString("yyyy-MM", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{period.First:yyyy-MM-dd}/{period.Last:yyyy-MM-dd}");
        }

        return stored.PublishedAt?.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "";
    }
}
