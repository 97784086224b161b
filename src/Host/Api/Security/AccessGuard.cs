using Microsoft.AspNetCore.Http;
using Pipeline.Host.Api.Errors;

namespace Pipeline.Host.Api.Security;

/// <summary>Who may do what: programs on this machine may read, all else takes the token.</summary>
internal sealed class AccessGuard(DeskSettings settings) : IEndpointFilter
{
    /// <summary>Asks for the token where it is due.</summary>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var http = context.HttpContext;
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (reads && Caller.IsLocal(http))
        {
            return next(context);
        }

        if (settings.Token is null)
        {
            throw new ApiProblemException(reads
                ? ApiProblem.Of(403, "local-only", "Only for this machine", "without a token the service answers this machine alone; set Web:Token (environment: Web__Token) and present it as 'Authorization: Bearer TOKEN'")
                : ApiProblem.Of(403, "read-only", "Read-only", "findings are recorded only with a token; set Web:Token (environment: Web__Token), restart, and present it as 'Authorization: Bearer TOKEN'"));
        }

        if (!Caller.Presents(http, settings.Token))
        {
            var isMissing = http.Request.Headers.Authorization.Count == 0;
            http.Response.Headers.WWWAuthenticate = isMissing ? "Bearer realm=\"pipeline\"" : "Bearer realm=\"pipeline\", error=\"invalid_token\"";
            throw new ApiProblemException(isMissing
                ? ApiProblem.Of(401, "token-missing", "A token is needed", "present the service's token as 'Authorization: Bearer TOKEN'; whoever runs the service set it as Web:Token")
                : ApiProblem.Of(401, "token-wrong", "The token is wrong", "the token presented is not this service's; whoever runs the service set it as Web:Token"));
        }

        return next(context);
    }
}
