using Microsoft.Extensions.Logging;
using Pipeline.Host.Reading;
using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;
using Pipeline.Store;

namespace Pipeline.Host.Service;

/// <summary>The one writer: records settled pages, many in one transaction while they come fast.</summary>
internal sealed partial class StoreWriter(IFrontier frontier, StoreAvailability store, PageQueues queues, PageDispatcher dispatcher, ServiceTelemetry telemetry, TimeProvider clock, ILogger<StoreWriter> logger)
{
    /// <summary>Records until the queue is closed and empty.</summary>
    /// <exception cref="StoreException">The store is beyond what waiting can mend.</exception>
    public async Task RunAsync(CancellationToken abort)
    {
        await foreach (var batch in ReadyBatches.OfAsync(queues.Settled.Reader, clock, abort).ConfigureAwait(false))
        {
            await RecordAsync(batch, abort).ConfigureAwait(false);
        }
    }

    private async Task RecordAsync(IReadOnlyList<SettledPage> batch, CancellationToken abort)
    {
        while (true)
        {
            try
            {
                // While the store cannot be written the queues fill up and the fetcher waits: nothing is lost.
                Acknowledge(batch, await store.WriteAsync(token => frontier.ReportAsync([.. batch.Select(settled => settled.Report)], token), abort).ConfigureAwait(false));
                return;
            }
            catch (Exception e) when (e is not (StoreException or OperationCanceledException) && batch.Count > 1)
            {
                // One page of the batch cannot be stored: find out which.
                foreach (var settled in batch)
                {
                    await RecordAsync([settled], abort).ConfigureAwait(false);
                }

                return;
            }
            catch (Exception e) when (e is not (StoreException or OperationCanceledException) && batch[0].Report.Article is not null)
            {
                var report = batch[0].Report;
                LogNotStored(e, report.Page.Url);
                batch = [batch[0] with { Report = report with { State = PageState.Failed, DueAt = null, Article = null, Problem = $"storing failed: {e.GetType().Name}: {e.Message}" } }];
            }
        }
    }

    private void Acknowledge(IReadOnlyList<SettledPage> batch, IReadOnlyList<SaveReceipt?> receipts)
    {
        foreach (var (settled, receipt) in batch.Zip(receipts))
        {
            dispatcher.Release(settled.Report.Page);
            if (receipt is null)
            {
                continue;
            }

            telemetry.Stored(receipt, clock.GetElapsedTime(settled.Started));
            LogStored(settled.Report.Page.Url, receipt.Outcome, receipt.ArticleId, receipt.ClaimCount);
            if (receipt.Changes.Count > 0)
            {
                LogEdited(settled.Report.Page.Url, receipt.Changes.Count);
            }
        }
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Information, Message = "{Outcome}: {Url}: article {ArticleId} with {ClaimCount} claims")]
    private partial void LogStored(string url, SaveOutcome outcome, string articleId, int claimCount);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "Edited: {Url}: {ChangeCount} claims differ from the version before")]
    private partial void LogEdited(string url, int changeCount);

    [LoggerMessage(EventId = 43, Level = LogLevel.Error, Message = "Not stored: {Url}")]
    private partial void LogNotStored(Exception exception, string url);
}
