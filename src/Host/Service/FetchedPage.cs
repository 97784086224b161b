using Pipeline.Ingest.Fetching;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>A page on its way from the fetcher to the cleaner.</summary>
/// <param name="Page">As the frontier gave it.</param>
/// <param name="Result">What the fetch brought: a body.</param>
/// <param name="Started">When its fetch began, as the clock's timestamp.</param>
internal sealed record FetchedPage(DuePage Page, FetchResult Result, long Started);
