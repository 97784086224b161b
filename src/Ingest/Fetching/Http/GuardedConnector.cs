using System.Net;
using System.Net.Sockets;

namespace Pipeline.Ingest.Fetching.Http;

/// <summary>Opens connections to the public internet only. Looks a name up once and connects to the very addresses it judged, so a name that changes its answer gains nothing.</summary>
/// <param name="isAllowed">Whether an address may be connected to.</param>
/// <param name="resolve">Looks up the addresses of a name.</param>
internal sealed class GuardedConnector(Func<IPAddress, bool> isAllowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="AddressRefusedException">No address of the host may be connected to.</exception>
    /// <exception cref="SocketException">The name is unknown, or no address answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken).ConfigureAwait(false);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var allowed = Array.FindAll(addresses, address => isAllowed(address));
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException($"{host} is {string.Join(", ", addresses.Select(a => a.ToString()))}, no address of the public internet (Fetch:AllowPrivateNetworks allows it)");
        }

        for (var i = 0; ; i++)
        {
            var socket = new Socket(allowed[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed[i], port, cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < allowed.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
