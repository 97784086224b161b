namespace Pipeline.Ingest.Fetching.Http;

/// <summary>How one request ended.</summary>
/// <param name="Outcome">A redirect is <see cref="FetchOutcome.BadRedirect"/> until it has been followed.</param>
/// <param name="Url">The address asked.</param>
internal sealed record HttpAnswer(FetchOutcome Outcome, Uri Url)
{
    public int? StatusCode { get; init; }

    public string? Reason { get; init; }

    /// <summary>Where a redirect leads, as written.</summary>
    public string? Location { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public byte[] Body { get; init; } = [];

    public string? MediaType { get; init; }

    public Validators? Validators { get; init; }
}
