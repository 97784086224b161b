using Pipeline.Store;

namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/status</c>: what there is, what is going on, and what the caller may do.</summary>
/// <param name="Version">The program's version.</param>
/// <param name="Store">What the store holds; some seconds old.</param>
/// <param name="Service">What the background service is doing; null when none runs in this process.</param>
/// <param name="Watches">How the watches fare.</param>
/// <param name="Recording">Whether findings can be recorded: <c>off</c> (no token is set) or <c>token</c>.</param>
internal sealed record StatusAnswer(string Version, StoreStatistics Store, ServiceProgress? Service, WatchesStatus Watches, string Recording);
