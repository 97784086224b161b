using Pipeline.Extract.Segmentation;

namespace Pipeline.Store.Duplicates;

/// <summary>What a text is compared with others by, to tell near copies (docs/storage.md).</summary>
internal sealed class TextPrint
{
    /// <summary>Texts that are compared with a new one, the nearest by fingerprint first; beyond that many, it is a form letter.</summary>
    public const int MaxCandidates = 20;

    private readonly ISegmenter? segmenter;

    private TextPrint(string text, ISegmenter? segmenter)
    {
        this.segmenter = segmenter;
        Features = TextFeatures.Of(text, segmenter);
        Fingerprint = SimHash.Of(Features);
        Figures = TextFigures.Of(text);
    }

    /// <summary>Pairs of neighbouring words (<see cref="TextFeatures"/>).</summary>
    public HashSet<ulong> Features { get; }

    /// <summary>The <see cref="SimHash"/> of the features: near copies are looked for by it.</summary>
    public long Fingerprint { get; }

    /// <summary>The numbers in digits (<see cref="TextFigures"/>).</summary>
    public HashSet<string> Figures { get; }

    /// <summary>False for a text too short to be a near copy of anything.</summary>
    public bool IsComparable => Features.Count >= TextFeatures.MinFeatures;

    /// <summary>The print of a text.</summary>
    /// <param name="text">As written, either script.</param>
    /// <param name="segmenter">Cuts words; null: characters are words.</param>
    public static TextPrint Of(string text, ISegmenter? segmenter) => new(text, segmenter);

    /// <summary>Whether <paramref name="other"/> says the same in the same words. The figures are compared first: they settle most cases, and no words need be cut for them.</summary>
    public bool IsNearCopyOf(string other) =>
        TextFigures.Shared(Figures, TextFigures.Of(other)) >= TextFigures.MinShared
        && TextFeatures.Resemblance(Features, TextFeatures.Of(other, segmenter)) >= TextFeatures.MinResemblance;
}
