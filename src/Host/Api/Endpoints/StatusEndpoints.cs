using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>What there is and what is going on.</summary>
internal static class StatusEndpoints
{
    /// <summary>Maps <c>/status</c>.</summary>
    public static void MapStatus(this RouteGroupBuilder api) => api.MapGet("/status", async (HttpRequest request, DeskStatus status, CancellationToken stopping) =>
    {
        Filters.RefuseAll(request);
        return new TaggedJson(await status.ReadAsync(stopping));
    }).Describe<StatusAnswer>("readStatus", "What the store holds and what the service is doing", "Small and cheap: the page asks every few seconds, and with its entity tag is answered 304 while nothing changes.", []);
}
