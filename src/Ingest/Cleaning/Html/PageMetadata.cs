namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>What a page says about itself in its head and in JSON-LD; none of it is believed without a check.</summary>
internal sealed class PageMetadata
{
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The title element.</summary>
    public string? DocumentTitle { get; private set; }

    /// <summary>The canonical link, else og:url.</summary>
    public string? CanonicalUrl { get; private set; }

    /// <summary>Fields of a NewsArticle in JSON-LD.</summary>
    public LinkedArticle? Linked { get; private set; }

    /// <summary>The first filled value among meta elements by name, property or itemprop.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_meta.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Reads them.</summary>
    public static PageMetadata Of(PageTree tree)
    {
        var metadata = new PageMetadata();
        foreach (var node in tree.ByTag("meta"))
        {
            metadata.AddMeta(tree, node);
        }

        foreach (var node in tree.ByTag("title"))
        {
            metadata.DocumentTitle ??= node + 1 < tree.End(node) ? InlineText.Normalize(tree.Text(node + 1)) : null;
        }

        foreach (var node in tree.ByTag("link"))
        {
            if (metadata.CanonicalUrl is null && string.Equals(tree.Element(node)!.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))
            {
                metadata.CanonicalUrl = Address(tree.Element(node)!.GetAttribute("href"));
            }
        }

        foreach (var node in tree.ByTag("script"))
        {
            if (metadata.Linked is null && node + 1 < tree.End(node) && string.Equals(tree.Element(node)!.GetAttribute("type"), "application/ld+json", StringComparison.OrdinalIgnoreCase))
            {
                metadata.Linked = LinkedArticle.Find(tree.Text(node + 1)!);
            }
        }

        metadata.CanonicalUrl ??= Address(metadata.First("og:url"));
        return metadata;
    }

    private void AddMeta(PageTree tree, int node)
    {
        var element = tree.Element(node)!;
        var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
        if (!string.IsNullOrEmpty(name) && element.GetAttribute("content") is { } content && InlineText.Normalize(content) is { Length: > 0 } value)
        {
            _meta.TryAdd(name.Trim(), value);
        }
    }

    private static string? Address(string? address)
    {
        address = address?.Trim();
        address = address is not null && address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath.Length > 1 ? uri.AbsoluteUri : null;
    }
}
