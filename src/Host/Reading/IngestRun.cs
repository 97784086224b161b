using Pipeline.Store;

namespace Pipeline.Host.Reading;

/// <summary>Stores what was read, in order, and tells the printer only what is safely on the disk.</summary>
internal static class IngestRun
{
    /// <summary>Articles in one transaction, at most: a commit costs as much as storing some tens of articles.</summary>
    private const int MostInOneTransaction = 64;

    /// <summary>How long the first article of a transaction waits for others.</summary>
    private static readonly TimeSpan s_linger = TimeSpan.FromMilliseconds(100);

    /// <summary>Stores every article of <paramref name="results"/>.</summary>
    /// <exception cref="StoreException">The store failed; all that was printed before is kept.</exception>
    public static async Task StoreAsync(IAsyncEnumerable<InputResult<IngestedArticle>> results, IClaimStore store, IngestPrinter printer, CancellationToken stopping)
    {
        await foreach (var batch in ReadyBatches.OfAsync(results, MostInOneTransaction, s_linger, stopping))
        {
            var articles = batch.Where(result => result.Failure is null).Select(result => result.Value!).ToList();
            var receipts = articles.Count == 0 ? [] : await store.SavePreparedAsync([.. articles.Select(article => article.Prepared)], stopping);
            var next = 0;
            foreach (var result in batch)
            {
                if (result.Failure is { } failure)
                {
                    printer.WriteFailure(failure);
                }
                else
                {
                    printer.WriteStored(result.Value!, receipts[next++]);
                }
            }

            printer.Flush();
        }
    }
}
