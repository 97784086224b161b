using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>Reads what a feed names.</summary>
public static class FeedReader
{
    /// <summary>Most entries of one document: the limit of the sitemap protocol.</summary>
    public const int MaxEntries = 50_000;

    /// <summary>Reads one document of a feed.</summary>
    /// <param name="kind">What it should be. Any XML feed is read under <see cref="FeedKind.Rss"/> and <see cref="FeedKind.Sitemap"/> alike.</param>
    /// <param name="bytes">Its bytes; gzip is unpacked.</param>
    /// <param name="mediaType">The Content-Type field; a hint only.</param>
    /// <param name="url">Where it was read: relative links are read against it.</param>
    /// <param name="links">Which links of a list page are articles; null for what looks like one.</param>
    /// <param name="maxBytes">Most bytes after unpacking.</param>
    /// <exception cref="FeedFormatException">It is no such feed, or broke off before its first entry.</exception>
    public static FeedContent Read(FeedKind kind, ReadOnlyMemory<byte> bytes, string? mediaType, Uri url, LinkPattern? links, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(url);
        var text = FeedText.Decode(bytes, mediaType, maxBytes).TrimStart();
        var content = kind == FeedKind.List
            ? ListPageReader.Read(text, url, links ?? LinkPattern.LooksLikeArticle)
            : text.StartsWith('<') ? XmlFeedReader.Read(text, url) : AddressList(kind, text, url);
        return content with { Articles = Distinct(content.Articles), Sitemaps = Distinct(content.Sitemaps) };
    }

    /// <summary>A text sitemap: one address a line.</summary>
    private static FeedContent AddressList(FeedKind kind, string text, Uri url)
    {
        var entries = new List<FeedEntry>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Trim().Length > 0 && kind == FeedKind.Sitemap && DocumentAddress.TryCreate(line.ToString(), null, out var address) && entries.Count < MaxEntries)
            {
                entries.Add(new FeedEntry(address, null));
            }
        }

        return entries.Count > 0
            ? new FeedContent(entries, [], null)
            : throw new FeedFormatException($"{url} is neither XML nor a list of addresses, it begins '{text[..Math.Min(text.Length, 40)]}'");
    }

    private static List<FeedEntry> Distinct(IReadOnlyList<FeedEntry> entries) => [.. entries.DistinctBy(entry => entry.Address.Key)];
}
