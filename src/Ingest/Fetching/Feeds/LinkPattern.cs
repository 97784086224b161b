using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>Which links of a list page are articles: <c>Links</c> of the contract, section 6.</summary>
public sealed class LinkPattern
{
    /// <summary>Digits in the last part of a path that make it look like an article's: dates and ids have six or more, channels fewer.</summary>
    private const int ArticleDigits = 6;

    private readonly string? _pattern;

    private LinkPattern(string? pattern) => _pattern = pattern;

    /// <summary>Takes links of the page's own site that look like articles: a publisher's known ids, or six digits or more in the path's last part.</summary>
    public static LinkPattern LooksLikeArticle { get; } = new(null);

    /// <summary>Reads a pattern: a whole address in which <c>*</c> stands for any run of characters, with or without <c>https://</c> in front.</summary>
    /// <returns>False when <paramref name="text"/> is empty, holds spaces, or would take every address.</returns>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LinkPattern? pattern)
    {
        pattern = null;
        if (string.IsNullOrEmpty(text) || text.AsSpan().ContainsAny(" \t\r\n") || text.AsSpan().TrimStart('*').Length == 0)
        {
            return false;
        }

        pattern = new LinkPattern(text);
        return true;
    }

    /// <summary>Says whether a link on <paramref name="page"/> leads to an article.</summary>
    public bool Matches(DocumentAddress link, Uri page)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(page);
        if (_pattern is null)
        {
            return SameSite(link.Host, page.IdnHost) && (DocumentTwins.KeyOf(link.Host, link.Url.AbsolutePath) is not null
                || link.Url.AbsolutePath.AsSpan(link.Url.AbsolutePath.AsSpan().TrimEnd('/').LastIndexOf('/') + 1).ToArray().Count(char.IsAsciiDigit) >= ArticleDigits);
        }

        var url = link.Url.AbsoluteUri.AsSpan();
        return Wildcard.Matches(_pattern, _pattern.Contains("://", StringComparison.Ordinal) ? url : url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..], toTheEnd: true);
    }

    /// <summary>The same host, or a neighbour under the same two labels at least.</summary>
    private static bool SameSite(string one, string other) => one == other || Domain(one) == Domain(other);

    private static string Domain(string host)
    {
        var labels = host.Split('.');
        // com.cn, com.tw, co.jp, gov.hk: a short second level under a country takes one label more.
        var kept = labels is [.., { Length: <= 3 }, { Length: 2 }] ? 3 : 2;
        return labels.Length <= kept ? host : string.Join('.', labels[^kept..]);
    }
}
