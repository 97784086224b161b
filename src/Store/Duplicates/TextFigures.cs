using Pipeline.Extract.Text;

namespace Pipeline.Store.Duplicates;

/// <summary>The figures of a text: reports from one template differ in nothing else.</summary>
internal static class TextFigures
{
    /// <summary>Near copies share this part of the figures of the one that has fewer; reports from one template share only years and days.</summary>
    public const double MinShared = 0.9;

    /// <summary>The numbers in digits, as written but folded, without the commas of thousands: 128.6, 12000, 2025.</summary>
    public static HashSet<string> Of(string text)
    {
        var folded = TextFold.Fold(text);
        var figures = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsAsciiDigit(folded[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < folded.Length && (char.IsAsciiDigit(folded[end]) || (folded[end] is '.' or ',' && end + 1 < folded.Length && char.IsAsciiDigit(folded[end + 1]))))
            {
                end++;
            }

            figures.Add(folded[i..end].Replace(",", "", StringComparison.Ordinal));
            i = end;
        }

        return figures;
    }

    /// <summary>The part of the smaller set that the other has too, 0 to 1; 1 when a text has no figures: a cut copy has fewer, never others.</summary>
    public static double Shared(HashSet<string> a, HashSet<string> b)
    {
        var (fewer, more) = a.Count < b.Count ? (a, b) : (b, a);
        return fewer.Count == 0 ? 1 : (double)fewer.Count(more.Contains) / fewer.Count;
    }
}
