using Pipeline.Extract.Segmentation;
using Pipeline.Store.Duplicates;

namespace Pipeline.Benchmarks.NearCopies;

/// <summary>What the store knows of a text.</summary>
internal sealed record Print(HashSet<ulong> Features, long Fingerprint, HashSet<string> Figures)
{
    public static Print Of(string text, ISegmenter segmenter)
    {
        var features = TextFeatures.Of(text, segmenter);
        return new Print(features, SimHash.Of(features), TextFigures.Of(text));
    }
}
