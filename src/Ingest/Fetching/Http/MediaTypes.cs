namespace Pipeline.Ingest.Fetching.Http;

/// <summary>Which media types each purpose takes.</summary>
internal static class MediaTypes
{
    private static readonly string[] s_pages = ["text/html", "application/xhtml+xml", "text/plain"];

    /// <summary>Feeds are served under many types; what is no feed fails in its reader.</summary>
    private static readonly string[] s_feeds =
    [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml", "application/xhtml+xml",
        "text/html", "text/plain", "application/json", "text/javascript", "application/javascript", "application/x-javascript", "application/gzip", "application/x-gzip", "application/octet-stream", "binary/octet-stream",
    ];

    /// <summary>The Accept field.</summary>
    public static string Accept(FetchPurpose purpose) => purpose switch
    {
        FetchPurpose.Article => "text/html,application/xhtml+xml,text/plain;q=0.5",
        FetchPurpose.Feed => "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.7,*/*;q=0.1",
        _ => "text/plain,*/*;q=0.1",
    };

    /// <summary>Says whether an answer of this Content-Type is read. One without a type is: its bytes tell.</summary>
    public static bool IsTaken(string? contentType, FetchPurpose purpose)
    {
        if (purpose == FetchPurpose.Robots || string.IsNullOrWhiteSpace(contentType))
        {
            return true;
        }

        var semicolon = contentType.IndexOf(';', StringComparison.Ordinal);
        var type = (semicolon < 0 ? contentType : contentType[..semicolon]).Trim();
        return (purpose == FetchPurpose.Article ? s_pages : s_feeds).Contains(type, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>For messages.</summary>
    public static string Expected(FetchPurpose purpose) => purpose == FetchPurpose.Article ? "page of text" : "feed, sitemap or list page";
}
