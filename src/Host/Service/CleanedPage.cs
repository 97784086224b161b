using Pipeline.Extract.Model;
using Pipeline.Ingest.Sources;

namespace Pipeline.Host.Service;

/// <summary>A page on its way from the cleaner to the extractor.</summary>
/// <param name="Fetched">As it came.</param>
/// <param name="Document">The bytes, kept as evidence.</param>
/// <param name="Article">The article found on it.</param>
internal sealed record CleanedPage(FetchedPage Fetched, RawDocument Document, Article Article);
