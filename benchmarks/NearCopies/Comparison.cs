using Pipeline.Store.Duplicates;

namespace Pipeline.Benchmarks.NearCopies;

/// <summary>What two texts have in common.</summary>
internal sealed record Comparison(int Bits, double Shared, double Figures, bool SharesBand)
{
    public static Comparison Of(TextPrint a, TextPrint b) => new(
        SimHash.Distance(a.Fingerprint, b.Fingerprint),
        TextFeatures.Resemblance(a.Features, b.Features),
        TextFigures.Shared(a.Figures, b.Figures),
        Enumerable.Range(0, SimHash.Bands).Any(band => SimHash.Band(a.Fingerprint, band) == SimHash.Band(b.Fingerprint, band)));
}
