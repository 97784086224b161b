namespace Pipeline.Ingest.Fetching;

/// <summary>How the fetcher behaves: section <c>Fetch</c> of the configuration (docs/contract.md, section 6; docs/operations.md).</summary>
public sealed record FetchSettings
{
    /// <summary>Product token that robots.txt groups are matched with when <see cref="UserAgent"/> begins with none.</summary>
    private const string DefaultProductToken = "pipeline";

    /// <summary>Longest time that a server can ask to be left alone for (Retry-After, crawl-delay); one that asks for more is asked again after it, lest a slip of a zero lose it for years.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>Sent with every request; begins with the product token that robots.txt files know the crawler by.</summary>
    public string UserAgent { get; init; } = "pipeline/0.1 (reads news for fact-checkers)";

    /// <summary>Least time between the end of one fetch from a host and the start of the next.</summary>
    public TimeSpan DelayPerHost { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Most time for one request, from name look-up to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most bytes of a body, after decompression.</summary>
    public int MaxBytes { get; init; } = 10_000_000;

    /// <summary>Most redirects followed for one fetch.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Whether robots.txt is read and obeyed.</summary>
    public bool RespectRobots { get; init; } = true;

    /// <summary>Whether addresses inside a network (loopback, private, link-local…) may be fetched from.</summary>
    public bool AllowPrivateNetworks { get; init; }

    /// <summary>Most requests under way at once, over all hosts.</summary>
    public int MaxConcurrent { get; init; } = 16;

    /// <summary>Further tries within one fetch, for transient faults only.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Wait before the first further try; it doubles, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a host that keeps failing is left alone.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait (Retry-After, crawl-delay) that is sat out within a fetch; longer ones are left to the caller's schedule.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The crawler's name in robots.txt (RFC 9309, 2.2.1): letters, <c>_</c> and <c>-</c> at the start of <see cref="UserAgent"/>.</summary>
    public string ProductToken
    {
        get
        {
            var length = 0;
            while (length < UserAgent.Length && (char.IsAsciiLetter(UserAgent[length]) || UserAgent[length] is '_' or '-'))
            {
                length++;
            }

            return length == 0 ? DefaultProductToken : UserAgent[..length];
        }
    }
}
