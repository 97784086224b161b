namespace Pipeline.Extract.Lexicons;

/// <summary>An edge of a trie, packed: the node it leaves, its unit, the node it leads to and what is noted of that.</summary>
internal readonly struct TrieEdge
{
    /// <summary>Most nodes that can be told apart.</summary>
    public const int MostNodes = 1 << TargetBits;

    private const int MarkBits = 3;
    private const int TargetBits = 21;
    private const int UnitBits = 16;
    private readonly ulong _packed;

    /// <summary>Packs an edge.</summary>
    public TrieEdge(int node, char unit, int target)
        : this(KeyOf(node, unit) << (MarkBits + TargetBits) | (ulong)(uint)target << MarkBits)
    {
    }

    private TrieEdge(ulong packed) => _packed = packed;

    /// <summary>True for the place of an edge that there is not.</summary>
    public bool IsNone => _packed == 0;

    /// <summary>The node that it leaves and its unit.</summary>
    public ulong Key => _packed >> (MarkBits + TargetBits);

    /// <summary>The node that it leads to.</summary>
    public int Target => (int)(_packed >> MarkBits) & ((1 << TargetBits) - 1);

    /// <summary>What <see cref="Key"/> is for an edge from <paramref name="node"/> over <paramref name="unit"/>.</summary>
    public static ulong KeyOf(int node, char unit) => (ulong)(uint)node << UnitBits | unit;

    /// <summary>True when <paramref name="mark"/> is noted of the node that it leads to.</summary>
    public bool Has(TrieMarks mark) => (_packed & (ulong)mark) != 0;

    /// <summary>The edge with more noted.</summary>
    public TrieEdge With(TrieMarks marks) => new(_packed | (ulong)marks);
}
