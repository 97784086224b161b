using Pipeline.Extract.Segmentation;
using Pipeline.Host.Configuration;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Storage;

/// <summary>The words that searches are read by: those of the extractor, so that a search understands what the extractor wrote.</summary>
internal static class SearchWords
{
    /// <summary>The vocabulary of a configuration.</summary>
    public static SearchVocabulary Of(ExtractSettings settings) => new() { Segmenter = JiebaSegmenter.Default };
}
