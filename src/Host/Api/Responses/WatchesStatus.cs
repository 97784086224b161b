using Pipeline.Store.Watches;

namespace Pipeline.Host.Api.Responses;

/// <summary>How the watches fare.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Waiting">Events still to be delivered to webhooks.</param>
/// <param name="GivenUp">Events whose delivery was given up.</param>
/// <param name="Problem">Why a delivery failed, where any waits or was given up for it; null otherwise.</param>
internal sealed record WatchesStatus(int Total, int Waiting, int GivenUp, string? Problem)
{
    /// <summary>All watches together.</summary>
    public static WatchesStatus Of(IReadOnlyList<WatchDeliveries> watches) => new(
        watches.Count,
        watches.Sum(watch => watch.Waiting),
        watches.Sum(watch => watch.GivenUp),
        watches.Select(watch => watch.Problem).FirstOrDefault(problem => problem is not null));
}
