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
internal sealed record WatchAnswer(string Id, string Name, string Filters, IReadOnlyList<WatchEventKind> Events, bool HasWebhook, DateTimeOffset CreatedAt, string Feed)
{
    /// <summary>The same as the store keeps it.</summary>
    public static WatchAnswer Of(Watch watch) => new(
        watch.Id,
        watch.Name,
        string.Join('&', watch.Filters.Select(filter => $"{Uri.EscapeDataString(filter.Key)}={Uri.EscapeDataString(filter.Value ?? "")}")),
        watch.Events,
        watch.Webhook is not null,
        watch.CreatedAt,
        $"/api/watches/{watch.Id}/feed.atom");
}
