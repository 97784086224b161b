namespace Pipeline.Host.Api;

/// <summary>How a feed fares.</summary>
/// <param name="Url">Its address.</param>
/// <param name="LastSuccess">When it last answered; null if never.</param>
/// <param name="Problem">What went wrong at the last visit; null when nothing did.</param>
/// <param name="Next">When it is asked next.</param>
internal sealed record FeedProgress(string Url, DateTimeOffset? LastSuccess, string? Problem, DateTimeOffset Next);
