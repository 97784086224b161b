using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Robots;

/// <summary>Keeps every site's robots.txt for a day, fetching each once.</summary>
/// <param name="settings">The crawler's name, and how long to wait after a failure.</param>
/// <param name="clock">Tells when a file is old.</param>
/// <param name="fetch">Fetches a robots.txt, following redirects.</param>
internal sealed class RobotsDirectory(FetchSettings settings, TimeProvider clock, Func<FetchRequest, CancellationToken, Task<FetchResult>> fetch)
{
    /// <summary>A file is not used longer than this, unless it cannot be reached (RFC 9309, 2.4).</summary>
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);

    /// <summary>Sites remembered before those whose file has aged, and then any, are forgotten.</summary>
    private const int MaxSites = 4_096;

    /// <summary>Characters of rules kept over all sites, likewise: thousands of files as large as allowed would fill the memory.</summary>
    private const long MaxSize = 32 * 1024 * 1024;

    private readonly Dictionary<string, Site> _sites = new(StringComparer.Ordinal);

    private long _size;

    /// <summary>What the robots.txt of the address's scheme, host and port says to it.</summary>
    public async Task<RobotsVerdict> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        var authority = url.GetLeftPart(UriPartial.Authority);
        var site = SiteOf(authority);
        await site.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A clock that was put back must not stretch the day.
            if (clock.GetUtcNow() is var now && (now >= site.Until || site.Until - now > s_lifetime))
            {
                await ReadAsync(site, authority, cancellationToken).ConfigureAwait(false);
            }

            var allowed = site.Rules.Allows(url);
            return new RobotsVerdict(allowed, site.Rules.CrawlDelay, allowed ? null : site.Unreachable, site.Unreachable is null ? TimeSpan.Zero : site.Until - clock.GetUtcNow());
        }
        finally
        {
            site.Gate.Release();
        }
    }

    private async Task ReadAsync(Site site, string authority, CancellationToken cancellationToken)
    {
        if (!DocumentAddress.TryCreate(authority + "/robots.txt", null, out var address))
        {
            return;
        }

        var result = await fetch(new FetchRequest(address, FetchPurpose.Robots), cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        switch (result.Outcome)
        {
            case FetchOutcome.Fetched:
                Keep(site, RobotsRules.Parse(result.Body.Span, settings.ProductToken), now + s_lifetime);
                break;
            // A 4xx, or redirects without end, say that there is no such file (RFC 9309, 2.3.1.2 and 2.3.1.3);
            // an address that is refused will be refused for the page too, with the better reason.
            case FetchOutcome.Missing or FetchOutcome.Denied or FetchOutcome.BadRedirect or FetchOutcome.AddressRefused:
                Keep(site, RobotsRules.AllowAll, now + s_lifetime);
                break;
            // Unreachable: an old copy serves on, else nothing may be fetched (RFC 9309, 2.3.1.4 and 2.4).
            default:
                var again = now + (result.RetryAfter > settings.BreakDuration ? result.RetryAfter.Value : settings.BreakDuration);
                if (site.IsKnown)
                {
                    site.Until = again;
                }
                else
                {
                    site.Rules = RobotsRules.DisallowAll;
                    (site.Until, site.Unreachable) = (again, $"robots.txt cannot be read: {result.Reason}");
                }

                break;
        }
    }

    private void Keep(Site site, RobotsRules rules, DateTimeOffset until)
    {
        lock (_sites)
        {
            _size += rules.Size - site.Rules.Size;
            site.Set(rules, until);
            if (_size > MaxSize)
            {
                Forget();
            }
        }
    }

    private Site SiteOf(string authority)
    {
        lock (_sites)
        {
            if (!_sites.TryGetValue(authority, out var site))
            {
                if (_sites.Count >= MaxSites)
                {
                    Forget();
                }

                _sites.Add(authority, site = new Site());
            }

            return site;
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (name, site) in _sites)
        {
            if (site.Until <= now)
            {
                _sites.Remove(name);
            }
        }

        if (_sites.Count >= MaxSites || _sites.Values.Sum(site => site.Rules.Size) > MaxSize)
        {
            _sites.Clear();
        }

        _size = _sites.Values.Sum(site => site.Rules.Size);
    }

    private sealed class Site
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public RobotsRules Rules { get; set; } = RobotsRules.DisallowAll;

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MinValue;

        public string? Unreachable { get; set; }

        /// <summary>Whether the file was once read, or found missing.</summary>
        public bool IsKnown { get; private set; }

        public void Set(RobotsRules rules, DateTimeOffset until) => (Rules, Until, Unreachable, IsKnown) = (rules, until, null, true);
    }
}
