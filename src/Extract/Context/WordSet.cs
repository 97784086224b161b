namespace Pipeline.Extract.Context;

/// <summary>A fixed set of folded words that can be asked without allocating.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly WordEnds _ends;

    public WordSet(IReadOnlyCollection<string> words)
    {
        _lookup = words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _ends = new WordEnds(words);
    }

    public bool Contains(ReadOnlySpan<char> word) => _ends.MayHold(word) && _lookup.Contains(word);

    public bool ContainsStartOf(ReadOnlySpan<char> text)
    {
        for (var length = text.IsEmpty || !_ends.MayStart(text[0]) ? 0 : Math.Min(_ends.Longest, text.Length); length > 0; length--)
        {
            if (_ends.MayEnd(text[length - 1]) && _lookup.Contains(text[..length]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Length of the longest word that <paramref name="text"/> ends with; 0 for none.</summary>
    public int LengthOfEndOf(ReadOnlySpan<char> text)
    {
        for (var length = text.IsEmpty || !_ends.MayEnd(text[^1]) ? 0 : Math.Min(_ends.Longest, text.Length); length > 0; length--)
        {
            if (_ends.MayStart(text[^length]) && _lookup.Contains(text[^length..]))
            {
                return length;
            }
        }

        return 0;
    }
}
