namespace Pipeline.Store.Watches;

/// <summary>What became of a watch's events.</summary>
/// <param name="WatchId">The watch.</param>
/// <param name="Events">How many fired.</param>
/// <param name="LastFired">When the last one did; null when none has.</param>
/// <param name="LastDelivered">When one was last delivered; null without a webhook, and before the first.</param>
/// <param name="Waiting">Events that are still to be delivered.</param>
/// <param name="GivenUp">Events whose delivery was given up.</param>
/// <param name="Problem">Why the last failed attempt among those waiting and given up failed; null when none has.</param>
public sealed record WatchDeliveries(string WatchId, int Events, DateTimeOffset? LastFired, DateTimeOffset? LastDelivered, int Waiting, int GivenUp, string? Problem);
