namespace Pipeline.Ingest;

/// <summary>Why an input gave no article. The run goes on; the exit code tells.</summary>
/// <param name="Source">The file, line (<c>FILE:LINE</c>), archive record (<c>FILE#OFFSET</c>) or URL.</param>
/// <param name="Stage">Where it failed.</param>
/// <param name="Reason">What was found and what to do about it, one sentence, no line breaks.</param>
public sealed record IngestFailure(string Source, IngestStage Stage, string Reason)
{
    /// <summary><c>SOURCE: REASON</c>, as printed on standard error.</summary>
    public override string ToString() => $"{Source}: {Reason}";
}
