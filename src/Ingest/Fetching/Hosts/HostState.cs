using Pipeline.Ingest.Fetching.Http;
using Polly;

namespace Pipeline.Ingest.Fetching.Hosts;

/// <summary>What is remembered of one host.</summary>
/// <param name="name">Lower-case name or address.</param>
/// <param name="resilience">Its own retries and circuit breaker.</param>
internal sealed class HostState(string name, ResiliencePipeline<HttpAnswer> resilience)
{
    public string Name => name;

    public ResiliencePipeline<HttpAnswer> Resilience => resilience;

    /// <summary>One request at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Requests that wait for the turn or hold it; changed under the directory's lock.</summary>
    public int Users { get; set; }

    /// <summary>When the next request may start, as time since the directory was made; changed under its lock.</summary>
    public TimeSpan NotBefore { get; set; }
}
