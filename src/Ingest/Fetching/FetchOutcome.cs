namespace Pipeline.Ingest.Fetching;

/// <summary>How a fetch ended.</summary>
public enum FetchOutcome
{
    /// <summary>The body is there.</summary>
    Fetched,

    /// <summary>The server says that what the validators name is still current (304).</summary>
    NotModified,

    /// <summary>The address leads to another document, which the caller holds (<see cref="FetchRequest.IsHeld"/>).</summary>
    MovedToHeld,

    /// <summary>There is no such page (404, 410).</summary>
    Missing,

    /// <summary>The server will not give the page (any other 4xx).</summary>
    Denied,

    /// <summary>The site's robots.txt forbids the address.</summary>
    DisallowedByRobots,

    /// <summary>The host's addresses are not of the public internet.</summary>
    AddressRefused,

    /// <summary>Body or headers exceed their limit.</summary>
    TooLarge,

    /// <summary>The media type is none that the purpose takes.</summary>
    WrongMediaType,

    /// <summary>Too many redirects, one in a circle, or one to no http address.</summary>
    BadRedirect,

    /// <summary>The server's certificate is not valid, or it and we have no version of TLS in common.</summary>
    InsecureServer,

    /// <summary>The server asks to wait (429, or 503 with Retry-After), or the host is being left alone after many failures.</summary>
    Throttled,

    /// <summary>No complete answer within the time allowed.</summary>
    TimedOut,

    /// <summary>No name, no route, or no connection; or a robots.txt that cannot be reached.</summary>
    Unreachable,

    /// <summary>The server failed (5xx).</summary>
    ServerError,

    /// <summary>The answer broke off or is no valid HTTP or compression.</summary>
    BrokenResponse,
}
