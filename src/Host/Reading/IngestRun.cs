using System.Threading.Channels;
using Pipeline.Store;

namespace Pipeline.Host.Reading;

/// <summary>Stores what was read, in order, and tells the printer only what is safely on the disk.</summary>
internal static class IngestRun
{
    /// <summary>Stores every article of <paramref name="results"/>; while one batch is written the next is read.</summary>
    /// <exception cref="StoreException">The store failed; all that was printed before is kept.</exception>
    public static async Task StoreAsync(IAsyncEnumerable<InputResult<IngestedArticle>> results, IClaimStore store, IngestPrinter printer, CancellationToken stopping)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var ready = Channel.CreateBounded<InputResult<IngestedArticle>>(ReadyBatches.MostArticles);
        var reading = ReadAsync(results, ready.Writer, abandoned.Token);
        try
        {
            await foreach (var batch in ReadyBatches.OfAsync(ready.Reader, TimeProvider.System, stopping))
            {
                await StoreAsync(batch, store, printer, stopping);
            }
        }
        finally
        {
            await abandoned.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(IAsyncEnumerable<InputResult<IngestedArticle>> results, ChannelWriter<InputResult<IngestedArticle>> ready, CancellationToken stopping)
    {
        try
        {
            await foreach (var result in results.WithCancellation(stopping))
            {
                await ready.WriteAsync(result, stopping);
            }

            ready.Complete();
        }
        catch (Exception e)
        {
            // Thrown again where the batches are read, after what came before it.
            ready.Complete(e);
        }
    }

    private static async Task StoreAsync(IReadOnlyList<InputResult<IngestedArticle>> batch, IClaimStore store, IngestPrinter printer, CancellationToken stopping)
    {
        var articles = batch.Where(result => result.Failure is null).Select(result => result.Value!.Prepared).ToList();
        var receipts = articles.Count == 0 ? [] : await store.SavePreparedAsync(articles, stopping);
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
