using Pipeline.Extract.Text;

namespace Pipeline.Extract.Lexicons;

/// <summary>Finds the longest word of a vocabulary at a place in a text, without allocation, in time linear in that word's length.</summary>
/// <typeparam name="TValue">What the vocabulary says about a word.</typeparam>
/// <remarks>Read forwards (from the start of a span) or, when built reversed, backwards (from its end).</remarks>
public sealed class WordTrie<TValue>
{
    private readonly bool _reversed;
    private readonly CharacterSet _firstUnits;
    private readonly ushort[] _rootNodes = new ushort[char.MaxValue + 1];
    private readonly int[] _firstEdge;
    private readonly char[] _edgeUnits;
    private readonly int[] _edgeNodes;
    private readonly int[] _valueOfNode;
    private readonly TValue[] _values;

    /// <summary>Builds the trie.</summary>
    /// <param name="words">The vocabulary; a later word replaces an equal earlier one.</param>
    /// <param name="reversed">True to match the end of a span instead of its start.</param>
    /// <exception cref="ArgumentException">A word is empty.</exception>
    public WordTrie(IEnumerable<KeyValuePair<string, TValue>> words, bool reversed = false)
    {
        ArgumentNullException.ThrowIfNull(words);
        _reversed = reversed;
        var children = new List<SortedDictionary<char, int>> { new() };
        var valueOfNode = new List<int> { -1 };
        var values = new List<TValue>();
        foreach (var (word, value) in words)
        {
            if (word.Length == 0)
            {
                throw new ArgumentException("a word is empty", nameof(words));
            }

            var node = 0;
            for (var i = 0; i < word.Length; i++)
            {
                var unit = reversed ? word[word.Length - 1 - i] : word[i];
                if (!children[node].TryGetValue(unit, out var child))
                {
                    child = children.Count;
                    children[node].Add(unit, child);
                    children.Add([]);
                    valueOfNode.Add(-1);
                }

                node = child;
            }

            if (valueOfNode[node] < 0)
            {
                valueOfNode[node] = values.Count;
                values.Add(value);
            }
            else
            {
                values[valueOfNode[node]] = value;
            }
        }

        _firstEdge = new int[children.Count + 1];
        _edgeUnits = new char[children.Count - 1];
        _edgeNodes = new int[children.Count - 1];
        var edge = 0;
        for (var node = 0; node < children.Count; node++)
        {
            _firstEdge[node] = edge;
            foreach (var (unit, child) in children[node])
            {
                _edgeUnits[edge] = unit;
                _edgeNodes[edge++] = child;
            }
        }

        _firstEdge[^1] = edge;

        // Most places start no word: a bit map small enough for the first cache says so; for the others the root is a plain table.
        _firstUnits = new CharacterSet([.. children[0].Keys]);
        foreach (var (unit, child) in children[0])
        {
            _rootNodes[unit] = (ushort)Math.Min(child, ushort.MaxValue);
        }

        _valueOfNode = [.. valueOfNode];
        _values = [.. values];
    }

    /// <summary>Finds the longest word that <paramref name="text"/> starts with (reversed: ends with).</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="length">Length of the word; 0 when there is none.</param>
    /// <param name="value">What the vocabulary says about it.</param>
    /// <returns>False when no word fits.</returns>
    public bool TryLongest(ReadOnlySpan<char> text, out int length, out TValue value)
    {
        length = 0;
        if (text.IsEmpty || !_firstUnits.Contains(_reversed ? text[^1] : text[0]))
        {
            value = default!;
            return false;
        }

        var (node, found) = (0, -1);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = _reversed ? text[text.Length - 1 - i] : text[i];
            if (i == 0 && _rootNodes[unit] is var root && root < ushort.MaxValue)
            {
                node = root;
                if (_valueOfNode[node] >= 0)
                {
                    (found, length) = (_valueOfNode[node], 1);
                }

                continue;
            }

            var edge = FindEdge(_firstEdge[node], _firstEdge[node + 1] - 1, unit);
            if (edge < 0)
            {
                break;
            }

            node = _edgeNodes[edge];
            if (_valueOfNode[node] >= 0)
            {
                (found, length) = (_valueOfNode[node], i + 1);
            }
        }

        value = found >= 0 ? _values[found] : default!;
        return found >= 0;
    }

    private int FindEdge(int low, int high, char unit)
    {
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = _edgeUnits[middle];
            if (found == unit)
            {
                return middle;
            }

            (low, high) = found < unit ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
