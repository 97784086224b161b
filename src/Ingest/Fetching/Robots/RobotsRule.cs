using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching.Robots;

/// <summary>One Allow or Disallow line (RFC 9309, 2.2.2 and 2.2.3).</summary>
/// <param name="Pattern">Path pattern in its normal form; <c>*</c> is any run of characters, a last <c>$</c> the end of the path.</param>
/// <param name="Allows">True for Allow.</param>
internal sealed record RobotsRule(string Pattern, bool Allows)
{
    /// <summary>Octets of the pattern, by which the most specific rule is chosen.</summary>
    public int Length => Pattern.Length;

    /// <summary>One spelling for pattern and path, so that both can be compared octet by octet (RFC 9309, 2.2.2).</summary>
    public static string Normalize(ReadOnlySpan<char> path) => PercentEncoding.Normalize(path);

    /// <summary>Says whether the pattern matches <paramref name="path"/> from its start.</summary>
    public bool Matches(ReadOnlySpan<char> path)
    {
        var anchored = Pattern.EndsWith('$');
        return Wildcard.Matches(anchored ? Pattern.AsSpan(0, Pattern.Length - 1) : Pattern, path, anchored);
    }
}
