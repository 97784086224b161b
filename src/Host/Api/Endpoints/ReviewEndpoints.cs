using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;
using Pipeline.Host.Api.Security;
using Pipeline.Store;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Findings: read the history, add a step.</summary>
internal static class ReviewEndpoints
{
    /// <summary>Maps <c>/claims/{id}/reviews</c> for reading.</summary>
    public static void MapReviewHistory(this RouteGroupBuilder api) => api.MapGet("/claims/{id}/reviews", async (string id, HttpRequest request, IClaimStore store, CancellationToken stopping) =>
    {
        Filters.RefuseAll(request);
        var claim = await store.FindClaimAsync(id, stopping) ?? throw ApiProblemException.NotFound("claim", id);
        return new TaggedJson(HistoryAnswer.Of(claim.Reviews), tag: TagOf(claim.Reviews));
    }).Describe<HistoryAnswer>("readReviews", "The review history of a claim", "Its entity tag may be handed back in 'If-Match' instead of 'version'.", [], 404);

    /// <summary>Maps <c>/claims/{id}/reviews</c> for writing.</summary>
    public static void MapReviewing(this RouteGroupBuilder api, DeskSettings settings) => api.MapPost("/claims/{id}/reviews", async (string id, HttpRequest request, IClaimStore store, CancellationToken stopping) =>
    {
        Filters.RefuseAll(request);
        var draft = await FindingReader.ReadAsync(request, id, settings.MaxBodyBytes, stopping);
        var claim = await store.FindClaimAsync(id, stopping) ?? throw ApiProblemException.NotFound("claim", id);
        var history = claim.Reviews;
        if (request.Headers.IfMatch is { Count: > 0 } wanted)
        {
            if (!EntityTags.Matches(wanted, TagOf(history)))
            {
                throw new ApiProblemException(ApiProblem.Of(412, "stale-review", "Somebody else was quicker", $"the history is at version {history.Version} and not the one that 'If-Match' names; nothing was added: read it again, then decide") with { Current = HistoryAnswer.Of(history) });
            }

            draft = draft with { ExpectedVersion = history.Version };
        }

        draft = draft with { ClaimId = claim.Claim.Claim.Id };
        var added = await store.AddReviewAsync(draft, stopping) ?? throw ApiProblemException.NotFound("claim", id);
        request.HttpContext.Response.Headers.Location = $"/api/claims/{draft.ClaimId}/reviews";
        return new TaggedJson(HistoryAnswer.Of(added), StatusCodes.Status201Created, TagOf(added));
    })
        .Accepts<Finding>("application/json")
        .RequireRateLimiting(RateLimits.Writing)
        .Describe<HistoryAnswer>("addReview", "Adds a finding to a claim", "Nothing is ever overwritten. Give the 'version' of the history that the reviewer saw: when another step has come since, the answer is 409 with the history as it is now, and nothing is added.", [], 400, 401, 403, 404, 409, 412, 413, 415);

    private static string TagOf(ReviewHistory history) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"v{history.Version}\"");
}
