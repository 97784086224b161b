using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Store.Duplicates;

/// <summary>What near copies are recognised by: pairs of neighbouring words, punctuation and spaces left out.</summary>
internal static class TextFeatures
{
    /// <summary>Two texts are near copies when they share this part of their word pairs (Jaccard), and the figures of <see cref="TextFigures"/>.</summary>
    /// <remarks>Measured with benchmarks/NearCopies on 125 articles, their reprints and all pairs of them (docs/storage.md): no two others share 0.6.</remarks>
    public const double MinResemblance = 0.6;

    /// <summary>Texts with fewer word pairs are never near copies: a template's few words say too little.</summary>
    public const int MinFeatures = 30;

    /// <summary>The distinct features of a text.</summary>
    /// <param name="text">As written, either script.</param>
    /// <param name="segmenter">Cuts words; null: characters are words.</param>
    public static HashSet<ulong> Of(string text, ISegmenter? segmenter)
    {
        var folded = TextFold.Fold(text);
        var features = new HashSet<ulong>();
        ulong? before = null;
        if (segmenter is null)
        {
            for (var i = 0; i < folded.Length; i++)
            {
                Add(folded.AsSpan(i, 1), ref before, features);
            }

            return features;
        }

        var words = new List<Word>();
        segmenter.Segment(folded, words);
        foreach (var word in words)
        {
            Add(word.Span.Of(folded), ref before, features);
        }

        return features;
    }

    /// <summary>The part of all features that both have, 0 to 1.</summary>
    public static double Resemblance(HashSet<ulong> a, HashSet<ulong> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var shared = a.Count < b.Count ? a.Count(b.Contains) : b.Count(a.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static void Add(ReadOnlySpan<char> word, ref ulong? before, HashSet<ulong> features)
    {
        if (!char.IsLetterOrDigit(word[0]) && !char.IsSurrogate(word[0]))
        {
            return;
        }

        var hash = SimHash.Hash(word);
        if (before is { } previous)
        {
            features.Add((previous * 31) ^ hash);
        }

        before = hash;
    }
}
