using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;
using Pipeline.Store;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Search, facets and single claims.</summary>
internal static class ClaimEndpoints
{
    /// <summary>Maps <c>/claims</c>, <c>/facets</c> and <c>/claims/{id}</c>.</summary>
    public static void MapClaims(this RouteGroupBuilder api)
    {
        api.MapGet("/claims", async (HttpRequest request, IClaimStore store, ClaimQueryParser parser, CancellationToken stopping) =>
        {
            var page = await store.QueryAsync(Filters.Read(request, parser), stopping);
            return new TaggedJson(new ClaimsAnswer(page.Claims, page.Next));
        }).Describe<ClaimsAnswer>("searchClaims", "Claims that match, a page at a time", "Best first, then newest; an empty filter gives the newest claims. Hand 'next' back as 'cursor' for the next page.", Filters.Described);

        api.MapGet("/facets", async (HttpRequest request, IClaimStore store, ClaimQueryParser parser, CancellationToken stopping) =>
            new TaggedJson(await store.CountAsync(Filters.Read(request, parser, "limit", "cursor"), stopping)))
            .Describe<FacetCounts>("countClaims", "How the claims that match divide", "Counts by facet. 'is_complete' is false where more match than were counted.", Filters.Described.Where(filter => filter.Name is not ("limit" or "cursor")));

        api.MapGet("/claims/{id}", async (string id, HttpRequest request, IClaimStore store, CancellationToken stopping) =>
        {
            Filters.RefuseAll(request);
            return new TaggedJson(ClaimAnswer.Of(await store.FindClaimAsync(id, stopping) ?? throw ApiProblemException.NotFound("claim", id)));
        }).Describe<ClaimAnswer>("readClaim", "A claim with its article, appearances, edits and reviews", "'version' is what a new finding hands back.", [], 404);
    }
}
