using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Host.Api.Responses;

/// <summary>JSON with an entity tag of its bytes: whoever has them already is answered 304 without a body.</summary>
internal sealed class TaggedJson(object value, int status = StatusCodes.Status200OK, string? tag = null) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), DeskJson.Options);
        var response = httpContext.Response;
        var entityTag = tag ?? EntityTags.OfBytes(body);
        response.Headers.ETag = entityTag;
        response.Headers.CacheControl = "private, no-cache";
        if (status == StatusCodes.Status200OK && EntityTags.Matches(httpContext.Request.Headers.IfNoneMatch, entityTag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
