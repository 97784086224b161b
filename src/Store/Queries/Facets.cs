using System.Globalization;
using System.Text;
using Pipeline.Extract.Model;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Queries;

/// <summary>A claim's fields as words of the index, so that filters and searched words are one intersection of word lists.</summary>
internal static class Facets
{
    /// <summary>The word of claims that a silent edit changed or removed.</summary>
    public const string Edited = "e";

    public static string Kind(ClaimKind kind) => "k" + ContractNames.Of(kind);

    public static string Modality(Modality modality) => "d" + ContractNames.Of(modality);

    public static string Verdict(Verdict verdict) => "f" + ContractNames.Of(verdict);

    public static string State(ReviewState state) => "g" + ContractNames.Of(state);

    public static string Metric(string metricId) => "m" + Hex(metricId);

    public static string Unit(string unit) => "u" + Hex(unit);

    public static string Outlet(long key) => string.Create(CultureInfo.InvariantCulture, $"o{key}");

    public static string Article(long key) => string.Create(CultureInfo.InvariantCulture, $"a{key}");

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"y{year}");

    /// <summary>Appends the years that a period touches, the first twenty of them.</summary>
    public static void AppendYears(Period period, List<string> words)
    {
        for (var year = period.First.Year; year <= Math.Min(period.Last.Year, period.First.Year + 20); year++)
        {
            words.Add(Year(year));
        }
    }

    /// <summary>Text as letters and digits alone, so that the index keeps it as one word.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
