using Pipeline.Extract.Model;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Articles;

/// <summary>Who published something: what a source filter is matched against.</summary>
/// <param name="Name">The medium, folded and in lower case; empty when unsaid.</param>
/// <param name="Host">The host of the address; for files, their folder; empty when neither is known.</param>
internal sealed record Outlet(string Name, string Host)
{
    /// <summary>The outlet of an article's appearance.</summary>
    public static Outlet Of(Article article) => Of(article.Publisher, article.Url, article.Source);

    /// <summary>The outlet of what was published, or read, there.</summary>
    public static Outlet Of(string? publisher, string? url, string source)
    {
        var host = Uri.TryCreate(url ?? source, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.IdnHost.ToLowerInvariant()
            : Path.GetDirectoryName(source)?.Replace('\\', '/') ?? "";
        return new Outlet(SearchTokens.Squeeze(publisher ?? ""), host);
    }
}
