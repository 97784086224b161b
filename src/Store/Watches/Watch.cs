namespace Pipeline.Store.Watches;

/// <summary>A saved query that fires.</summary>
public sealed record Watch
{
    /// <summary>Twelve hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The filters as typed; <see cref="Queries.ClaimQueryParser"/> reads them at each look.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Filters { get; init; }

    /// <summary>What it fires on.</summary>
    public required IReadOnlyList<WatchEventKind> Events { get; init; }

    /// <summary>Where its events are posted; null when they are only read, as an Atom feed.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>The key that posts are signed with (<see cref="WebhookSignature"/>); null without a webhook.</summary>
    public string? Secret { get; init; }

    /// <summary>When it was made; what was stored before does not fire.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
