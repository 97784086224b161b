using System.Buffers;
using System.Collections.Frozen;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Tells furniture from text, line by line. The rules are data: data/furniture/lines.tsv.</summary>
public sealed class FurnitureRules
{
    private static readonly Lazy<FurnitureRules> Embedded = new(LoadEmbedded);

    private readonly FrozenDictionary<string, LineRule> _equal;
    private readonly FrozenDictionary<char, LineRule[]> _starts;
    private readonly FrozenDictionary<char, LineRule[]> _ends;
    private readonly LineRule[] _contains;
    private readonly SearchValues<string> _anywhere;

    /// <summary>Makes a rule set; among rules that match one line the longest words win.</summary>
    public FurnitureRules(IEnumerable<LineRule> rules)
    {
        var all = rules.OrderByDescending(r => r.Words.Length).ToList();
        _equal = all.Where(r => r.Match == LineMatch.Equals).ToFrozenDictionary(r => r.Words, StringComparer.Ordinal);
        _starts = all.Where(r => r.Match is LineMatch.Starts or LineMatch.Heads).GroupBy(r => r.Words[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _ends = all.Where(r => r.Match == LineMatch.Ends).GroupBy(r => r.Words[^1]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _contains = [.. all.Where(r => r.Match == LineMatch.Contains)];
        _anywhere = SearchValues.Create([.. _contains.Select(r => r.Words)], StringComparison.Ordinal);
    }

    /// <summary>The rules that come with the program.</summary>
    public static FurnitureRules Default => Embedded.Value;

    /// <summary>The rule that a line falls under; null for text.</summary>
    /// <param name="key">The line as <see cref="LineKey.Of"/> gives it.</param>
    public LineRule? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length == 0)
        {
            return null;
        }

        if (_equal.TryGetValue(key, out var equal))
        {
            return equal;
        }

        if (_starts.TryGetValue(key[0], out var starting) && Array.Find(starting, r => StartsWith(key, r)) is { } start)
        {
            return start;
        }

        if (_ends.TryGetValue(key[^1], out var ending) && Array.Find(ending, r => key.Length <= r.Longest && key.EndsWith(r.Words, StringComparison.Ordinal)) is { } end)
        {
            return end;
        }

        return key.AsSpan().ContainsAny(_anywhere)
            ? Array.Find(_contains, r => key.Length <= r.Longest && key.Contains(r.Words, StringComparison.Ordinal))
            : null;
    }

    private static bool StartsWith(string key, LineRule rule) =>
        key.Length <= rule.Longest && key.StartsWith(rule.Words, StringComparison.Ordinal)
        && (rule.Match == LineMatch.Starts || key.Length == rule.Words.Length || key[rule.Words.Length] is ':' or '|' or '丨' or '/' or '(' or '[' or '【' or '《' or '>' or '»' or '→' or '1' or '-' or '—' or '.' or ']' or '】');

    private static FurnitureRules LoadEmbedded() => new(LineRuleTable.Read(EmbeddedTables.Open("furniture/lines.tsv")));
}
