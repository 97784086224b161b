using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Sources;

namespace Pipeline.Host.Reading;

/// <summary>One page of the net, fetched as the service fetches: robots.txt, pauses, limits and refused addresses included.</summary>
internal sealed class UrlSource(string url, Fetcher fetcher) : IDocumentSource
{
    /// <inheritdoc/>
    public IEnumerable<SourceItem> Read(CancellationToken stop)
    {
        // Sources are pulled by one thread that does nothing else: it may wait for the net.
        yield return FetchAsync(stop).GetAwaiter().GetResult();
    }

    private async Task<SourceItem> FetchAsync(CancellationToken stop)
    {
        if (!DocumentAddress.TryCreate(url, null, out var address))
        {
            return SourceItem.Failed(url, "is no http or https address");
        }

        var result = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), stop).ConfigureAwait(false);
        result = await WholeArticle.FollowAsync(result, fetcher, stop).ConfigureAwait(false);
        return result.Outcome == FetchOutcome.Fetched ? SourceItem.Of(result.ToDocument()) : SourceItem.Failed(url, $"{result.Outcome}: {result.Reason}");
    }
}
