namespace Pipeline.Ingest.Fetching.Addresses;

/// <summary>An http or https address in one spelling, and the key that every address of the same document shares.</summary>
/// <param name="Url">What is fetched: no fragment, no credentials, no tracking parameters, escapes in one form.</param>
/// <param name="Key">
/// Identity of the document: the same for http and https, for mobile and desktop twins, and for any order of the query's parameters.
/// </param>
public sealed record DocumentAddress(Uri Url, string Key)
{
    /// <summary>Longest address that is taken, in characters: RFC 9110 (4.1) asks for 8,000; news addresses stay far below 2,000.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The host that politeness counts by: lower case, in its DNS form, without port.</summary>
    public string Host => Url.IdnHost;

    /// <summary>Reads an address as written in a feed, a page or a command line.</summary>
    /// <param name="text">Absolute, or relative to <paramref name="relativeTo"/>; spaces around it are ignored.</param>
    /// <param name="relativeTo">The page or feed the address stands in.</param>
    /// <param name="address">The address in its one spelling.</param>
    /// <returns>False when it is no http or https address, names no host, or is longer than <see cref="MaxLength"/>.</returns>
    public static bool TryCreate(string? text, Uri? relativeTo, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DocumentAddress? address)
    {
        address = TryResolve(text, relativeTo, out var uri) ? Create(uri) : null;
        return address is not null;
    }

    /// <summary>Reads where a redirect leads: the address as the server means it, tracking parameters and all.</summary>
    /// <returns>False on the same grounds as <see cref="TryCreate"/>.</returns>
    internal static bool TryResolve(string? text, Uri? relativeTo, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        text = text?.Trim();
        return !string.IsNullOrEmpty(text) && text.Length <= MaxLength
            && (relativeTo is null ? Uri.TryCreate(text, UriKind.Absolute, out uri) : Uri.TryCreate(relativeTo, text, out uri))
            && uri.Scheme is "http" or "https"
            && uri.IdnHost.Length > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => Url.AbsoluteUri;

    private static DocumentAddress Create(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        var bracketed = uri.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        var authority = uri.IsDefaultPort ? bracketed : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bracketed}:{uri.Port}");
        var parameters = Parameters(host, uri.Query);
        var query = parameters.Count == 0 ? "" : "?" + string.Join('&', parameters);
        var url = new Uri($"{uri.Scheme}://{authority}{PercentEncoding.Normalize(uri.AbsolutePath)}{query}");
        // Undone escapes may leave dot segments, which only reading the path again takes out.
        var path = url.AbsolutePath;
        var key = DocumentTwins.KeyOf(host, path)
            ?? DocumentTwins.WithoutDevicePrefix(authority) + WithoutTrailingSlash(path) + (parameters.Count == 0 ? "" : "?" + string.Join('&', parameters.Order(StringComparer.Ordinal)));
        return new DocumentAddress(url, key);
    }

    private static string WithoutTrailingSlash(string path) => path.Length > 1 ? path.TrimEnd('/') : path;

    private static List<string> Parameters(string host, string query)
    {
        var kept = new List<string>();
        // Only the first ? opens the query: a second one belongs to its first parameter.
        foreach (var written in query.Length == 0 ? [] : query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parameter = PercentEncoding.Normalize(written);
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (!TrackingParameters.Contains(host, equals < 0 ? parameter : parameter[..equals]))
            {
                kept.Add(parameter);
            }
        }

        return kept;
    }
}
