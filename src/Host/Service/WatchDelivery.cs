using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Configuration;
using Pipeline.Store;
using Pipeline.Store.Queries;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Service;

/// <summary>Fires the watches: looks at what was stored since the last look, and posts what is due to its webhooks.</summary>
/// <remarks>
/// An event fires once, whatever happens; it is posted at least once: when the process dies between a receiver's answer and its record, the event is posted again, under the same <see cref="WebhookSender.EventHeader"/>.
/// Receivers are served side by side, the events of each in order, and each for a bounded time a round, so that a slow one holds up the others by seconds.
/// </remarks>
internal sealed partial class WatchDelivery(PipelineSettings settings, IWatchStore watches, TimeProvider clock, ILogger<WatchDelivery> logger) : BackgroundService
{
    /// <summary>Most time until a receiver has answered: it is to keep the event, not to work on it.</summary>
    private static readonly TimeSpan s_answerWithin = TimeSpan.FromSeconds(10);

    /// <summary>After how long no further event is posted to a receiver in the same round.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(10);

    /// <summary>How long posts under way may go on when the service stops: what is not recorded by then is posted again.</summary>
    private static readonly TimeSpan s_finishWithin = TimeSpan.FromSeconds(3);

    /// <summary>Events taken up in one round.</summary>
    private const int MostEvents = 100;

    /// <summary>Receivers served at once.</summary>
    private const int MostReceivers = 8;

    /// <summary>What became of posts that the store could not take down: recorded later, not posted again.</summary>
    private readonly ConcurrentDictionary<long, string?> _unrecorded = new();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var registration = stoppingToken.Register(() => abort.CancelAfter(s_finishWithin));
        using var sender = new WebhookSender(settings, s_answerWithin, clock);
        using var timer = new PeriodicTimer(settings.Service.WatchEvery, clock);
        try
        {
            do
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
                await DeliverAsync(sender, stoppingToken, abort.Token).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // As asked.
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            if (await watches.LookAsync(stopping).ConfigureAwait(false) is > 0 and var fired)
            {
                LogFired(fired);
            }
        }
        catch (Exception e) when (e is StoreException or QueryException)
        {
            // What was not looked at is looked at in the next round.
            LogNotLooked(e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault here is no reason to stop reading news.
            LogFailed(e, "looking");
        }
    }

    private async Task DeliverAsync(WebhookSender sender, CancellationToken stopping, CancellationToken abort)
    {
        try
        {
            var due = await watches.ReadDueAsync(MostEvents, stopping).ConfigureAwait(false);
            var receivers = due.GroupBy(item => item.Watch.Webhook?.Authority, StringComparer.OrdinalIgnoreCase);
            await Parallel.ForEachAsync(receivers, new ParallelOptions { MaxDegreeOfParallelism = MostReceivers, CancellationToken = stopping }, async (events, _) =>
                await DeliverInOrderAsync(sender, events, stopping, abort).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            LogNotRecorded(e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, "delivering");
        }
    }

    /// <summary>Serves one receiver until it fails, its turn is over, or nothing is left.</summary>
    private async Task DeliverInOrderAsync(WebhookSender sender, IEnumerable<(Watch Watch, WatchEvent Event)> events, CancellationToken stopping, CancellationToken abort)
    {
        var started = clock.GetTimestamp();
        foreach (var (watch, fired) in events)
        {
            if (stopping.IsCancellationRequested || clock.GetElapsedTime(started) >= s_turn)
            {
                return;
            }

            if (!_unrecorded.TryGetValue(fired.Key, out var problem))
            {
                problem = await sender.PostAsync(watch, fired, abort).ConfigureAwait(false);
                _unrecorded[fired.Key] = problem;
            }

            // The answer is there: stopping now must not lose it.
            await watches.RecordDeliveryAsync(fired.Key, problem, CancellationToken.None).ConfigureAwait(false);
            _unrecorded.TryRemove(fired.Key, out _);
            Log(watch, fired, problem);
            if (problem is not null)
            {
                return;
            }
        }
    }

    private void Log(Watch watch, WatchEvent fired, string? problem)
    {
        var receiver = watch.Webhook?.Authority ?? "";
        if (problem is null)
        {
            LogDelivered(fired.Kind, watch.Id, fired.Key, receiver);
        }
        else if (DeliverySchedule.After(fired.Attempts + 1) is { } wait)
        {
            LogNotDelivered(fired.Kind, watch.Id, fired.Key, receiver, wait, problem);
        }
        else
        {
            LogGivenUp(fired.Kind, watch.Id, fired.Key, receiver, DeliverySchedule.MaxAttempts, problem);
        }
    }

    [LoggerMessage(EventId = 60, Level = LogLevel.Information, Message = "Watches fired {Count} events")]
    private partial void LogFired(int count);

    [LoggerMessage(EventId = 61, Level = LogLevel.Information, Message = "Delivered: {Kind} of watch {Watch} (event {Event}) to {Receiver}")]
    private partial void LogDelivered(WatchEventKind kind, string watch, long @event, string receiver);

    [LoggerMessage(EventId = 62, Level = LogLevel.Warning, Message = "Not delivered: {Kind} of watch {Watch} (event {Event}) to {Receiver}, trying again in {Wait}: {Problem}")]
    private partial void LogNotDelivered(WatchEventKind kind, string watch, long @event, string receiver, TimeSpan wait, string problem);

    [LoggerMessage(EventId = 63, Level = LogLevel.Error, Message = "Given up: {Kind} of watch {Watch} (event {Event}) to {Receiver} after {Attempts} attempts: {Problem}")]
    private partial void LogGivenUp(WatchEventKind kind, string watch, long @event, string receiver, int attempts, string problem);

    [LoggerMessage(EventId = 64, Level = LogLevel.Error, Message = "Watches could not look, trying again: {Problem}")]
    private partial void LogNotLooked(string problem);

    [LoggerMessage(EventId = 65, Level = LogLevel.Error, Message = "Deliveries could not be recorded, trying again: {Problem}")]
    private partial void LogNotRecorded(string problem);

    [LoggerMessage(EventId = 66, Level = LogLevel.Error, Message = "Watches failed at {Work}, trying again")]
    private partial void LogFailed(Exception exception, string work);
}
