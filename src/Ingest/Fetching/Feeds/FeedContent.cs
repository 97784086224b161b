namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>What a feed names, each document once, in the feed's order.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Sitemaps">Further sitemaps of an index.</param>
/// <param name="Problem">What kept the rest from being read, when the feed broke off behind its last entry; null when it was read whole.</param>
public sealed record FeedContent(IReadOnlyList<FeedEntry> Articles, IReadOnlyList<FeedEntry> Sitemaps, string? Problem);
