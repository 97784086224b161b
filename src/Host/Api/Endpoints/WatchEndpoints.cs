using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;
using Pipeline.Host.Api.Security;
using Pipeline.Store.Queries;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Watches and what they fired.</summary>
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
            var deliveries = (await watches.ReadDeliveriesAsync(stopping)).ToDictionary(one => one.WatchId, StringComparer.Ordinal);
            return new TaggedJson(new WatchesAnswer([.. (await watches.ListAsync(stopping)).Select(watch => WatchAnswer.Of(watch, deliveries.GetValueOrDefault(watch.Id)))]));
        }).Describe<WatchesAnswer>("listWatches", "The watches, oldest first", "'filters' is a query of /api/claims. Neither secrets nor addresses of webhooks are told.", []);

        api.MapGet("/watches/{id}/feed.atom", async (string id, HttpRequest request, IWatchStore watches, CancellationToken stopping) =>
        {
            Filters.RefuseAll(request);
            var watch = (await watches.ListAsync(stopping)).FirstOrDefault(watch => watch.Id == id)
                ?? throw NoWatch(id);
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

    /// <summary>Maps <c>/watches</c> and <c>/watches/{id}</c> for writing.</summary>
    public static void MapWatching(this RouteGroupBuilder api, DeskSettings settings)
    {
        api.MapPost("/watches", async (HttpRequest request, IWatchStore watches, ClaimQueryParser parser, TimeProvider clock, CancellationToken stopping) =>
        {
            Filters.RefuseAll(request);
            var watch = await JsonBody.ReadAsync(request, settings.MaxBodyBytes, ["name", "filters", "events", "webhook"], body => Read(body, parser, clock.GetUtcNow()), stopping);
            await watches.AddAsync(watch, stopping);
            return new TaggedJson(new WatchMadeAnswer(WatchAnswer.Of(watch, null), watch.Secret), StatusCodes.Status201Created);
        })
            .Accepts<NewWatch>("application/json")
            .RequireRateLimiting(RateLimits.Writing)
            .Describe<WatchMadeAnswer>("addWatch", "Saves a query that fires from now on", "'secret' signs the posts to the webhook and is told this once.", [], 400, 401, 403, 413, 415);

        api.MapDelete("/watches/{id}", async (string id, HttpRequest request, IWatchStore watches, CancellationToken stopping) =>
        {
            Filters.RefuseAll(request);
            return await watches.RemoveAsync(id, stopping) ? Results.NoContent() : throw NoWatch(id);
        })
            .RequireRateLimiting(RateLimits.Writing)
            .Describe<byte[]>("removeWatch", "Removes a watch and its events", "Answers 204 without a body.", [], 401, 403, 404);
    }

    private static Watch Read(JsonElement body, ClaimQueryParser parser, DateTimeOffset now)
    {
        try
        {
            var filters = QueryHelpers.ParseQuery(JsonBody.Text(body, "filters")).SelectMany(filter => filter.Value.Select(value => KeyValuePair.Create(filter.Key, value))).ToList();
            return WatchDrafts.Read(parser, filters, JsonBody.Text(body, "name"), JsonBody.Texts(body, "events", $"a list of {string.Join(", ", ContractNames.All<WatchEventKind>())}"), JsonBody.Text(body, "webhook"), now);
        }
        catch (QueryException e)
        {
            throw new ApiProblemException(ApiProblem.Of(400, "bad-parameter", "A parameter makes no sense", e.Message) with { Parameter = e.Parameter });
        }
    }

    private static ApiProblemException NoWatch(string id) => new(ApiProblem.Of(404, "not-found", "Not found", $"no watch has the id '{(id.Length > 80 ? id[..80] + "…" : id)}'; /api/watches lists them"));
}
