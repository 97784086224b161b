using Microsoft.Extensions.Logging;
using Pipeline.Store;

namespace Pipeline.Host.Service;

/// <summary>A store that may be locked or full for a while: it is tried again until it can be used, and what is wrong is said meanwhile.</summary>
internal sealed partial class StoreAvailability(TimeProvider clock, ILogger<StoreAvailability> logger)
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);

    /// <summary>What keeps the store from being written; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether waiting may mend a fault.</summary>
    public static bool MayPass(StoreException fault) => fault.Fault is StoreFault.Locked or StoreFault.Full or StoreFault.Io;

    /// <summary>Does the write, however long it takes until it can be done.</summary>
    /// <exception cref="StoreException">The store is beyond what waiting can mend.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled: nothing is written.</exception>
    public async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        for (var wait = s_firstWait; ; wait = wait * 2 > s_longestWait ? s_longestWait : wait * 2)
        {
            try
            {
                var result = await write(cancellationToken).ConfigureAwait(false);
                Problem = null;
                return result;
            }
            catch (StoreException e) when (MayPass(e))
            {
                Problem = e.Message;
                LogProblem(e.Message, wait);
                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads what is due; nothing while the store cannot be read: it is looked at again soon.</summary>
    /// <exception cref="StoreException">The store is beyond what waiting can mend.</exception>
    public IReadOnlyList<T> ReadDue<T>(Func<DateTimeOffset, IReadOnlyList<T>> read)
    {
        try
        {
            return read(clock.GetUtcNow());
        }
        catch (StoreException e) when (MayPass(e))
        {
            LogNotRead(e.Message);
            return [];
        }
    }

    [LoggerMessage(EventId = 44, Level = LogLevel.Error, Message = "The store cannot be read and will be looked at again: {Problem}")]
    private partial void LogNotRead(string problem);

    [LoggerMessage(EventId = 42, Level = LogLevel.Error, Message = "The store cannot be written, trying again in {Wait}: {Problem}")]
    private partial void LogProblem(string problem, TimeSpan wait);
}
