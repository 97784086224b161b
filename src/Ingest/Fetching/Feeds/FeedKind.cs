namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>How a feed names its articles: <c>Kind</c> of the contract, section 6.</summary>
public enum FeedKind
{
    /// <summary>RSS 0.9x, 1.0 or 2.0, or Atom.</summary>
    Rss,

    /// <summary>A sitemap, a news sitemap, an index of sitemaps, or a text file of addresses; compressed or not.</summary>
    Sitemap,

    /// <summary>A page whose links are articles, or a script of links as NetEase's channels load them.</summary>
    List,
}
