namespace Pipeline.Host.Configuration;

/// <summary>Section <c>Telemetry</c>.</summary>
internal sealed record TelemetrySettings
{
    /// <summary>The OTLP collector that metrics and traces go to; null for none. Also the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    public Uri? OtlpEndpoint { get; init; }
}
