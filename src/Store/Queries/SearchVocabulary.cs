using Pipeline.Extract.Segmentation;

namespace Pipeline.Store.Queries;

/// <summary>The words that searches are read by. What is left out, a search does without.</summary>
public sealed record SearchVocabulary
{
    /// <summary>No words: names mean themselves, and numbers are read as digits alone.</summary>
    public static SearchVocabulary None { get; } = new();

    /// <summary>Cuts the words of a search, and those that near copies are recognised by.</summary>
    public ISegmenter? Segmenter { get; init; }

    /// <summary>All names of what a folded name means: 辉达 → 英伟达, 辉达, NVIDIA. Empty when it is not known.</summary>
    public Func<string, IReadOnlyList<string>> Aliases { get; init; } = static _ => [];

    /// <summary>The canonical id of a folded metric: 市占率 → market_share.</summary>
    public Func<string, string?> MetricId { get; init; } = static _ => null;

    /// <summary>Reads a whole text as one quantity: 3万亿美元 → 3 × 10^12 USD. Null when it is none.</summary>
    public Func<string, StatedQuantity?> ReadQuantity { get; init; } = static _ => null;
}
