using System.Reflection;
using Pipeline.Host.Api.Responses;
using Pipeline.Store;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Api;

/// <summary>Answers <c>GET /api/status</c>; counts a large store at most every two seconds, however many ask.</summary>
internal sealed class DeskStatus(IClaimStore store, IWatchStore watches, DeskSettings settings, TimeProvider clock, IEnumerable<IServiceProgressSource> sources) : IDisposable
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);
    private static readonly string Version = typeof(DeskStatus).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private readonly SemaphoreSlim gate = new(1);
    private StatusAnswer? latest;
    private long readAt;

    /// <summary>As of now, or up to two seconds ago.</summary>
    public async Task<StatusAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (latest is null || clock.GetElapsedTime(readAt) > MaxAge)
            {
                latest = new StatusAnswer(Version, await store.ReadStatisticsAsync(cancellationToken), sources.LastOrDefault()?.Read(), WatchesStatus.Of(await watches.ReadDeliveriesAsync(cancellationToken)), settings.Token is null ? "off" : "token");
                readAt = clock.GetTimestamp();
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
