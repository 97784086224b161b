using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Frontier;
using Pipeline.Store;

namespace Pipeline.Host.Service;

/// <summary><c>/health/live</c> and <c>/health/ready</c>.</summary>
internal static class HealthEndpoints
{
    /// <summary>Failures in a row from which a feed that once answered counts as failing; one may be an accident.</summary>
    private const int FailingAfter = 2;

    /// <summary>Adds the probes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" })).ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    /// <summary>503 when the store cannot be used or the service is stopping; else 200, and in words whether a feed fails or has gone silent.</summary>
    private static IResult Ready(IFrontier frontier, StoreAvailability store, CrawlService crawl, TimeProvider clock)
    {
        IReadOnlyList<FeedStatus> feeds = [];
        var problem = crawl.IsDraining ? "stopping" : store.Problem;
        try
        {
            feeds = frontier.ReadFeeds();
        }
        catch (StoreException e)
        {
            problem ??= e.Message;
        }

        var now = clock.GetUtcNow();
        var states = feeds.Where(feed => feed.IsActive).Select(feed => new
        {
            url = feed.Url,
            state = State(feed, now),
            last_success = feed.SucceededAt,
            last_new_article = feed.FoundAt,
            problem = feed.Problem,
        }).ToList();
        var status = problem is not null ? "unready" : states.Exists(feed => feed.state is "failing" or "silent") ? "degraded" : "ready";
        return Results.Json(new { status, problem, feeds = states }, statusCode: problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A word for how a feed fares: failing, silent, waiting (not yet asked) or ok.</summary>
    public static string State(FeedStatus feed, DateTimeOffset now) =>
        feed.Failures >= FailingAfter || (feed.Failures > 0 && feed.SucceededAt is null) ? "failing" : feed.IsSilentAt(now) ? "silent" : feed.CheckedAt is null ? "waiting" : "ok";
}
