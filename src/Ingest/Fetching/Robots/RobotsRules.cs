using System.Globalization;
using System.Text;

namespace Pipeline.Ingest.Fetching.Robots;

/// <summary>What one site allows one crawler: the Robots Exclusion Protocol, RFC 9309.</summary>
public sealed class RobotsRules
{
    /// <summary>Bytes of a file that are read; the rest is ignored (RFC 9309, 2.5 asks for at least 500 KiB).</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>What a rule takes beside its pattern, in characters: object headers and references.</summary>
    private const int RuleOverhead = 40;

    /// <summary>Rules kept of one file: far above real files, so that a hostile one cannot make every look-up slow.</summary>
    private const int MaxRules = 10_000;

    private readonly RobotsRule[] _rules;

    private RobotsRules(RobotsRule[] rules, TimeSpan? crawlDelay) => (_rules, CrawlDelay) = (rules, crawlDelay);

    /// <summary>No rule at all: what a site without a robots.txt means (RFC 9309, 2.3.1.3).</summary>
    public static RobotsRules AllowAll { get; } = new([], null);

    /// <summary>Complete disallow: what a site whose robots.txt cannot be reached means (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules DisallowAll { get; } = new([new RobotsRule("/", Allows: false)], null);

    /// <summary>Least time between two fetches, where the crawler's group asks for one (not part of the RFC, widely used); null otherwise.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Characters that the rules keep in memory.</summary>
    internal long Size => _rules.Sum(rule => (long)rule.Length + RuleOverhead);

    /// <summary>Reads a robots.txt for one crawler. Never fails: lines it does not understand are skipped (RFC 9309, 2.2).</summary>
    /// <param name="utf8">The file's bytes; a byte order mark is ignored.</param>
    /// <param name="productToken">The crawler's name, letters, <c>_</c> and <c>-</c> (RFC 9309, 2.2.1), such as <c>pipeline</c>; case does not matter.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> utf8, string productToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(productToken);
        var text = Encoding.UTF8.GetString(utf8.Length > MaxBytes ? utf8[..MaxBytes] : utf8).TrimStart('\uFEFF');
        var named = new Group();
        var anyone = new Group();
        bool inNamed = false, inAnyone = false, namesOpen = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!TrySplit(line, out var key, out var value))
            {
                continue;
            }

            if (Is(key, "user-agent"))
            {
                // Names that follow one another share the group; a name after a rule opens a new one.
                if (!namesOpen)
                {
                    (inNamed, inAnyone, namesOpen) = (false, false, true);
                }

                inNamed |= Is(ProductTokenOf(value), productToken);
                inAnyone |= value.Equals("*", StringComparison.Ordinal);
                named.Exists |= inNamed;
            }
            else if (Is(key, "allow") || Is(key, "disallow"))
            {
                namesOpen = false;
                var rule = new RobotsRule(RobotsRule.Normalize(value), Allows: Is(key, "allow"));
                named.Add(rule, inNamed);
                anyone.Add(rule, inAnyone);
            }
            else if (Is(key, "crawl-delay"))
            {
                namesOpen = false;
                if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0)
                {
                    var delay = TimeSpan.FromSeconds(Math.Min(seconds, FetchSettings.LongestPause.TotalSeconds));
                    named.Delay = inNamed ? delay : named.Delay;
                    anyone.Delay = inAnyone ? delay : anyone.Delay;
                }
            }
        }

        var own = named.Exists ? named : anyone;
        return new RobotsRules([.. own.Rules], own.Delay);
    }

    /// <summary>Says whether the crawler may fetch an address: the longest matching rule decides, Allow among equals, and no rule means yes (RFC 9309, 2.2.2).</summary>
    /// <param name="url">Absolute http or https address.</param>
    public bool Allows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var path = RobotsRule.Normalize(url.PathAndQuery);
        if (path.Equals("/robots.txt", StringComparison.Ordinal))
        {
            return true;
        }

        var (longest, allowed) = (-1, true);
        foreach (var rule in _rules)
        {
            if (rule.Length >= longest && (rule.Length > longest || rule.Allows) && rule.Matches(path))
            {
                (longest, allowed) = (rule.Length, rule.Allows);
            }
        }

        return allowed;
    }

    private static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var comment = line.IndexOf('#');
        line = comment < 0 ? line : line[..comment];
        var colon = line.IndexOf(':');
        key = colon < 0 ? default : line[..colon].Trim();
        value = colon < 0 ? default : line[(colon + 1)..].Trim();
        return key.Length > 0;
    }

    /// <summary>The name without a version or remark behind it: <c>pipeline/1.0</c> → <c>pipeline</c>.</summary>
    private static ReadOnlySpan<char> ProductTokenOf(ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '_' or '-'))
        {
            length++;
        }

        return value[..length];
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private sealed class Group
    {
        public bool Exists { get; set; }

        public TimeSpan? Delay { get; set; }

        public List<RobotsRule> Rules { get; } = [];

        public void Add(RobotsRule rule, bool belongs)
        {
            // An empty pattern matches nothing: "Disallow:" allows everything.
            if (belongs && rule.Length > 0 && Rules.Count < MaxRules)
            {
                Rules.Add(rule);
            }
        }
    }
}
