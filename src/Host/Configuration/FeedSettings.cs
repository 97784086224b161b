using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Feeds;

namespace Pipeline.Host.Configuration;

/// <summary>One entry of section <c>Feeds</c>.</summary>
/// <param name="Address">Where the feed stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Every">How often it is asked.</param>
/// <param name="Links">For a list page: which links are articles; null for what looks like one.</param>
/// <param name="SilentAfter">How long it may name no new article before it counts as silent.</param>
/// <param name="MaxAge">How long ago an article that it dates may have been published or changed to be taken; null takes all.</param>
internal sealed record FeedSettings(DocumentAddress Address, FeedKind Kind, TimeSpan Every, LinkPattern? Links, TimeSpan SilentAfter, TimeSpan? MaxAge = null);
