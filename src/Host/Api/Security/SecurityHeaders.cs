using Microsoft.AspNetCore.Http;

namespace Pipeline.Host.Api.Security;

/// <summary>Headers that keep a browser from doing with an answer what it is not for.</summary>
internal static class SecurityHeaders
{
    /// <summary>The page: its own scripts and styles, no inline ones, no strings made markup (trusted types), nothing from elsewhere, in nobody's frame.</summary>
    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Everything else: nothing runs, should a browser be made to show it.</summary>
    private const string AnswerPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Sets them before the rest of the request runs.</summary>
    public static Task SetAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path == "/" ? PagePolicy : AnswerPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        return next(context);
    }
}
