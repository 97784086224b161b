using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Ingest.Publishers;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Finds the headline: a publisher's selector, the visible heading that the title element repeats, else the title element without the site's name.</summary>
internal static class TitleFinder
{
    /// <summary>The longest headline; more is a paragraph in the wrong element.</summary>
    private const int Longest = 120;

    /// <summary>Shorter headings are names of channels.</summary>
    private const int Shortest = 4;

    /// <summary>The headline; null when the page states none.</summary>
    public static string? Find(Page page, PageHead head, Layout? layout, Publisher? site)
    {
        if ((layout?.Title ?? []).SelectMany(s => s.Read(page.Tree)).FirstOrDefault(t => t.Length is >= Shortest and <= Longest) is { } stated)
        {
            return stated;
        }

        var (element, open) = (page.Metadata.DocumentTitle, page.Metadata.First("og:title", "twitter:title"));
        var repeated = Key(element) + "\n" + Key(open);
        string? best = null;
        foreach (var line in head.Lines)
        {
            if (line.Length is >= Shortest and <= Longest && Key(line.Text) is { Length: >= Shortest } key && repeated.Contains(key, StringComparison.Ordinal)
                && (line.Is(LineFlags.Heading) || repeated.StartsWith(key, StringComparison.Ordinal)) && (best is null || line.Text.Length > best.Length))
            {
                best = line.Text;
            }
        }

        return best ?? Heading(page, repeated)
            ?? (page.Metadata.Linked?.Headline is { } headline && repeated.Contains(Key(headline), StringComparison.Ordinal) ? headline : null)
            ?? (element is { Length: > 0 } ? Cut(element, site) : open is { Length: > 0 } ? Cut(open, site) : page.Metadata.Linked?.Headline);
    }

    /// <summary>A title without the name of its site: <c>标题_网易新闻</c>, <c>標題 | 聯合新聞網</c>, <c>标题--文化--人民网</c>.</summary>
    public static string Cut(string title, Publisher? site)
    {
        foreach (var suffix in site?.TitleSuffixes ?? [])
        {
            title = title.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && title.Length > suffix.Length ? title[..^suffix.Length] : title;
        }

        while (SiteNames.CutLast(title) is { } shorter)
        {
            title = shorter;
        }

        return title.Trim();
    }

    // Anywhere on the page, where the heading stands apart from the body.
    private static string? Heading(Page page, string repeated) =>
        page.Lines.Where(l => l.Is(LineFlags.Heading) && l.Length is > 2 * Shortest and <= Longest && Key(l.Text) is { Length: > 0 } key && repeated.Contains(key, StringComparison.Ordinal))
            .MaxBy(l => l.Length)?.Text;

    private static string Key(string? text) => text is null ? "" : LineKey.Of(text);
}
