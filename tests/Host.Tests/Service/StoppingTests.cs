using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>How the service ends: as it is asked to, whoever still reads from it, and at once when it cannot begin.</summary>
public sealed class StoppingTests : IDisposable
{
    private const int Drained = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-stop-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task Beside_a_caller_who_reads_slowly_all_that_was_fetched_is_stored_within_the_time_set()
    {
        await using var site = await LoopbackSite.StartAsync();
        // Larger than what the sockets hold, and nothing that compresses: the answer stays on its way for as long as the caller likes.
        var noise = new byte[6_000_000];
        new Random(1).NextBytes(noise);
        var large = GeneratedNews.Page(0).Replace("\n", "</p><p>", StringComparison.Ordinal) + "<!-- " + Convert.ToBase64String(noise) + " -->";
        var pages = 200;
        GeneratedNews.Publish(site, pages);
        site.With("/n/0.txt", $"<!doctype html><html><body><p>{large}</p></body></html>", "text/html; charset=utf-8");
        var (port, config) = (FreePort(), ServeProcess.Configure(_folder, site.Root + "/rss.xml"));
        await using var service = ServeProcess.Start(config, ("Web__Urls", $"http://127.0.0.1:{port}"), ("Service__DrainWithin", "00:00:10"));
        using var caller = new TcpClient { ReceiveBufferSize = 4_096 };
        var (ends, drained) = (new List<int>(), false);
        await foreach (var line in service.ReadLogAsync())
        {
            drained |= line.EventId == Drained;
            ends.Add(line.EventId);
            if (line.EventId == ServeProcess.LogLine.Stored && line["Url"] == site.Root + "/n/0.txt")
            {
                await BeginToReadAsync(caller, port, $"<!doctype html><html><body><p>{large}</p></body></html>");
                service.Terminate();
            }
        }

        Assert.Equal(0, await service.WaitForExitAsync());
        Assert.True(drained, string.Join(' ', ends));
        // The caller was cut off in the end: its answer was under way all the time.
        Assert.InRange(await ReadToEndAsync(caller), 1, noise.Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_port_that_is_taken_is_named_and_the_process_ends_with_an_error()
    {
        await using var site = await LoopbackSite.StartAsync();
        GeneratedNews.Publish(site, pages: 3);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var service = ServeProcess.Start(ServeProcess.Configure(_folder, site.Root + "/rss.xml"), ("Web__Urls", $"http://{taken.LocalEndpoint}"));
        var said = new List<string>();
        await foreach (var line in service.ReadLogAsync())
        {
            said.Add(line.Message);
        }

        Assert.Equal(1, await service.WaitForExitAsync());
        Assert.Contains(said, message => message.StartsWith($"pipeline: cannot listen on http://{taken.LocalEndpoint}: ", StringComparison.Ordinal) && message.EndsWith("(Web:Urls)", StringComparison.Ordinal));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task BeginToReadAsync(TcpClient caller, int port, string evidence)
    {
        await caller.ConnectAsync(IPAddress.Loopback, port, Token);
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence)));
        var request = string.Create(CultureInfo.InvariantCulture, $"GET /api/evidence/{sha} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        var status = new byte["HTTP/1.1 200 OK".Length];
        await caller.GetStream().ReadExactlyAsync(status, Token);
        Assert.Equal("HTTP/1.1 200 OK", Encoding.ASCII.GetString(status));
    }

    private static async Task<int> ReadToEndAsync(TcpClient caller)
    {
        var (buffer, length) = (new byte[64 * 1024], 0);
        try
        {
            while (await caller.GetStream().ReadAsync(buffer, Token) is > 0 and var read)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // Cut off.
        }

        return length;
    }
}
