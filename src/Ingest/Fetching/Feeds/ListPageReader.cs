using System.Buffers;
using AngleSharp.Html.Parser;
using Pipeline.Ingest.Cleaning.Html;
using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>Links of a list page: the anchors of HTML, or the addresses in the strings of a script or of JSON.</summary>
internal static class ListPageReader
{
    /// <summary>What ends an address inside a string.</summary>
    private static readonly SearchValues<char> s_ends = SearchValues.Create("\"'`<> \t\r\n");

    public static FeedContent Read(string text, Uri url, LinkPattern links)
    {
        var entries = new List<FeedEntry>();
        foreach (var link in text.StartsWith('<') ? Anchors(text, ref url) : Strings(text))
        {
            if (DocumentAddress.TryCreate(link, url, out var address) && links.Matches(address, url) && entries.Count < FeedReader.MaxEntries)
            {
                entries.Add(new FeedEntry(address, null));
            }
        }

        return new FeedContent(entries, [], null);
    }

    /// <exception cref="FeedFormatException">The tags nest so deep that parsing would take minutes.</exception>
    private static List<string> Anchors(string html, ref Uri url)
    {
        if (NestingGuard.IsTooDeep(html))
        {
            throw new FeedFormatException($"{url} nests its tags more than {NestingGuard.Deepest:N0} deep");
        }

        using var document = new HtmlParser().ParseDocument(html);
        if (document.QuerySelector("base[href]")?.GetAttribute("href") is { } stated && Uri.TryCreate(url, stated, out var against))
        {
            url = against;
        }

        return [.. document.QuerySelectorAll("a[href], area[href]").Select(anchor => anchor.GetAttribute("href")!)];
    }

    /// <summary>Addresses as a script writes them: <c>"docurl":"https:\/\/www.163.com\/…"</c>.</summary>
    private static List<string> Strings(string script)
    {
        var found = new List<string>();
        var text = script.Replace("\\/", "/", StringComparison.Ordinal).AsSpan();
        for (var start = text.IndexOf("http", StringComparison.Ordinal); start >= 0;)
        {
            text = text[start..];
            var end = text.IndexOfAny(s_ends);
            var link = end < 0 ? text : text[..end];
            if (link.StartsWith("http://", StringComparison.Ordinal) || link.StartsWith("https://", StringComparison.Ordinal))
            {
                found.Add(link.ToString());
            }

            text = text[Math.Max(link.Length, 4)..];
            start = text.IndexOf("http", StringComparison.Ordinal);
        }

        return found;
    }
}
