using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Security;
using Pipeline.Store;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Claims as files.</summary>
internal static class ExportEndpoints
{
    private const int BufferSize = 1 << 15;

    private static readonly Dictionary<string, (string MediaType, string FileName, Func<IClaimStore, ClaimQuery, TextWriter, CancellationToken, Task> WriteAsync)> Formats = new(StringComparer.Ordinal)
    {
        ["jsonl"] = ("application/x-ndjson; charset=utf-8", "claims.jsonl", (store, query, output, stopping) => ClaimJsonLines.WriteAsync(output, store.StreamAsync(query, stopping), stopping)),
        ["csv"] = ("text/csv; charset=utf-8", "claims.csv", (store, query, output, stopping) => ClaimCsv.WriteAsync(output, store.StreamAsync(query, stopping), stopping)),
        ["claimreview"] = ("application/x-ndjson; charset=utf-8", "claimreview.jsonl", WriteReviewsAsync),
    };

    /// <summary>Maps <c>/export</c>, written as it is read so that its size is nobody's memory, and <c>/claims/{id}/report</c>.</summary>
    public static void MapExport(this RouteGroupBuilder api)
    {
        MapFiles(api);
        api.MapGet("/claims/{id}/report", async (string id, HttpRequest request, IClaimStore store, TimeProvider clock, CancellationToken stopping) =>
        {
            Filters.RefuseAll(request);
            var dossier = await store.FindClaimAsync(id, stopping) ?? throw ApiProblemException.NotFound("claim", id);
            return Results.File(Encoding.UTF8.GetBytes(ClaimReport.ToHtml(dossier, clock.GetUtcNow())), "text/html; charset=utf-8", $"claim-{dossier.Claim.Claim.Id}.html");
        })
            .RequireRateLimiting(RateLimits.Exporting)
            .Describe<byte[]>("reportClaim", "A printable report of a claim with its evidence", "One HTML file without scripts or external resources, as a download.", [], 404);
    }

    private static void MapFiles(RouteGroupBuilder api) => api.MapGet("/export", async (HttpRequest request, IClaimStore store, ClaimQueryParser parser, CancellationToken stopping) =>
    {
        var query = Filters.Read(request, parser, "format");
        var name = Filters.One(request, "format") ?? "jsonl";
        if (!Formats.TryGetValue(name, out var format))
        {
            throw ApiProblemException.BadParameter("format", name, $"one of {string.Join(", ", Formats.Keys)}", [.. Formats.Keys]);
        }

        var response = request.HttpContext.Response;
        response.ContentType = format.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{format.FileName}\"";
        response.Headers.CacheControl = "no-store";
        var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        await using (writer)
        {
            await format.WriteAsync(store, query, writer, stopping);
        }
    })
        .RequireRateLimiting(RateLimits.Exporting)
        .Describe<byte[]>("exportClaims", "All claims that match, as a file", "csv opens right in spreadsheets and holds no formulas; jsonl is one claim a line; claimreview is one schema.org ClaimReview a line, of the claims with a closed finding. 'limit' and 'cursor' do not count.",
            [.. Filters.Described.Where(filter => filter.Name is not ("limit" or "cursor")), new DescribedParameter("format", "The format; jsonl when left out.", [.. Formats.Keys])]);

    private static async Task WriteReviewsAsync(IClaimStore store, ClaimQuery query, TextWriter output, CancellationToken cancellationToken)
    {
        await foreach (var claim in store.StreamAsync(query with { ReviewStates = [ReviewState.Closed], Unreviewed = false }, cancellationToken))
        {
            if (await store.FindClaimAsync(claim.Claim.Id, cancellationToken) is { } dossier && ClaimReviewJson.ToJson(dossier) is { } review)
            {
                await output.WriteAsync(review.ToJsonString(StoredClaimJson.Compact));
                await output.WriteAsync('\n');
            }
        }
    }
}
