using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Host.Api.Responses;

/// <summary>Text in UTF-8 with an entity tag of its bytes: whoever has them already is answered 304 without a body.</summary>
/// <param name="text">The body.</param>
/// <param name="mediaType">Its media type, without a charset.</param>
internal sealed class TaggedText(string text, string mediaType) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var response = httpContext.Response;
        var tag = EntityTags.OfBytes(body);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (EntityTags.Matches(httpContext.Request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = mediaType + "; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
