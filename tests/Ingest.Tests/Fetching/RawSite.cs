using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Ingest.Tests.Fetching;

/// <summary>A server on loopback that answers each path with bytes as a test writes them, right or wrong.</summary>
internal sealed class RawSite : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Func<string, byte[]> _answer;
    private readonly Task _running;

    private RawSite(Func<string, byte[]> answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Root = $"http://{_listener.LocalEndPoint}";
        _running = RunAsync();
    }

    public string Root { get; }

    public static RawSite Start(Func<string, byte[]> answer) => new(answer);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _running;
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptAsync();
                var (buffer, length) = (new byte[16 * 1024], 0);
                while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0 && await connection.ReceiveAsync(buffer.AsMemory(length)) is > 0 and var read)
                {
                    length += read;
                }

                var path = Encoding.ASCII.GetString(buffer, 4, Math.Max(0, buffer.AsSpan(4).IndexOf((byte)' ')));
                await connection.SendAsync(_answer(path));
                connection.Shutdown(SocketShutdown.Both);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed by the test.
        }
    }
}
