using Pipeline.Extract;
using Pipeline.Extract.Lexicons;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;

namespace Pipeline.Host.Reading;

/// <summary>Makes the extractor that the configuration asks for: the built-in vocabularies with the user's folders merged over them.</summary>
internal static class ExtractorOpening
{
    /// <summary>Reads the folders of <c>Extract:Lexicons</c>, each with tables named as the built-in ones (<see cref="LexiconTables.Names"/>).</summary>
    /// <exception cref="UsageException">A table cannot be read; the message names file and line.</exception>
    public static ClaimExtractor Open(ExtractSettings settings)
    {
        var segmenter = SegmenterOpening.Open(settings);
        return segmenter is null && settings.Lexicons.Count == 0 ? ClaimExtractor.Default : new ClaimExtractor(Lexicons(settings), segmenter);
    }

    /// <summary>The built-in vocabularies with the user's folders merged over them.</summary>
    /// <exception cref="UsageException">A table cannot be read; the message names file and line.</exception>
    public static LexiconSet Lexicons(ExtractSettings settings)
    {
        if (settings.Lexicons.Count == 0)
        {
            return LexiconSet.BuiltIn;
        }

        try
        {
            return LexiconSet.With([.. settings.Lexicons.SelectMany(TablesIn).Select(static file => new LexiconSource(file, File.OpenText(file)))]);
        }
        catch (Exception e) when (e is LexiconException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"lexicons: {e.Message}");
        }
    }

    /// <summary>The tables of a folder in name order; example tables beside them are for tests.</summary>
    public static IEnumerable<string> TablesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.tsv")
            .Where(file => !file.EndsWith(".examples.tsv", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
