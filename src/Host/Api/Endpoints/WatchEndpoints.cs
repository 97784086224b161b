using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Watches and what they fired, to read; <c>pipeline watch</c> makes them.</summary>
internal static class WatchEndpoints
{
    /// <summary>Events of a feed, newest first: a reader that asks once a day misses none of a busy watch.</summary>
    private const int EventsInFeed = 200;

    private const string AtomMediaType = "application/atom+xml";

    /// <summary>Maps <c>/watches</c> and <c>/watches/{id}/feed.atom</c>.</summary>
    public static void MapWatches(this RouteGroupBuilder api)
    {
        api.MapGet("/watches", async (HttpRequest request, IWatchStore watches, CancellationToken stopping) =>
        {
            Filters.RefuseAll(request);
            return new TaggedJson(new WatchesAnswer([.. (await watches.ListAsync(stopping)).Select(WatchAnswer.Of)]));
        }).Describe<WatchesAnswer>("listWatches", "The watches, oldest first", "'filters' is a query of /api/claims. Neither secrets nor addresses of webhooks are told.", []);

        api.MapGet("/watches/{id}/feed.atom", async (string id, HttpRequest request, IWatchStore watches, CancellationToken stopping) =>
        {
            Filters.RefuseAll(request);
            var watch = (await watches.ListAsync(stopping)).FirstOrDefault(watch => watch.Id == id)
                ?? throw new ApiProblemException(ApiProblem.Of(404, "not-found", "Not found", $"no watch has the id '{(id.Length > 80 ? id[..80] + "…" : id)}'; /api/watches lists them"));
            var root = $"{request.Scheme}://{request.Host.ToUriComponent()}";
            return new TaggedText(
                WatchFeed.ToAtom(watch, await watches.ReadEventsAsync(id, EventsInFeed, stopping), new Uri($"{root}{request.Path.ToUriComponent()}"), claim => new Uri($"{root}/#/claim/{claim}")),
                AtomMediaType);
        })
            .Describe<byte[]>("readWatchFeed", "What a watch fired, as an Atom feed", $"The newest {EventsInFeed} events, RFC 4287.", [], 404)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                if (operation.Responses?["200"]?.Content is { } content)
                {
                    content.Clear();
                    content[AtomMediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
                }

                return Task.CompletedTask;
            });
    }
}
