using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Host.Api.Errors;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Reads the body of a finding.</summary>
internal static class FindingReader
{
    private static readonly string[] Fields = ["verdict", "note", "reviewer", "evidence", "state", "assignee", "covers_appearances", "version"];

    /// <summary>Reads it.</summary>
    /// <exception cref="ApiProblemException">It is no JSON, too large, or a field is wrong.</exception>
    public static Task<ReviewDraft> ReadAsync(HttpRequest request, string claimId, long maxBytes, CancellationToken cancellationToken) =>
        JsonBody.ReadAsync(request, maxBytes, Fields, body => Read(body, claimId), cancellationToken);

    private static ReviewDraft Read(JsonElement body, string claimId)
    {
        try
        {
            return ReviewDrafts.Read(
                claimId,
                JsonBody.Text(body, "verdict"),
                JsonBody.Text(body, "state"),
                JsonBody.Text(body, "note"),
                JsonBody.Text(body, "reviewer"),
                JsonBody.Text(body, "assignee"),
                JsonBody.Texts(body, "evidence", "a list of links"),
                Number(body, "version"),
                Flag(body, "covers_appearances") ?? true);
        }
        catch (QueryException e)
        {
            throw new ApiProblemException(ApiProblem.Of(400, "bad-parameter", "A parameter makes no sense", e.Message) with
            {
                Parameter = e.Parameter,
                Found = JsonBody.Get(body, e.Parameter)?.ToString(),
                Allowed = e.Parameter switch { "verdict" => ContractNames.All<Verdict>(), "state" => ContractNames.All<ReviewState>(), _ => null },
            });
        }
    }

    private static bool? Flag(JsonElement body, string field) => JsonBody.Get(body, field) is not { } value
        ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw ApiProblemException.BadParameter(field, value.GetRawText(), "true or false");

    private static int? Number(JsonElement body, string field) => JsonBody.Get(body, field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw ApiProblemException.BadParameter(field, value.GetRawText(), "a whole number");
}
