using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Storage;

/// <summary>The words that searches are read by: those of the extractor.</summary>
internal static class SearchWords
{
    private static readonly SearchVocabulary BuiltIn = Of(LexiconSet.BuiltIn);

    /// <summary>The vocabulary of the extractor that <paramref name="settings"/> ask for, the user's lexicons merged over the built-in ones.</summary>
    /// <exception cref="UsageException">A table cannot be read; the message names file and line.</exception>
    public static SearchVocabulary For(ExtractSettings settings) => settings.Lexicons.Count == 0 ? BuiltIn : Of(ExtractorOpening.Lexicons(settings));

    private static SearchVocabulary Of(LexiconSet lexicons) => ExtractorVocabulary.Of(JiebaSegmenter.Default, lexicons.Context, new QuantityScanner(lexicons.Quantities));
}
