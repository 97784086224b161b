namespace Pipeline.Host.Api;

/// <summary>What the desk (API and page) needs to know besides the store.</summary>
internal sealed record DeskSettings
{
    /// <summary>What a caller presents as <c>Authorization: Bearer …</c> to record findings, and for anything from another machine. Null: findings are refused, and so is every other machine.</summary>
    public string? Token { get; init; }

    /// <summary>Host names besides the loopback ones that a request may be addressed to; requests that name them are never taken for local.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Requests for reading: at once, then a second.</summary>
    public Allowance Reading { get; init; } = new(300, 50, TimeSpan.FromSeconds(1));

    /// <summary>Findings, wrong tokens included: at once, then in ten seconds.</summary>
    public Allowance Writing { get; init; } = new(30, 10, TimeSpan.FromSeconds(10));

    /// <summary>Exports: at once, then in a minute.</summary>
    public Allowance Exporting { get; init; } = new(20, 20, TimeSpan.FromMinutes(1));

    /// <summary>Largest body of a request, in bytes.</summary>
    public long MaxBodyBytes { get; init; } = 64 * 1024;

    /// <summary>How often one address may ask.</summary>
    /// <param name="Burst">Requests that may come at once, 1 or more.</param>
    /// <param name="Refill">Requests added every <paramref name="Period"/>, 1 or more.</param>
    /// <param name="Period">Time between refills.</param>
    internal readonly record struct Allowance(int Burst, int Refill, TimeSpan Period);
}
