using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Configuration;
using Pipeline.Store.Frontier;
using Pipeline.Store;

namespace Pipeline.Host.Service;

/// <summary>Runs the stages side by side, and empties them in order when the service stops.</summary>
internal sealed partial class CrawlService(
    PipelineSettings settings,
    IFrontier frontier,
    FeedWatcher feeds,
    PageDispatcher dispatcher,
    DocumentStages stages,
    StoreWriter writer,
    PageQueues queues,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<CrawlService> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abort = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Whether a stage failed beyond repair, so that the process should end with an error.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether the service is emptying its queues before it ends.</summary>
    public bool IsDraining => _stopping.IsCancellationRequested;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await frontier.RegisterFeedsAsync(
            [.. settings.Feeds.Select(feed => new FeedRegistration(feed.Address.ToString(), feed.Kind.ToString().ToLowerInvariant(), feed.Every, feed.SilentAfter))],
            clock.GetUtcNow(),
            cancellationToken).ConfigureAwait(false);
        LogStarted(settings.Feeds.Count, settings.Store.Db);
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        LogDraining();
        await _stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await _running.WaitAsync(settings.Service.DrainWithin, clock, cancellationToken).ConfigureAwait(false);
            LogDrained();
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            LogNotDrained(settings.Service.DrainWithin);
            await _abort.CancelAsync().ConfigureAwait(false);
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _abort.Dispose();
    }

    private async Task RunAsync()
    {
        // Each stage closes the queue behind it, so the queues empty in order.
        var stagesRunning = new[]
        {
            GuardAsync("watching feeds", feeds.RunAsync(_stopping.Token)),
            ThenAsync(GuardAsync("fetching", dispatcher.RunAsync(_stopping.Token, _abort.Token)), () => queues.Fetched.Writer.Complete()),
            ThenAsync(GuardAsync("cleaning", stages.CleanAsync(_abort.Token)), () => queues.Cleaned.Writer.Complete()),
            ThenAsync(GuardAsync("extraction", stages.ExtractAsync(_abort.Token)), () => queues.Settled.Writer.Complete()),
            GuardAsync("storing", writer.RunAsync(_abort.Token)),
        };
        await Task.WhenAll(stagesRunning).ConfigureAwait(false);
    }

    private static async Task ThenAsync(Task stage, Action close)
    {
        await stage.ConfigureAwait(false);
        close();
    }

    /// <summary>A stage that ends with an error ends the service: half a pipeline would look alive and do nothing.</summary>
    private async Task GuardAsync(string name, Task stage)
    {
        try
        {
            await stage.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested || _abort.IsCancellationRequested)
        {
            // As asked.
        }
        catch (Exception e)
        {
            HasFailed = true;
            if (e is StoreException)
            {
                LogStoreFailed(name, e.Message);
            }
            else
            {
                LogFailed(e, name);
            }

            lifetime.StopApplication();
            await _stopping.CancelAsync().ConfigureAwait(false);
            await _abort.CancelAsync().ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Watching {FeedCount} feeds, storing in {Db}")]
    private partial void LogStarted(int feedCount, string db);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Stopping: fetching ends, what was fetched is stored")]
    private partial void LogDraining();

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Stopped: everything fetched is stored")]
    private partial void LogDrained();

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "Not everything fetched was stored within {DrainWithin}: the rest will be fetched again")]
    private partial void LogNotDrained(TimeSpan drainWithin);

    [LoggerMessage(EventId = 5, Level = LogLevel.Critical, Message = "The stage {Stage} failed, the service ends")]
    private partial void LogFailed(Exception exception, string stage);

    [LoggerMessage(EventId = 6, Level = LogLevel.Critical, Message = "The stage {Stage} failed, the service ends: {Problem}")]
    private partial void LogStoreFailed(string stage, string problem);
}
