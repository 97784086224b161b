using System.Globalization;

namespace Pipeline.Extract.Context.Time;

/// <summary>A stretch of the calendar, both days included, and how finely it was said.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, not before <paramref name="First"/>.</param>
/// <param name="Unit">What it was said in: year, month (halves and quarters too) or day.</param>
public readonly record struct Period(DateOnly First, DateOnly Last, TimeUnit Unit)
{
    /// <summary>ISO 8601: <c>2025</c>, <c>2025-12</c>, <c>2025-12-01</c>, or an interval of two of them: <c>2025-07/2025-09</c>.</summary>
    public string ToIso()
    {
        var format = Unit switch
        {
            TimeUnit.Year => "yyyy",
            TimeUnit.SchoolYear or TimeUnit.Half or TimeUnit.Quarter or TimeUnit.Month => "yyyy-MM",
            _ => "yyyy-MM-dd",
        };
        var first = First.ToString(format, CultureInfo.InvariantCulture);
        var last = Last.ToString(format, CultureInfo.InvariantCulture);
        return first == last ? first : $"{first}/{last}";
    }

    /// <summary>The part numbered <paramref name="part"/>, from 0, of the <paramref name="of"/> parts of equal length in months that it falls into.</summary>
    internal Period Part(int part, int of)
    {
        var months = (((Last.Year - First.Year) * 12) + Last.Month - First.Month + 1) / of;
        var first = First.AddMonths(months * part);
        return this with { First = first, Last = first.AddMonths(months).AddDays(-1) };
    }

    /// <summary>The same stretch <paramref name="years"/> later.</summary>
    internal Period AddYears(int years) =>
        Math.Min(First.Year, Last.Year) + years < 1 || Math.Max(First.Year, Last.Year) + years > 9999 ? this : this with { First = First.AddYears(years), Last = Last.AddYears(years) };
}
