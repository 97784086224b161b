namespace Pipeline.Ingest.Fetching;

/// <summary>What a fetch is for: it decides which media types are taken.</summary>
public enum FetchPurpose
{
    /// <summary>A page to read: HTML or plain text.</summary>
    Article,

    /// <summary>A feed, a sitemap or a list page: XML, HTML, or either compressed.</summary>
    Feed,

    /// <summary>A robots.txt: any type, cut at <see cref="Robots.RobotsRules.MaxBytes"/>.</summary>
    Robots,
}
