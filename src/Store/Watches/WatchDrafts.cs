using System.Security.Cryptography;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Watches;

/// <summary>Makes a watch of what people write: the command line and the API have the same errors.</summary>
public static class WatchDrafts
{
    /// <summary>Longest name, in UTF-16 code units.</summary>
    private const int MaxName = 200;

    /// <summary>The watch, not yet kept; with a webhook it has a new secret.</summary>
    /// <param name="parser">Reads the filters.</param>
    /// <param name="filters">The filters as written.</param>
    /// <param name="name">What to call it; when null, what its filters say.</param>
    /// <param name="events">What it fires on; all when empty.</param>
    /// <param name="webhook">Where its events are posted, or null.</param>
    /// <param name="now">When it is made.</param>
    /// <exception cref="QueryException">Something makes no sense; says what is wanted.</exception>
    public static Watch Read(ClaimQueryParser parser, IReadOnlyList<KeyValuePair<string, string?>> filters, string? name, IReadOnlyList<string> events, string? webhook, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(parser);
        ArgumentNullException.ThrowIfNull(filters);
        ArgumentNullException.ThrowIfNull(events);
        List<KeyValuePair<string, string?>> given = [.. filters.Where(filter => !string.IsNullOrWhiteSpace(filter.Value))];
        if (given.Count == 0)
        {
            throw new QueryException("filters", "a watch needs a filter: watching every claim would fire on every article");
        }

        if (given.Find(filter => filter.Key is "limit" or "cursor" or "copies" or "edited") is { Key: { } key })
        {
            throw new QueryException(key, $"'{key}' is no filter of a watch");
        }

        parser.Parse(given);
        var called = string.IsNullOrWhiteSpace(name) ? string.Join(' ', given.Select(filter => filter.Value)) : name.Trim();
        if (called.Length > MaxName)
        {
            throw new QueryException("name", $"the name has {called.Length} characters, at most {MaxName} are kept");
        }

        var address = Webhook(webhook);
        return new Watch
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            Name = called,
            Filters = given,
            Events = events.Count == 0 ? [.. Enum.GetValues<WatchEventKind>()] : [.. events.Select(Event).Distinct()],
            Webhook = address,
            Secret = address is null ? null : WebhookSignature.NewSecret(),
            CreatedAt = now,
        };
    }

    private static WatchEventKind Event(string word) => ContractNames.TryParse(word, out WatchEventKind kind)
        ? kind
        : throw new QueryException("events", $"'{word}' is no event: there are {string.Join(", ", ContractNames.All<WatchEventKind>())}");

    private static Uri? Webhook(string? address) => string.IsNullOrWhiteSpace(address)
        ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : throw new QueryException("webhook", $"'{address}' is no http or https address");
}
