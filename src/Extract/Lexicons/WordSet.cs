namespace Pipeline.Extract.Lexicons;

/// <summary>A fixed set of folded words that can be asked without allocating.</summary>
public sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly WordEnds _ends;

    /// <summary>Makes the set of <paramref name="words"/>, none of which is empty.</summary>
    public WordSet(IReadOnlyCollection<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        _lookup = words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _ends = new WordEnds(words);
    }

    /// <summary>The set without words.</summary>
    public static WordSet Empty { get; } = new([]);

    /// <summary>True when <paramref name="word"/> is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _ends.MayHold(word) && _lookup.Contains(word);

    /// <summary>True when <paramref name="text"/> starts with one of the words.</summary>
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

    /// <summary>True when one of the words stands anywhere in <paramref name="text"/>.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (_ends.MayStart(text[at]) && ContainsStartOf(text[at..]))
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
