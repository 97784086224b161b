namespace Pipeline.Store.Frontier;

/// <summary>A feed as configured.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Kind">rss, sitemap or list.</param>
/// <param name="Every">How often it is asked.</param>
/// <param name="SilentAfter">How long it may name nothing new before it counts as silent.</param>
public sealed record FeedRegistration(string Url, string Kind, TimeSpan Every, TimeSpan SilentAfter);
