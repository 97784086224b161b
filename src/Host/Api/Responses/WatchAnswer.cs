using Pipeline.Store.Watches;

namespace Pipeline.Host.Api.Responses;

/// <summary>A watch without its secret and without its webhook's address, which often holds a secret of the receiver's.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Filters">Its filters as a query of <c>/api/claims</c>.</param>
/// <param name="Events">What it fires on.</param>
/// <param name="HasWebhook">Whether its events are posted somewhere.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Feed">The path of its Atom feed.</param>
/// <param name="Fired">How many events fired.</param>
/// <param name="LastFired">When the last one did; null when none has.</param>
/// <param name="LastDelivered">When one was last delivered to the webhook; null when none was.</param>
/// <param name="Waiting">Events still to be delivered.</param>
/// <param name="GivenUp">Events whose delivery was given up.</param>
/// <param name="Problem">Why the last failed delivery failed; null when none has, or all have been delivered since.</param>
internal sealed record WatchAnswer(
    string Id, string Name, string Filters, IReadOnlyList<WatchEventKind> Events, bool HasWebhook, DateTimeOffset CreatedAt, string Feed,
    int Fired, DateTimeOffset? LastFired, DateTimeOffset? LastDelivered, int Waiting, int GivenUp, string? Problem)
{
    /// <summary>The same as the store keeps it.</summary>
    public static WatchAnswer Of(Watch watch, WatchDeliveries? deliveries) => new(
        watch.Id,
        watch.Name,
        string.Join('&', watch.Filters.Select(filter => $"{Uri.EscapeDataString(filter.Key)}={Uri.EscapeDataString(filter.Value ?? "")}")),
        watch.Events,
        watch.Webhook is not null,
        watch.CreatedAt,
        $"/api/watches/{watch.Id}/feed.atom",
        deliveries?.Events ?? 0,
        deliveries?.LastFired,
        deliveries?.LastDelivered,
        deliveries?.Waiting ?? 0,
        deliveries?.GivenUp ?? 0,
        deliveries?.Problem);
}
