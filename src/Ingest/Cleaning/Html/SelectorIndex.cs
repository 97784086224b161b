using System.Collections.Frozen;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>The ids and classes that a set of selectors asks for: the only ones a page's nodes are listed under.</summary>
internal sealed class SelectorIndex
{
    private readonly FrozenDictionary<string, string> _ids;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _classes;

    public SelectorIndex(IEnumerable<Selector> selectors)
    {
        var keys = selectors.SelectMany(s => s.Keys).ToList();
        _ids = keys.Where(k => k[0] == '#').Select(k => k[1..]).Distinct().ToFrozenDictionary(k => k, StringComparer.Ordinal);
        _classes = keys.Where(k => k[0] == '.').Select(k => k[1..]).Distinct().ToFrozenDictionary(k => k, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The id when some selector asks for it.</summary>
    public string? Id(string id) => _ids.GetValueOrDefault(id);

    /// <summary>The class when some selector asks for it.</summary>
    public string? Class(ReadOnlySpan<char> name) => _classes.TryGetValue(name, out var known) ? known : null;
}
