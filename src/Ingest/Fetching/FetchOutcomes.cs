namespace Pipeline.Ingest.Fetching;

/// <summary>What follows from how a fetch ended.</summary>
public static class FetchOutcomes
{
    /// <summary>True when a later try may well succeed; false when the same request would end the same way.</summary>
    public static bool IsTransient(this FetchOutcome outcome) => outcome is
        FetchOutcome.Throttled or FetchOutcome.TimedOut or FetchOutcome.Unreachable or FetchOutcome.ServerError or FetchOutcome.BrokenResponse
        // Certificates expire and are renewed.
        or FetchOutcome.InsecureServer;

    /// <summary>True when there is nothing to mend: the body came, or is still current.</summary>
    public static bool IsSuccess(this FetchOutcome outcome) => outcome is FetchOutcome.Fetched or FetchOutcome.NotModified;
}
