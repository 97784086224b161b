using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pipeline.Host.Configuration;

namespace Pipeline.Host.Service;

/// <summary>Sends metrics and traces to an OTLP collector, when one is configured.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly MeterProvider _meters;
    private readonly TracerProvider _traces;

    private TelemetryExport(MeterProvider meters, TracerProvider traces) => (_meters, _traces) = (meters, traces);

    /// <summary>Starts sending; null when no collector is configured.</summary>
    /// <remarks>Protocol, headers and intervals are read by the exporter from the standard <c>OTEL_…</c> variables.</remarks>
    public static TelemetryExport? Start(TelemetrySettings settings)
    {
        if (settings.OtlpEndpoint is not { } endpoint)
        {
            return null;
        }

        // Only an endpoint from the environment gets the signal's path appended under http/protobuf.
        Environment.SetEnvironmentVariable(EndpointVariable, endpoint.AbsoluteUri);
        var resource = ResourceBuilder.CreateDefault().AddService("pipeline");
        return new TelemetryExport(
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(ServiceTelemetry.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting").AddOtlpExporter().Build(),
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(ServiceTelemetry.Name, "Microsoft.AspNetCore").AddOtlpExporter().Build());
    }

    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }
}
