using Pipeline.Extract.Text;

namespace Pipeline.Extract.Lexicons;

/// <summary>Finds the longest word of a vocabulary at a place in a text, without allocation, in time linear in that word's length.</summary>
/// <typeparam name="TValue">What the vocabulary says about a word.</typeparam>
/// <remarks>Read forwards (from the start of a span) or, when built reversed, backwards (from its end).</remarks>
public sealed class WordTrie<TValue>
{
    private readonly bool _reversed;
    private readonly CharacterSet _firstUnits;
    private readonly CharacterSet _alone;
    private readonly PairSet _pairs = new(14);
    private readonly TrieEdges _edges;

    /// <summary>By node, counted from <see cref="TrieEdges.Root"/>.</summary>
    private readonly TValue[] _values;

    /// <summary>Builds the trie.</summary>
    /// <param name="words">The vocabulary; a later word replaces an equal earlier one.</param>
    /// <param name="reversed">True to match the end of a span instead of its start.</param>
    /// <exception cref="ArgumentException">A word is empty.</exception>
    public WordTrie(IEnumerable<KeyValuePair<string, TValue>> words, bool reversed = false)
    {
        ArgumentNullException.ThrowIfNull(words);
        _reversed = reversed;
        var all = words.ToList();
        _edges = new TrieEdges(all.Sum(static word => word.Key.Length));
        var values = new Dictionary<int, TValue>();
        var (first, alone) = (new HashSet<char>(), new HashSet<char>());
        foreach (var (word, value) in all)
        {
            if (word.Length == 0)
            {
                throw new ArgumentException("a word is empty", nameof(words));
            }

            var units = word.ToCharArray();
            if (reversed)
            {
                Array.Reverse(units);
            }

            // Most places start no word: bit maps say so. A word of two or more units goes on from its first unit, which is the node.
            first.Add(units[0]);
            if (units.Length == 1)
            {
                alone.Add(units[0]);
            }
            else
            {
                _pairs.Add(units[0], units[1]);
            }

            var last = units.Length == 1 ? _edges.Add(TrieEdges.Root, units, TrieMarks.Word) : _edges.Add(units[0], units.AsSpan(1), TrieMarks.Word);
            values[last] = value;
        }

        _firstUnits = new CharacterSet([.. first]);
        _alone = new CharacterSet([.. alone]);
        _values = new TValue[_edges.Last - TrieEdges.Root + 1];
        foreach (var (node, value) in values)
        {
            _values[node - TrieEdges.Root] = value;
        }
    }

    /// <summary>Finds the longest word that <paramref name="text"/> starts with (reversed: ends with).</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="length">Length of the word; 0 when there is none.</param>
    /// <param name="value">What the vocabulary says about it.</param>
    /// <returns>False when no word fits.</returns>
    public bool TryLongest(ReadOnlySpan<char> text, out int length, out TValue value)
    {
        length = 0;
        value = default!;
        if (text.IsEmpty)
        {
            return false;
        }

        var first = _reversed ? text[^1] : text[0];
        var found = text.Length > 1 && _pairs.MayContain(first, _reversed ? text[^2] : text[1]) ? LongestFrom(first, text, out length) : TrieEdges.Root;
        if (length == 0)
        {
            if (!_alone.Contains(first))
            {
                return false;
            }

            (found, length) = (_edges.From(TrieEdges.Root, first).Target, 1);
        }

        value = _values[found - TrieEdges.Root];
        return true;
    }

    /// <summary>Where the first word in <paramref name="text"/> starts; -1 where there is none. Of a trie that reads forwards.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="length">Length of the longest word that starts there; 0 when there is none.</param>
    public int IndexIn(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        for (var at = 0; (at = _firstUnits.NextIn(text, at)) < text.Length; at++)
        {
            if (TryLongest(text[at..], out length, out _))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The last node of the longest word of two or more units; <paramref name="length"/> is 0 where there is none.</summary>
    private int LongestFrom(char first, ReadOnlySpan<char> text, out int length)
    {
        var (node, found) = ((int)first, TrieEdges.Root);
        length = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var edge = _edges.From(node, _reversed ? text[text.Length - 1 - i] : text[i]);
            node = edge.Target;
            if (edge.Has(TrieMarks.Word))
            {
                (found, length) = (node, i + 1);
            }

            if (!edge.Has(TrieMarks.LeadsOn))
            {
                break;
            }
        }

        return found;
    }
}
