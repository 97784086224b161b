using System.Threading.Channels;
using Pipeline.Host.Configuration;

namespace Pipeline.Host.Service;

/// <summary>What flows between the stages: fetch → clean → extract → store. A full queue makes the stage before it wait.</summary>
internal sealed class PageQueues(ServiceSettings settings)
{
    /// <summary>Bodies.</summary>
    public Channel<FetchedPage> Fetched { get; } = Bounded<FetchedPage>(settings.QueueLength);

    /// <summary>Articles.</summary>
    public Channel<CleanedPage> Cleaned { get; } = Bounded<CleanedPage>(settings.QueueLength);

    /// <summary>Articles with their claims, and pages that gave none.</summary>
    public Channel<SettledPage> Settled { get; } = Bounded<SettledPage>(settings.QueueLength);

    private static Channel<T> Bounded<T>(int capacity) => Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.Wait });
}
