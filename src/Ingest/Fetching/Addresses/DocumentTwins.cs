namespace Pipeline.Ingest.Fetching.Addresses;

/// <summary>Which addresses of one publisher are one document: mobile and desktop pages, channels that list the same article, app shares.</summary>
internal static class DocumentTwins
{
    /// <summary>Host labels that only name the reader's device.</summary>
    private static readonly string[] s_devicePrefixes = ["www.", "m.", "wap.", "3g.", "mobile.", "amp."];

    /// <summary>How a publisher writes a document's own id in the last segment of the path.</summary>
    /// <param name="Domains">Registrable domains that share ids; the first names the key.</param>
    /// <param name="Prefixes">What may stand before the id in its segment; an empty text where it may stand alone.</param>
    /// <param name="Parents">Segments of which one must stand right before the id's own; empty when any may.</param>
    /// <param name="IsId">Whether what is left, cut at the first dot, is an id.</param>
    private sealed record IdRule(string[] Domains, string[] Prefixes, string[] Parents, Func<string, bool> IsId);

    private static readonly IdRule[] s_rules =
    [
        // www.163.com/dy/article/ID.html, m.163.com/news/article/ID.html, news.163.com/25/1101/08/ID.html, …/ID_all.html
        new(["163.com"], [""], [], id => id.Length == 16 && id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) && id.Any(char.IsAsciiDigit)),
        // finance.sina.com.cn/…/doc-ID.shtml, finance.sina.cn/…/detail-ID.d.html
        new(["sina.com.cn", "sina.cn"], ["doc-", "detail-"], [], id => id.Length == 15 && id[0] == 'i' && id[1..8].All(char.IsAsciiLetterLower) && id[8..].All(char.IsAsciiDigit)),
        // news.qq.com/rain/a/ID, new.qq.com/omn/…/ID.html, view.inews.qq.com/a/ID, xw.qq.com/cmsid/ID
        new(["qq.com"], [""], [], id => id.Length is 14 or 16 && id[..8].All(char.IsAsciiDigit) && char.IsAsciiLetterUpper(id[8]) && id[8..].All(char.IsAsciiLetterOrDigit)),
        // news.ifeng.com/c/ID, i.ifeng.com/c/ID, ishare.ifeng.com/c/s/ID
        new(["ifeng.com"], [""], ["c", "s"], id => id.Length is >= 9 and <= 16 && id.All(char.IsAsciiLetterOrDigit)),
        // www.thepaper.cn/newsDetail_forward_ID, m.thepaper.cn/newsDetail_forward_ID
        new(["thepaper.cn"], ["newsDetail_forward_"], [], IsNumber),
        new(["thepaper.cn"], [""], ["detail"], IsNumber),
        // www.toutiao.com/article/ID/, www.toutiao.com/aID/, m.toutiao.com/iID/
        new(["toutiao.com"], ["i", "a"], [], id => id.Length >= 15 && IsNumber(id)),
        new(["toutiao.com"], [""], ["article", "group"], id => id.Length >= 15 && IsNumber(id)),
        // www.sohu.com/a/ID_ACCOUNT, m.sohu.com/a/ID_ACCOUNT
        new(["sohu.com"], [""], ["a"], id => id.Split('_') is [var article, var account] && IsNumber(article) && IsNumber(account)),
        // www.cna.com.tw/news/CHANNEL/ID.aspx: one article, several channels
        new(["cna.com.tw"], [""], [], id => id.Length == 12 && IsNumber(id)),
        // udn.com/news/story/CHANNEL/ID, udn.com/news/amp/story/CHANNEL/ID
        new(["udn.com"], [""], [], id => id.Length is >= 6 and <= 9 && IsNumber(id)),
    ];

    /// <summary>The key of a document whose publisher writes its id into the path; null for all others.</summary>
    /// <param name="host">Lower-case host.</param>
    /// <param name="path">Escaped path.</param>
    public static string? KeyOf(string host, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return null;
        }

        foreach (var rule in s_rules)
        {
            if (rule.Domains.Any(domain => IsWithin(host, domain)) && IdIn(rule, segments) is { } id)
            {
                return $"{rule.Domains[0]}/{id}";
            }
        }

        return null;
    }

    /// <summary>The authority without a label that only names the reader's device, when a domain is left behind it.</summary>
    public static string WithoutDevicePrefix(string authority)
    {
        foreach (var prefix in s_devicePrefixes)
        {
            if (authority.StartsWith(prefix, StringComparison.Ordinal) && authority.AsSpan(prefix.Length).Contains('.'))
            {
                return authority[prefix.Length..];
            }
        }

        return authority;
    }

    private static string? IdIn(IdRule rule, string[] segments)
    {
        if (rule.Parents.Length > 0 && (segments.Length < 2 || !rule.Parents.Contains(segments[^2])))
        {
            return null;
        }

        foreach (var prefix in rule.Prefixes)
        {
            if (segments[^1].StartsWith(prefix, StringComparison.Ordinal))
            {
                var id = segments[^1][prefix.Length..];
                var dot = id.IndexOf('.', StringComparison.Ordinal);
                id = dot < 0 ? id : id[..dot];
                id = id.EndsWith("_all", StringComparison.Ordinal) ? id[..^4] : id;
                if (rule.IsId(id))
                {
                    return id;
                }
            }
        }

        return null;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsWithin(string host, string domain) =>
        host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
}
