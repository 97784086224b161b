using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.Host.Api.Errors;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>The body of a request as a JSON object, read field by field; an error names the field, what stood there and what may.</summary>
internal static class JsonBody
{
    /// <summary>Reads the body and hands it over.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Longest body.</param>
    /// <param name="fields">The fields that it may have.</param>
    /// <param name="read">Reads the object.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ApiProblemException">It is no JSON, too large, no object, or has another field.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, long maxBytes, IReadOnlyList<string> fields, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 8 }, cancellationToken);
            Check(body.RootElement, fields);
            return read(body.RootElement);
        }
        catch (JsonException e)
        {
            throw new ApiProblemException(ApiProblem.Of(400, "bad-json", "The body is no JSON", $"the body cannot be read as JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
        }
    }

    /// <summary>A field, or null where it is missing or null.</summary>
    public static JsonElement? Get(JsonElement body, string field) => body.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A field that is a text.</summary>
    public static string? Text(JsonElement body, string field) => Get(body, field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw ApiProblemException.BadParameter(field, value.GetRawText(), "a text");

    /// <summary>A field that is a list of texts.</summary>
    public static string[] Texts(JsonElement body, string field, string wanted) => Get(body, field) is not { } value
        ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw ApiProblemException.BadParameter(field, value.GetRawText(), wanted);

    private static void Check(JsonElement body, IReadOnlyList<string> fields)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw ApiProblemException.BadParameter("body", body.ValueKind.ToString().ToLowerInvariant(), "a JSON object");
        }

        foreach (var field in body.EnumerateObject().Where(field => !fields.Contains(field.Name, StringComparer.Ordinal)))
        {
            throw ApiProblemException.BadParameter(field.Name, field.Value.GetRawText(), $"left out: there are {string.Join(", ", fields)}", fields);
        }
    }
}
