using Pipeline.Store.Frontier;

namespace Pipeline.Host.Api;

/// <summary>Reads the service's progress from its frontier.</summary>
internal sealed class FrontierProgress(IFrontier frontier, TimeProvider clock) : IServiceProgressSource
{
    /// <inheritdoc/>
    public ServiceProgress Read()
    {
        var status = frontier.ReadStatus(clock.GetUtcNow(), problems: 0);
        return new ServiceProgress
        {
            Due = status.Due,
            Waiting = status.Pages.GetValueOrDefault(PageState.Waiting),
            Stored = status.Pages.GetValueOrDefault(PageState.Stored),
            Failed = status.Pages.GetValueOrDefault(PageState.Failed) + status.Pages.GetValueOrDefault(PageState.Rejected),
            Feeds = [.. status.Feeds.Where(feed => feed.IsActive).Select(feed => new FeedProgress(feed.Url, feed.SucceededAt, feed.Problem, feed.NextAt))],
        };
    }
}
