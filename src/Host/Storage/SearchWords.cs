using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Storage;

/// <summary>The words that searches are read by: those of the extractor.</summary>
internal static class SearchWords
{
    /// <summary>The built-in vocabulary.</summary>
    public static SearchVocabulary Default { get; } = ExtractorVocabulary.Of(JiebaSegmenter.Default, ContextLexicon.Default, new QuantityScanner());
}
