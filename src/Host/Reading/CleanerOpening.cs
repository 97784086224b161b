using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Publishers;

namespace Pipeline.Host.Reading;

/// <summary>Makes the cleaner that the configuration asks for: the built-in sites and the user's own.</summary>
internal static class CleanerOpening
{
    /// <summary>Reads the folders of <c>Clean:Publishers</c>, each with a <c>SITE.json</c> a site (docs/adding-a-publisher.md).</summary>
    /// <exception cref="UsageException">A file cannot be read or is not of the form; the message names it and what is wrong.</exception>
    public static DocumentCleaner Open(CleanSettings settings)
    {
        if (settings.Publishers.Count == 0)
        {
            return new DocumentCleaner();
        }

        try
        {
            return new DocumentCleaner(PublisherCatalog.WithFolders([.. settings.Publishers]));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"publishers: {e.Message}");
        }
    }
}
