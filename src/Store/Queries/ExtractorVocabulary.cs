using System.Collections.Frozen;
using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Store.Queries;

/// <summary>The extractor's own words for searching, so that a search understands what the extractor wrote.</summary>
public static class ExtractorVocabulary
{
    /// <summary>Makes the vocabulary; the names are gathered at the first use.</summary>
    public static SearchVocabulary Of(ISegmenter segmenter, ContextLexicon lexicon, QuantityScanner scanner)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(scanner);
        var names = new Lazy<FrozenDictionary<string, string[]>>(() => NamesOf(lexicon));
        return new SearchVocabulary
        {
            Segmenter = segmenter,
            Aliases = name => names.Value.GetValueOrDefault(SearchTokens.Squeeze(name), []),
            MetricId = word => lexicon.TryGet(word, out var sense) ? sense.Metric?.Id : null,
            ReadQuantity = text => Read(scanner, text),
        };
    }

    private static FrozenDictionary<string, string[]> NamesOf(ContextLexicon lexicon) => lexicon.Words
        .Select(word => (Word: word, Id: lexicon.TryGet(word, out var sense) ? sense.Entity?.Id : null))
        .Where(name => name.Id is not null)
        .GroupBy(name => name.Id!, name => name.Word, StringComparer.Ordinal)
        .Select(entity => (string[])[.. entity.Append(TextFold.Fold(entity.Key)).DistinctBy(SearchTokens.Squeeze).Order(StringComparer.Ordinal)])
        .SelectMany(names => names, (names, name) => (Key: SearchTokens.Squeeze(name), Names: names))
        .DistinctBy(name => name.Key)
        .ToFrozenDictionary(name => name.Key, name => name.Names, StringComparer.Ordinal);

    /// <summary>The quantity that is all of the text; a number in the midst of words is none.</summary>
    private static StatedQuantity? Read(QuantityScanner scanner, string text)
    {
        var trimmed = text.Trim();
        var quantities = new List<Quantity>();
        scanner.Scan(QuantityScanContext.Of(trimmed), new TextSpan(0, trimmed.Length), quantities, []);
        return quantities is [var only] && only.Span == new TextSpan(0, trimmed.Length) ? new StatedQuantity(only.Low, only.High, only.Unit) : null;
    }
}
