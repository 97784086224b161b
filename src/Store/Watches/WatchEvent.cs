namespace Pipeline.Store.Watches;

/// <summary>Something that fired.</summary>
/// <param name="Key">Its number.</param>
/// <param name="WatchId">The watch.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ClaimId">The claim that it happened to.</param>
/// <param name="Body">The JSON that a webhook is sent.</param>
/// <param name="At">When it fired.</param>
/// <param name="Attempts">How often delivery was tried.</param>
/// <param name="Problem">Why the last attempt failed; null when none has.</param>
public sealed record WatchEvent(long Key, string WatchId, WatchEventKind Kind, string ClaimId, string Body, DateTimeOffset At, int Attempts, string? Problem)
{
    /// <summary>When delivery was last tried; null when it never was.</summary>
    public DateTimeOffset? TriedAt { get; init; }
}
