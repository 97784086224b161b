using System.Collections.Concurrent;
using System.Text;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>Metrics and traces arrive at a collector that speaks OTLP over HTTP.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-otlp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task Metrics_and_traces_are_posted_to_the_collector()
    {
        await using var site = await LoopbackSite.StartAsync();
        GeneratedNews.Publish(site, pages: 3);
        await using var collector = await LoopbackSite.StartAsync();
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        collector.Otherwise = async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            // Protobuf keeps names as UTF-8.
            var all = received.AddOrUpdate($"{context.Request.Method} {context.Request.Path} {context.Request.ContentType}", _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
            if (all.Contains("pipeline.queue.length", StringComparison.Ordinal))
            {
                running.TrySetResult();
            }
        };
        var config = ServeProcess.Configure(_folder, site.Root + "/rss.xml");
        await using var service = ServeProcess.Start(config, ("Telemetry__OtlpEndpoint", collector.Root), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"));
        var stored = 0;
        await foreach (var line in service.ReadLogAsync())
        {
            if (line.EventId == ServeProcess.LogLine.Stored && ++stored == 3)
            {
                // Lengths of queues are told while the service runs; what else was not sent yet is sent when it ends.
                await running.Task;
                service.Terminate();
            }
        }

        Assert.Equal(0, await service.WaitForExitAsync());
        Assert.Equal(["POST /v1/metrics application/x-protobuf", "POST /v1/traces application/x-protobuf"], received.Keys.Order(StringComparer.Ordinal));
        var metrics = received["POST /v1/metrics application/x-protobuf"];
        Assert.All(
            (string[])["pipeline.fetches", "pipeline.fetch.bytes", "pipeline.fetch.duration", "pipeline.queue.length", "pipeline.articles", "pipeline.claims", "pipeline.page.duration", "service.name", "outcome", "Fetched"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        var traces = received["POST /v1/traces application/x-protobuf"];
        Assert.All((string[])["feed", "fetch", "clean", "extract", "url.full", site.Root + "/n/2.txt"], name => Assert.Contains(name, traces, StringComparison.Ordinal));
    }
}
