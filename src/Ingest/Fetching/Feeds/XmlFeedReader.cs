using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>RSS (0.9x, 1.0, 2.0), Atom (RFC 4287), sitemaps and their indexes (sitemaps.org, with the news extension), told apart by their elements.</summary>
internal static class XmlFeedReader
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        // RSS 0.91 has a document type. None is read, so no entity can grow and nothing outside be reached.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        // Stray control characters are common in feeds and harm nothing here.
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="FeedFormatException">The root is no feed's, or the document broke off before its first entry.</exception>
    public static FeedContent Read(string text, Uri url)
    {
        var (articles, sitemaps) = (new List<FeedEntry>(), new List<FeedEntry>());
        string? problem = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), s_settings);
            reader.MoveToContent();
            if (reader.LocalName is not ("rss" or "RDF" or "feed" or "urlset" or "sitemapindex"))
            {
                throw new FeedFormatException($"{url} is no feed: its root is <{reader.Name}>, not <rss>, <rdf:RDF>, <feed>, <urlset> or <sitemapindex>");
            }

            while (!reader.EOF && articles.Count + sitemaps.Count < FeedReader.MaxEntries)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "item" or "entry" or "url" or "sitemap" && reader.Depth <= 2)
                {
                    var isSitemap = reader.LocalName == "sitemap";
                    // Reading a node moves past it, to the next.
                    if (XNode.ReadFrom(reader) is XElement element && Entry(element, url) is { } entry)
                    {
                        (isSitemap ? sitemaps : articles).Add(entry);
                    }
                }
                else
                {
                    reader.Read();
                }
            }
        }
        catch (XmlException e)
        {
            problem = $"the feed breaks off at line {e.LineNumber}: {e.Message}";
            if (articles.Count + sitemaps.Count == 0)
            {
                throw new FeedFormatException($"{url} is not well-formed XML: {e.Message}", e);
            }
        }

        return new FeedContent(articles, sitemaps, problem);
    }

    private static FeedEntry? Entry(XElement element, Uri url)
    {
        var address = Links(element).Select(link => DocumentAddress.TryCreate(link, Against(element, url), out var read) ? read : null).FirstOrDefault(read => read is not null);
        return address is null ? null : new FeedEntry(address, PublishedAt(element));
    }

    /// <summary>Where an entry says it stands, the best statement first.</summary>
    private static IEnumerable<string> Links(XElement element)
    {
        var links = Children(element, "link").ToList();
        // Atom: the alternate representation; a missing rel means the same (RFC 4287, 4.2.7.2).
        foreach (var link in links.Where(link => link.Attribute("href") is not null && ((string?)link.Attribute("rel") ?? "alternate") == "alternate"))
        {
            yield return link.Attribute("href")!.Value;
        }

        foreach (var link in links.Where(link => link.Attribute("href") is null).Concat(Children(element, "loc")))
        {
            yield return link.Value;
        }

        // RSS: a guid is an address unless it says otherwise.
        foreach (var guid in Children(element, "guid").Where(guid => (string?)guid.Attribute("isPermaLink") != "false"))
        {
            yield return guid.Value;
        }

        if (element.Attributes().FirstOrDefault(a => a.Name.LocalName == "about") is { } about)
        {
            yield return about.Value;
        }
    }

    private static DateTimeOffset? PublishedAt(XElement element)
    {
        foreach (var name in (string[])["pubDate", "published", "publication_date", "date", "lastmod", "updated"])
        {
            foreach (var stated in name == "publication_date" ? element.Descendants().Where(e => e.Name.LocalName == name) : Children(element, name))
            {
                if (TryReadTime(stated.Value, out var time))
                {
                    return time;
                }
            }
        }

        return null;
    }

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        if (PublicationTime.TryParse(text, out var published))
        {
            time = published.Moment ?? new DateTimeOffset(published.Date, TimeOnly.MinValue, PublicationTime.ChinaOffset);
            return true;
        }

        // RFC 822, as RSS asks for.
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out time);
    }

    private static Uri Against(XElement element, Uri url) =>
        (string?)element.Attribute(XNamespace.Xml + "base") is { } stated && Uri.TryCreate(url, stated, out var against) ? against : url;

    private static IEnumerable<XElement> Children(XElement element, string localName) => element.Elements().Where(child => child.Name.LocalName == localName);
}
