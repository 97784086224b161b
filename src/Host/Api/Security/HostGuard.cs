using System.Net;
using Microsoft.AspNetCore.Http;
using Pipeline.Host.Api.Errors;

namespace Pipeline.Host.Api.Security;

/// <summary>
/// Refuses requests that were meant for somebody else. A page elsewhere can make a browser send requests here, also under a name of its own that
/// suddenly means 127.0.0.1 (DNS rebinding): on loopback only loopback names count, and other sites' scripts are refused wherever the browser says so.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, DeskSettings settings)
{
    /// <summary>Checks, then runs the rest of the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsOurs(context))
        {
            throw new ApiProblemException(ApiProblem.Of(421, "wrong-host", "Addressed to another host",
                $"the request names the host '{request.Host}', and this service answers to {Names(context)}; Web:AllowedHosts adds names"));
        }

        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            if (request.Headers.Origin is [{ Length: > 0 } origin] && !IsSameOrigin(request, origin))
            {
                throw new ApiProblemException(ApiProblem.Of(403, "cross-site", "Sent from another site", $"the request was sent by a page of '{origin}'; only this service's own page and programs may use the API"));
            }

            if (request.Headers["Sec-Fetch-Site"] is ["cross-site"] && request.Headers["Sec-Fetch-Mode"] is not ["navigate"])
            {
                throw new ApiProblemException(ApiProblem.Of(403, "cross-site", "Sent from another site", "the request was sent by a page of another site; only this service's own page and programs may use the API"));
            }
        }

        return next(context);
    }

    private bool IsOurs(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (settings.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase) || Caller.IsLoopbackName(host))
        {
            return true;
        }

        // On another address a token is asked for anyway, and the machine's names there are not ours to know.
        return settings.AllowedHosts.Count == 0 && context.Connection.LocalIpAddress is { } local && !IPAddress.IsLoopback(local) && host.Length > 0;
    }

    private string Names(HttpContext context) =>
        string.Join(", ", (IEnumerable<string>)["localhost", "127.0.0.1", .. settings.AllowedHosts]) + (context.Connection.LocalPort is > 0 and var port ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (port {port})") : "");

    private static bool IsSameOrigin(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
        && from.Authority.Equals(here.Authority, StringComparison.OrdinalIgnoreCase);
}
