namespace Pipeline.Ingest.Fetching.Robots;

/// <summary>What a site's robots.txt says to one address.</summary>
/// <param name="Allowed">Whether it may be fetched.</param>
/// <param name="CrawlDelay">Least pause that the site asks for; null when it asks for none.</param>
/// <param name="Unreachable">Why the file could not be read, which forbids everything for a while; null when it was, or is known not to exist.</param>
/// <param name="AskAgainIn">How long that verdict stands; zero unless <paramref name="Unreachable"/>.</param>
internal readonly record struct RobotsVerdict(bool Allowed, TimeSpan? CrawlDelay, string? Unreachable, TimeSpan AskAgainIn);
