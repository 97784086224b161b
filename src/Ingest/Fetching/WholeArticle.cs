using System.Text;
using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching;

/// <summary>Articles that a publisher cuts into pages; some are also offered whole.</summary>
public static class WholeArticle
{
    /// <summary>NetEase's address of all pages together: <c>…/ID_all.html</c> beside <c>…/ID.html</c>.</summary>
    private const string NetEaseWhole = "_all.html";

    /// <summary>Fetches the whole article in place of its first page, when that page links to it; else the pages that follow, one by one.</summary>
    /// <param name="first">How fetching the first page ended.</param>
    /// <param name="fetcher">Fetches the whole one, in its host's next turn.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The whole article under the first page's address; <paramref name="first"/> when there is no other page, or it cannot be had.</returns>
    public static async Task<FetchResult> FollowAsync(FetchResult first, Fetcher fetcher, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(fetcher);
        if (first.Outcome != FetchOutcome.Fetched)
        {
            return first;
        }

        if (AddressIn(first.Url, first.Body.Span) is not { } address)
        {
            return await WithFollowingAsync(first, fetcher, cancellationToken).ConfigureAwait(false);
        }

        var whole = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), cancellationToken).ConfigureAwait(false);
        // Neither page's validators tell whether the other has changed.
        return whole.Outcome == FetchOutcome.Fetched ? whole with { Url = first.Url, Validators = null } : first;
    }

    private static async Task<FetchResult> WithFollowingAsync(FetchResult first, Fetcher fetcher, CancellationToken cancellationToken)
    {
        var (following, length) = (new List<FetchResult>(), first.Body.Length);
        for (var last = first; following.Count + 1 < NextPage.MostPages && NextPage.Find(last.Url, last.Body.Span) is { } next; following.Add(last))
        {
            last = await fetcher.FetchAsync(new FetchRequest(next, FetchPurpose.Article), cancellationToken).ConfigureAwait(false);
            // All pages together may be as large as one: an article is held in memory whole.
            if (last.Outcome != FetchOutcome.Fetched || (length += last.Body.Length) > fetcher.Settings.MaxBytes)
            {
                break;
            }
        }

        // The first page's validators do not tell whether a later one has changed.
        return following.Count == 0 ? first : first with { Following = following, Validators = null };
    }

    /// <summary>Where the whole article stands, when <paramref name="html"/> is its first page and links to it.</summary>
    public static DocumentAddress? AddressIn(Uri url, ReadOnlySpan<byte> html)
    {
        ArgumentNullException.ThrowIfNull(url);
        var path = url.AbsolutePath;
        if (path.EndsWith(NetEaseWhole, StringComparison.Ordinal) || !path.EndsWith(".html", StringComparison.Ordinal)
            || DocumentTwins.KeyOf(url.IdnHost, path) is not { } key || !key.StartsWith("163.com/", StringComparison.Ordinal))
        {
            return null;
        }

        var whole = path[(path.LastIndexOf('/') + 1)..^".html".Length] + NetEaseWhole;
        return html.IndexOf(Encoding.ASCII.GetBytes(whole)) >= 0 && DocumentAddress.TryCreate(new Uri(url, whole).AbsoluteUri, null, out var address) ? address : null;
    }
}
