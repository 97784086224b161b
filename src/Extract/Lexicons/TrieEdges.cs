using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pipeline.Extract.Lexicons;

/// <summary>The edges of a trie in one table with open addressing, so that a step of a walk is one look whatever number of edges a node has.</summary>
/// <param name="units">Units of all words together: at most so many edges can be added.</param>
internal sealed class TrieEdges(int units)
{
    /// <summary>The node that no unit leads to; a trie may start from other nodes below it.</summary>
    public const int Root = char.MaxValue + 1;

    private readonly TrieEdge[] _table = new TrieEdge[BitOperations.RoundUpToPowerOf2((uint)units + 1)];

    /// <summary>The last node that was added; they are numbered from <see cref="Root"/> on.</summary>
    public int Last { get; private set; } = Root;

    /// <summary>The edge from <paramref name="node"/> over <paramref name="unit"/>; the empty one where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TrieEdge From(int node, char unit) => _table[Place(node, unit)];

    /// <summary>Adds the way of a word.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="word">Its units from there on, one or more.</param>
    /// <param name="marks">What is noted of its last node.</param>
    /// <returns>Its last node.</returns>
    /// <exception cref="ArgumentException">The words have more starts than <see cref="TrieEdge.MostNodes"/>.</exception>
    public int Add(int from, ReadOnlySpan<char> word, TrieMarks marks)
    {
        if (Last + word.Length >= TrieEdge.MostNodes)
        {
            throw new ArgumentException("the words are too many for one trie", nameof(word));
        }

        for (var i = 0; i < word.Length; i++)
        {
            ref var edge = ref _table[Place(from, word[i])];
            edge = (edge.IsNone ? new TrieEdge(from, word[i], ++Last) : edge).With(i + 1 < word.Length ? TrieMarks.LeadsOn : marks);
            from = edge.Target;
        }

        return from;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(int node, char unit)
    {
        var key = TrieEdge.KeyOf(node, unit);
        var at = (int)((key * 0x9E3779B97F4A7C15) >> 40) & (_table.Length - 1);
        while (!_table[at].IsNone && _table[at].Key != key)
        {
            at = (at + 1) & (_table.Length - 1);
        }

        return at;
    }
}
