using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Http;

/// <summary>Makes handlers for requests to addresses that people typed: they reach what the fetcher may reach, and nothing inside the network.</summary>
public static class GuardedHandler
{
    /// <summary>A handler that follows no redirect, keeps no cookie, uses no proxy (a proxy would connect past the check of addresses) and reads no more of an answer than it is asked for.</summary>
    /// <param name="allowPrivateNetworks">Whether loopback, private and link-local addresses may be connected to too.</param>
    public static SocketsHttpHandler Create(bool allowPrivateNetworks) => new()
    {
        AllowAutoRedirect = false,
        ConnectCallback = new GuardedConnector(
            address => allowPrivateNetworks || PublicInternet.Contains(address),
            (host, stopping) => System.Net.Dns.GetHostAddressesAsync(host, stopping)).ConnectAsync,
        MaxResponseDrainSize = 0,
        // A receiver that moves is found again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        UseProxy = false,
    };
}
