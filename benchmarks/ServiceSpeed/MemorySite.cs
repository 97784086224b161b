using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Benchmarks.ServiceSpeed;

/// <summary>The least web server that serves pages from memory on loopback: what it costs is taken from the service it feeds, so it must cost next to nothing.</summary>
internal sealed class MemorySite : IDisposable
{
    private readonly Dictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private MemorySite()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Any, 0));
        _listener.Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Serves <paramref name="pages"/> and the feed that names them, the pages spread over so many hosts (127.0.0.1, 127.0.0.2…).</summary>
    public static MemorySite Start(IReadOnlyList<byte[]> pages, int hosts)
    {
        var site = new MemorySite();
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>要闻</title>");
        for (var i = 0; i < pages.Count; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><link>http://127.0.0.{1 + (i % hosts)}:{site.Port}/article/{i}.html</link></item>");
            site._answers[string.Create(CultureInfo.InvariantCulture, $"/article/{i}.html")] = Answer("200 OK", "text/html; charset=utf-8", pages[i]);
        }

        site._answers["/rss.xml"] = Answer("200 OK", "application/rss+xml", Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString()));
        _ = site.ListenAsync();
        return site;
    }

    public void Dispose() => _listener.Dispose();

    private static byte[] Answer(string status, string type, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n")), .. body];

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed: the run is over.
        }
    }

    private async Task AnswerAsync(Socket connection)
    {
        using (connection)
        {
            connection.NoDelay = true;
            var (buffer, length) = (new byte[16 * 1024], 0);
            var missing = Answer("404 Not Found", "text/plain", []);
            try
            {
                while (await connection.ReceiveAsync(buffer.AsMemory(length)) is > 0 and var read)
                {
                    length += read;
                    if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
                    {
                        continue;
                    }

                    var path = Encoding.ASCII.GetString(buffer.AsSpan(4, buffer.AsSpan(4).IndexOf((byte)' ')));
                    length = 0;
                    await connection.SendAsync(_answers.GetValueOrDefault(path, missing));
                }
            }
            catch (SocketException)
            {
                // The service has hung up.
            }
        }
    }
}
