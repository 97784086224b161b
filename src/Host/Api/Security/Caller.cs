using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Host.Api.Security;

/// <summary>Who sends a request, as far as it matters here.</summary>
internal static class Caller
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// True for a program on this machine that speaks to the service directly. A request that a proxy passed on, or that names another host,
    /// comes from this machine too and says nothing about who is behind it.
    /// </summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopbackName(context.Request.Host.Host)
        && !context.Request.Headers.ContainsKey("Forwarded")
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey(HeaderNames.Via);

    /// <summary>Whether a Host header's name (without port) can only mean this machine.</summary>
    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether the request presents this token; compared in a time that does not depend on where they differ.</summary>
    public static bool Presents(HttpContext context, string token)
    {
        var header = context.Request.Headers.Authorization;
        return header is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Digest(value[Scheme.Length..].Trim()), Digest(token));
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
