using System.Reflection;
using Pipeline.Host.Api.Responses;
using Pipeline.Store;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Api;

/// <summary>Answers <c>GET /api/status</c>; counts at most every two seconds, however many ask, and a store that takes long to count more seldom.</summary>
internal sealed class DeskStatus(IClaimStore store, IWatchStore watches, DeskSettings settings, TimeProvider clock, IEnumerable<IServiceProgressSource> sources) : IDisposable
{
    private static readonly TimeSpan MinAge = TimeSpan.FromSeconds(2), MaxAge = TimeSpan.FromSeconds(15);

    /// <summary>Counting takes no more than one part in so many of the time.</summary>
    private const int Share = 10;
    private static readonly string Version = typeof(DeskStatus).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private readonly SemaphoreSlim gate = new(1);
    private StatusAnswer? latest;
    private long readAt;
    private TimeSpan age = MinAge;

    /// <summary>As of now, or some seconds ago.</summary>
    public async Task<StatusAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (latest is null || clock.GetElapsedTime(readAt) > age)
            {
                var started = clock.GetTimestamp();
                latest = new StatusAnswer(Version, await store.ReadStatisticsAsync(cancellationToken), sources.LastOrDefault()?.Read(), WatchesStatus.Of(await watches.ReadDeliveriesAsync(cancellationToken)), settings.Token is null ? "off" : "token");
                readAt = clock.GetTimestamp();
                age = TimeSpan.FromTicks(Math.Clamp(clock.GetElapsedTime(started, readAt).Ticks * Share, MinAge.Ticks, MaxAge.Ticks));
            }

            return latest;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}
