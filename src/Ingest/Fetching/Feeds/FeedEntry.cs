using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>One article, or one further sitemap, that a feed names.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="PublishedAt">When the feed says it was published or changed; null when it does not say.</param>
public sealed record FeedEntry(DocumentAddress Address, DateTimeOffset? PublishedAt);
