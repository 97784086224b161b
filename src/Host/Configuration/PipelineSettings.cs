using Pipeline.Ingest.Fetching;

namespace Pipeline.Host.Configuration;

/// <summary>The whole configuration, read and checked (docs/contract.md, section 6; docs/operations.md lists every key).</summary>
internal sealed record PipelineSettings
{
    /// <summary>Section <c>Store</c>.</summary>
    public StoreSettings Store { get; init; } = new();

    /// <summary>Section <c>Feeds</c>, in the order written.</summary>
    public IReadOnlyList<FeedSettings> Feeds { get; init; } = [];

    /// <summary>Section <c>Fetch</c>.</summary>
    public FetchSettings Fetch { get; init; } = new();

    /// <summary>Section <c>Service</c>, and the keys of <c>Fetch</c> that schedule pages.</summary>
    public ServiceSettings Service { get; init; } = new();

    /// <summary>Section <c>Clean</c>.</summary>
    public CleanSettings Clean { get; init; } = new();

    /// <summary>Section <c>Extract</c>.</summary>
    public ExtractSettings Extract { get; init; } = new();

    /// <summary>Section <c>Web</c>.</summary>
    public WebSettings Web { get; init; } = new();

    /// <summary>Section <c>Telemetry</c>.</summary>
    public TelemetrySettings Telemetry { get; init; } = new();
}
