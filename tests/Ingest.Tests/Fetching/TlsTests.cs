using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Pipeline.Ingest.Fetching;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Ingest.Tests.Fetching;

/// <summary>What a server's TLS can do to a fetch, against a real one.</summary>
public class TlsTests
{
    private static readonly FetchSettings s_settings = new()
    {
        AllowPrivateNetworks = true,
        DelayPerHost = TimeSpan.Zero,
        RespectRobots = false,
        Retries = 3,
        RetryDelay = TimeSpan.FromMilliseconds(1),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_at_the_first_try_and_may_be_renewed()
    {
        await using var server = await Server.StartAsync(hangsUp: 0);
        var result = await server.FetchAsync();
        Assert.Equal((FetchOutcome.InsecureServer, true), (result.Outcome, result.Outcome.IsTransient()));
        Assert.Contains("certificate", result.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, server.Connections);
        Assert.Empty(server.Site.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handshake_that_breaks_off_is_tried_again_at_once()
    {
        await using var server = await Server.StartAsync(hangsUp: 2);
        // The third connection gets as far as the certificate.
        Assert.Equal(FetchOutcome.InsecureServer, (await server.FetchAsync()).Outcome);
        Assert.Equal(3, server.Connections);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_always_hangs_up_is_unreachable()
    {
        await using var server = await Server.StartAsync(hangsUp: int.MaxValue);
        Assert.Equal(FetchOutcome.Unreachable, (await server.FetchAsync()).Outcome);
        Assert.Equal(1 + s_settings.Retries, server.Connections);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_speaks_no_TLS_is_not_asked_twice_at_once()
    {
        var connections = 0;
        await using var plain = await LoopbackSite.StartAsync(configure: listen => listen.Use(next => connection =>
        {
            Interlocked.Increment(ref connections);
            return next(connection);
        }));
        Assert.Equal(FetchOutcome.InsecureServer, (await FetchAsync(plain.Root.Replace("http:", "https:", StringComparison.Ordinal) + "/a")).Outcome);
        Assert.Equal(1, connections);
    }

    private static async Task<FetchResult> FetchAsync(string url)
    {
        Assert.True(Ingest.Fetching.Addresses.DocumentAddress.TryCreate(url, null, out var address));
        using var fetcher = new Fetcher(s_settings, TimeProvider.System);
        return await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article), Token);
    }

    /// <summary>A site over TLS whose certificate it has signed itself; it hangs up on its first callers.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly X509Certificate2 _certificate = SelfSigned();
        private int _connections;

        public LoopbackSite Site { get; private set; } = null!;

        public int Connections => _connections;

        public static async Task<Server> StartAsync(int hangsUp)
        {
            var server = new Server();
            server.Site = await LoopbackSite.StartAsync(configure: listen =>
            {
                listen.Use(next => connection =>
                {
                    if (Interlocked.Increment(ref server._connections) > hangsUp)
                    {
                        return next(connection);
                    }

                    connection.Abort();
                    return Task.CompletedTask;
                });
                listen.UseHttps(server._certificate);
            });
            return server;
        }

        public Task<FetchResult> FetchAsync() => TlsTests.FetchAsync(Site.Root + "/a");

        public async ValueTask DisposeAsync()
        {
            await Site.DisposeAsync();
            _certificate.Dispose();
        }

        private static X509Certificate2 SelfSigned()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(names.Build());
            var now = TimeProvider.System.GetUtcNow();
            return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        }
    }
}
