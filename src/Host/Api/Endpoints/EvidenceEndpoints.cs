using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Store;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>The raw pages that claims were read from.</summary>
internal static class EvidenceEndpoints
{
    /// <summary>Maps <c>/evidence/{sha256}</c>: always a download, whatever the page says it is, so that nothing in it runs.</summary>
    public static void MapEvidence(this RouteGroupBuilder api) => api.MapGet("/evidence/{sha256}", async (string sha256, HttpRequest request, IClaimStore store, CancellationToken stopping) =>
    {
        Filters.RefuseAll(request);
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigit))
        {
            throw ApiProblemException.BadParameter("sha256", sha256, "64 hexadecimal digits");
        }

        var evidence = await store.ReadEvidenceAsync(sha256.ToLowerInvariant(), stopping) ?? throw new ApiProblemException(ApiProblem.Of(404, "not-found", "Not found", "no raw input with this hash was kept"));
        var response = request.HttpContext.Response;
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(evidence.Bytes, "application/octet-stream", $"{evidence.Sha256}.{Extension(evidence.MediaType)}", entityTag: new($"\"{evidence.Sha256[..24]}\""));
    }).Describe<byte[]>("readEvidence", "The raw input that an appearance was read from", "The bytes whose SHA-256 the appearance names, as a download.", [], 400, 404);

    private static string Extension(string? mediaType) => mediaType switch
    {
        "text/html" or "application/xhtml+xml" => "html",
        "application/json" => "json",
        "text/plain" => "txt",
        _ => "bin",
    };
}
