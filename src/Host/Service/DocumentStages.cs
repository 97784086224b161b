using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Pipeline.Extract.Model;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Sources;
using Pipeline.Store;
using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>Cleans bodies and extracts claims, on as many threads as configured each.</summary>
internal sealed partial class DocumentStages(ServiceSettings settings, DocumentCleaner cleaner, Func<Article, IReadOnlyList<Claim>> extract, IClaimStore store, PageQueues queues, ServiceTelemetry telemetry, ILogger<DocumentStages> logger)
{
    /// <summary>Cleans until the queue of bodies is closed and empty.</summary>
    public Task CleanAsync(CancellationToken abort) => OnAllThreadsAsync(queues.Fetched.Reader, CleanAsync, abort);

    /// <summary>Extracts until the queue of articles is closed and empty.</summary>
    public Task ExtractAsync(CancellationToken abort) => OnAllThreadsAsync(queues.Cleaned.Reader, ExtractAsync, abort);

    private Task OnAllThreadsAsync<T>(ChannelReader<T> queue, Func<T, CancellationToken, Task> work, CancellationToken abort) =>
        Task.WhenAll(Enumerable.Range(0, settings.Workers).Select(_ => Task.Run(
            async () =>
            {
                await foreach (var item in queue.ReadAllAsync(abort).ConfigureAwait(false))
                {
                    await work(item, abort).ConfigureAwait(false);
                }
            },
            abort)));

    private async Task CleanAsync(FetchedPage fetched, CancellationToken abort)
    {
        var document = Document(fetched);
        CleaningResult? result = null;
        try
        {
            using (telemetry.Start("clean", fetched.Page.Url))
            {
                result = cleaner.Clean(document);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await SettleAsync(fetched, PageState.Failed, Fault(e, "cleaning", fetched), abort).ConfigureAwait(false);
            return;
        }

        if (result.Article is { } article)
        {
            await queues.Cleaned.Writer.WriteAsync(new CleanedPage(fetched, document, article), abort).ConfigureAwait(false);
        }
        else
        {
            LogNoArticle(fetched.Page.Url, result.Failure!.Reason);
            await SettleAsync(fetched, PageState.Rejected, result.Failure.Reason, abort).ConfigureAwait(false);
        }
    }

    private async Task ExtractAsync(CleanedPage cleaned, CancellationToken abort)
    {
        var (fetched, document, article) = cleaned;
        PreparedArticle prepared;
        try
        {
            using (telemetry.Start("extract", fetched.Page.Url))
            {
                prepared = store.Prepare(new Submission(article, extract(article), new Evidence(document.AllBytes, document.MediaType, document.RetrievedAt)));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await SettleAsync(fetched, PageState.Failed, Fault(e, "extraction", fetched), abort).ConfigureAwait(false);
            return;
        }

        await queues.Settled.Writer.WriteAsync(new SettledPage(PageScheduling.WithArticle(fetched, prepared, settings), fetched.Started), abort).ConfigureAwait(false);
    }

    private ValueTask SettleAsync(FetchedPage fetched, PageState state, string problem, CancellationToken abort) =>
        queues.Settled.Writer.WriteAsync(new SettledPage(PageScheduling.WithoutArticle(fetched.Page, fetched.Result.RetrievedAt, state, problem, settings), fetched.Started), abort);

    /// <summary>One page that a stage chokes on must not stop the others; it is recorded with its reason.</summary>
    private string Fault(Exception e, string stage, FetchedPage fetched)
    {
        LogFault(e, stage, fetched.Page.Url);
        return $"{stage} failed: {e.GetType().Name}: {e.Message}";
    }

    private static RawDocument Document(FetchedPage fetched)
    {
        var document = fetched.Result.ToDocument();
        return DocumentAddress.TryCreate(document.Url, null, out var address) ? document with { Url = address.ToString(), Source = address.ToString() } : document;
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Information, Message = "No article: {Url}: {Reason}")]
    private partial void LogNoArticle(string url, string reason);

    [LoggerMessage(EventId = 31, Level = LogLevel.Error, Message = "The {Stage} of {Url} failed")]
    private partial void LogFault(Exception exception, string stage, string url);
}
