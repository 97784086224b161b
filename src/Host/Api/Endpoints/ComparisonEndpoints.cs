using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;
using Pipeline.Store;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;
using Pipeline.Store.Timelines;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Claims beside each other: conflicts and timelines.</summary>
internal static class ComparisonEndpoints
{
    /// <summary>Claims of one timeline at most, so that it costs a bounded time on any store.</summary>
    private const int MaxCompared = 20_000;

    /// <summary>Claims of one topic that are compared at most: the newest.</summary>
    private const int MaxOfTopic = 2000;

    /// <summary>Claims and topics after which an answer is given with what was found, and the cursor that goes on.</summary>
    private const int MaxClaims = 8000, MaxTopics = 2000;

    /// <summary>Series that a timeline gives at most.</summary>
    private const int MaxSeries = 20;

    private static readonly string[] Reality = ["all", "real", "apparent"];

    /// <summary>Maps <c>/conflicts</c> and <c>/timeline</c>.</summary>
    public static void MapComparisons(this RouteGroupBuilder api)
    {
        api.MapGet("/conflicts", async (HttpRequest request, IClaimStore store, ClaimQueryParser parser, CancellationToken stopping) =>
        {
            var query = Filters.Read(request, parser, "show");
            var show = Filters.One(request, "show") ?? "all";
            if (!Reality.Contains(show, StringComparer.Ordinal))
            {
                throw ApiProblemException.BadParameter("show", show, $"one of {string.Join(", ", Reality)}", Reality);
            }

            return new TaggedJson(await FindAsync(store, query, group => show == "all" || group.IsReal == (show == "real"), stopping));
        }).Describe<ConflictsAnswer>("findConflicts", "Claims on the same subject and metric whose values disagree", "Among the claims that match, the topic with the best and newest claim first; 'limit' counts groups, and a topic is never cut in two. A request looks at so many claims and no more: hand 'next' back as 'cursor' to go on, also when it gave no group. 'real' is false where the reason explains the difference away.",
            [.. Filters.Described, new DescribedParameter("show", "All groups, the real ones, or the apparent ones.", Reality)]);

        api.MapGet("/timeline", async (HttpRequest request, IClaimStore store, ClaimQueryParser parser, CancellationToken stopping) =>
        {
            var query = Filters.Read(request, parser, "cursor", "limit");
            if (query.Subjects.Count == 0 || query.Metrics.Count == 0)
            {
                throw ApiProblemException.BadParameter(query.Subjects.Count == 0 ? "subject" : "metric", null, "given: a timeline is of one subject and one metric");
            }

            var (claims, isComplete) = await ReadAsync(store, query, stopping);
            return new TaggedJson(new TimelineAnswer([.. Timeline.Of(claims).Take(MaxSeries).Select(SeriesAnswer.Of)], isComplete));
        }).Describe<TimelineAnswer>("readTimeline", "The values of a subject and metric over time", "One series for each kind, unit, denominator, basis and whole, since only those compare; outliers are marked.",
            Filters.Described.Where(filter => filter.Name is not ("cursor" or "limit")).Select(filter => filter with { IsRequired = filter.Name is "subject" or "metric" }));
    }

    private static async Task<ConflictsAnswer> FindAsync(IClaimStore store, ClaimQuery query, Predicate<ConflictGroup> isWanted, CancellationToken cancellationToken)
    {
        var groups = new List<ConflictGroup>();
        var (claims, topics, isComplete) = (0, 0, true);
        await foreach (var topic in store.StreamTopicsAsync(query, MaxOfTopic, cancellationToken))
        {
            groups.AddRange(ConflictFinder.Find(topic.Claims).Where(group => isWanted(group)));
            isComplete &= topic.IsComplete;
            claims += topic.Claims.Count;
            topics++;
            if (groups.Count >= query.Limit || claims >= MaxClaims || topics >= MaxTopics || topic.Claims.Count == 0)
            {
                return Answer(topic.Next);
            }
        }

        return Answer(null);

        ConflictsAnswer Answer(string? next) => new([.. groups.OrderByDescending(group => group.IsReal).Select(ConflictAnswer.Of)], next, isComplete);
    }

    private static async Task<(List<StoredClaim> Claims, bool IsComplete)> ReadAsync(IClaimStore store, ClaimQuery query, CancellationToken cancellationToken)
    {
        var claims = new List<StoredClaim>();
        await foreach (var claim in store.StreamAsync(query, cancellationToken))
        {
            if (claims.Count == MaxCompared)
            {
                return (claims, false);
            }

            claims.Add(claim);
        }

        return (claims, true);
    }
}
