using Pipeline.Store.Watches;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>The body of <c>POST /api/watches</c>. Read field by field; this shape is for the description.</summary>
internal sealed record NewWatch
{
    /// <summary>What to call it; at most 200 characters. Without one, what its filters say.</summary>
    public string? Name { get; init; }

    /// <summary>Its filters as a query of <c>/api/claims</c>: <c>q=英伟达&amp;kind=money</c>.</summary>
    public required string Filters { get; init; }

    /// <summary>What it fires on; all when left out.</summary>
    public IReadOnlyList<WatchEventKind> Events { get; init; } = [];

    /// <summary>Where each event is posted, signed; without one they are read as a feed.</summary>
    public string? Webhook { get; init; }
}
