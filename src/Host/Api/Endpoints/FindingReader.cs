using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.Host.Api.Errors;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Reads the body of a finding; an error names the field, what stood there and what may.</summary>
internal static class FindingReader
{
    private static readonly string[] Fields = ["verdict", "note", "reviewer", "evidence", "state", "assignee", "covers_appearances", "version"];

    /// <summary>Reads it.</summary>
    /// <exception cref="ApiProblemException">It is no JSON, too large, or a field is wrong.</exception>
    public static async Task<ReviewDraft> ReadAsync(HttpRequest request, string claimId, long maxBytes, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 8 }, cancellationToken);
            return Read(body.RootElement, claimId);
        }
        catch (JsonException e)
        {
            throw new ApiProblemException(ApiProblem.Of(400, "bad-json", "The body is no JSON", $"the body cannot be read as JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
        }
    }

    private static ReviewDraft Read(JsonElement body, string claimId)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw ApiProblemException.BadParameter("body", body.ValueKind.ToString().ToLowerInvariant(), "a JSON object");
        }

        foreach (var field in body.EnumerateObject().Where(field => !Fields.Contains(field.Name, StringComparer.Ordinal)))
        {
            throw ApiProblemException.BadParameter(field.Name, field.Value.GetRawText(), $"left out: a finding has {string.Join(", ", Fields)}", Fields);
        }

        try
        {
            return ReviewDrafts.Read(
                claimId,
                Text(body, "verdict"),
                Text(body, "state"),
                Text(body, "note"),
                Text(body, "reviewer"),
                Text(body, "assignee"),
                Links(body),
                Number(body, "version"),
                Flag(body, "covers_appearances") ?? true);
        }
        catch (QueryException e)
        {
            throw new ApiProblemException(ApiProblem.Of(400, "bad-parameter", "A parameter makes no sense", e.Message) with
            {
                Parameter = e.Parameter,
                Found = Get(body, e.Parameter)?.ToString(),
                Allowed = e.Parameter switch { "verdict" => ContractNames.All<Verdict>(), "state" => ContractNames.All<ReviewState>(), _ => null },
            });
        }
    }

    private static JsonElement? Get(JsonElement body, string field) => body.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement body, string field) => Get(body, field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw ApiProblemException.BadParameter(field, value.GetRawText(), "a text");

    private static bool? Flag(JsonElement body, string field) => Get(body, field) is not { } value
        ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw ApiProblemException.BadParameter(field, value.GetRawText(), "true or false");

    private static int? Number(JsonElement body, string field) => Get(body, field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw ApiProblemException.BadParameter(field, value.GetRawText(), "a whole number");

    private static string[] Links(JsonElement body) => Get(body, "evidence") is not { } value
        ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(link => link.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(link => link.GetString()!)]
            : throw ApiProblemException.BadParameter("evidence", value.GetRawText(), "a list of links");
}
