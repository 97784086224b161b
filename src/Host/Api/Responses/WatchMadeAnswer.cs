namespace Pipeline.Host.Api.Responses;

/// <summary><c>POST /api/watches</c>: the watch as it is kept.</summary>
/// <param name="Watch">The watch.</param>
/// <param name="Secret">The key that posts to its webhook are signed with, told this once; null without a webhook.</param>
internal sealed record WatchMadeAnswer(WatchAnswer Watch, string? Secret);
