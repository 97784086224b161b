using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.Responses;

namespace Pipeline.Host.Web;

/// <summary>Serves the page.</summary>
internal static class PageEndpoints
{
    /// <summary>The page asks each time whether it changed; its files never change under their address.</summary>
    private const string Revalidate = "no-cache", Immutable = "public, max-age=31536000, immutable";

    /// <summary>Maps <c>/</c> and the files.</summary>
    public static void MapPage(this IEndpointRouteBuilder endpoints, PageAssets assets)
    {
        endpoints.MapMethods("/", ["GET", "HEAD"], context => SendAsync(context, assets.Index, Revalidate)).ExcludeFromDescription();
        endpoints.MapMethods("/assets/{version}/{file}", ["GET", "HEAD"], context =>
        {
            if (assets.Files.TryGetValue((string)context.Request.RouteValues["file"]!, out var asset))
            {
                // A page opened before an update still finds its files, and is told to ask again.
                return SendAsync(context, asset, (string?)context.Request.RouteValues["version"] == assets.Version ? Immutable : Revalidate);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).ExcludeFromDescription();
    }

    private static async Task SendAsync(HttpContext context, PageAsset asset, string caching)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = caching;
        response.Headers.ETag = "W/" + asset.Tag; // weak: the same for both encodings
        response.Headers.Vary = "Accept-Encoding";
        if (EntityTags.Matches(request.Headers.IfNoneMatch, asset.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var body = asset.Bytes;
        if (asset.Brotli is { } compressed && TakesBrotli(request))
        {
            response.Headers.ContentEncoding = "br";
            body = compressed;
        }

        response.ContentType = asset.MediaType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    /// <summary>Browsers offer <c>br</c> only over https and to loopback; <c>br;q=0</c> refuses it.</summary>
    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
}
