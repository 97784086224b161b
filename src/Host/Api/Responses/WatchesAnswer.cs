namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/watches</c>.</summary>
/// <param name="Watches">All watches, oldest first.</param>
internal sealed record WatchesAnswer(IReadOnlyList<WatchAnswer> Watches);
