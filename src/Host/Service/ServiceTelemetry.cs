using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Ingest.Fetching;
using Pipeline.Store.Articles;

namespace Pipeline.Host.Service;

/// <summary>What the service counts and traces. Costs next to nothing while nobody listens.</summary>
internal sealed class ServiceTelemetry : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Pipeline";

    private readonly Meter _meter = new(Name);
    private readonly ActivitySource _activities = new(Name);
    private readonly Counter<long> _fetches;
    private readonly Counter<long> _bytes;
    private readonly Histogram<double> _fetchDuration;
    private readonly Counter<long> _articles;
    private readonly Counter<long> _claims;
    private readonly Counter<long> _edits;
    private readonly Histogram<double> _pageDuration;

    public ServiceTelemetry(PageQueues queues)
    {
        _fetches = _meter.CreateCounter<long>("pipeline.fetches", "{fetch}", "Fetches, by outcome and purpose");
        _bytes = _meter.CreateCounter<long>("pipeline.fetch.bytes", "By", "Bytes of bodies, decompressed");
        _fetchDuration = _meter.CreateHistogram<double>("pipeline.fetch.duration", "s", "Time of a fetch, waiting for its host included");
        _articles = _meter.CreateCounter<long>("pipeline.articles", "{article}", "Pages that held an article, by what the store did with it");
        _claims = _meter.CreateCounter<long>("pipeline.claims", "{claim}", "Claims stored or revised");
        _edits = _meter.CreateCounter<long>("pipeline.claims.edited", "{claim}", "Claims that a new version changed, added or dropped");
        _pageDuration = _meter.CreateHistogram<double>("pipeline.page.duration", "s", "Time from the start of a fetch until its article is stored");
        _meter.CreateObservableGauge(
            "pipeline.queue.length",
            () => (Measurement<int>[])
            [
                new(queues.Fetched.Reader.Count, new KeyValuePair<string, object?>("queue", "fetched")),
                new(queues.Cleaned.Reader.Count, new KeyValuePair<string, object?>("queue", "cleaned")),
                new(queues.Settled.Reader.Count, new KeyValuePair<string, object?>("queue", "settled")),
            ],
            "{page}",
            "Pages that wait for the next stage");
    }

    /// <summary>Traces a piece of work; null while nobody listens.</summary>
    public Activity? Start(string work, string url) => _activities.StartActivity(work)?.SetTag("url.full", url);

    public void Fetched(FetchResult result, FetchPurpose purpose, TimeSpan elapsed)
    {
        var tags = new TagList { { "outcome", result.Outcome.ToString() }, { "purpose", purpose.ToString() } };
        _fetches.Add(1, tags);
        _fetchDuration.Record(elapsed.TotalSeconds, tags);
        _bytes.Add(result.Body.Length);
    }

    public void Stored(SaveReceipt receipt, TimeSpan elapsed)
    {
        _articles.Add(1, new KeyValuePair<string, object?>("outcome", receipt.Outcome.ToString()));
        _claims.Add(receipt.ClaimCount);
        _edits.Add(receipt.Changes.Count);
        _pageDuration.Record(elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        _meter.Dispose();
        _activities.Dispose();
    }
}
