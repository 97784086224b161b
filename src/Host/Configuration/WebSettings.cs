namespace Pipeline.Host.Configuration;

/// <summary>Section <c>Web</c>.</summary>
internal sealed record WebSettings
{
    /// <summary>Where the service listens, as <c>Web:Urls</c> names it: addresses separated by <c>;</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5163"];

    /// <summary>What a caller must present to change anything; null when nothing is asked.</summary>
    public string? Token { get; init; }

    /// <summary>Host names besides the loopback ones that a request may be addressed to, as a proxy passes them on.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
}
