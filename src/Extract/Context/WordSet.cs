namespace Pipeline.Extract.Context;

/// <summary>A fixed set of folded words that can be asked without allocating.</summary>
internal sealed class WordSet
{
    private const int Bits = 64;

    /// <summary>Units share a bit of the maps that most words are turned away by; a power of two.</summary>
    private const int Places = 1024;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly ulong[] _first = new ulong[Places / Bits];
    private readonly ulong[] _last = new ulong[Places / Bits];
    private readonly int _longest;

    public WordSet(IReadOnlyCollection<string> words)
    {
        _lookup = words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words)
        {
            _longest = Math.Max(_longest, word.Length);
            _first[word[0] % Places / Bits] |= 1UL << word[0];
            _last[word[^1] % Places / Bits] |= 1UL << word[^1];
        }
    }

    public bool Contains(ReadOnlySpan<char> word) => !word.IsEmpty && word.Length <= _longest && Has(_first, word[0]) && _lookup.Contains(word);

    public bool ContainsStartOf(ReadOnlySpan<char> text)
    {
        for (var length = text.IsEmpty || !Has(_first, text[0]) ? 0 : Math.Min(_longest, text.Length); length > 0; length--)
        {
            if (_lookup.Contains(text[..length]))
            {
                return true;
            }
        }

        return false;
    }

    public bool ContainsEndOf(ReadOnlySpan<char> text)
    {
        for (var length = text.IsEmpty || !Has(_last, text[^1]) ? 0 : Math.Min(_longest, text.Length); length > 0; length--)
        {
            if (_lookup.Contains(text[^length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ulong[] map, char unit) => (map[unit % Places / Bits] >> unit & 1) != 0;
}
