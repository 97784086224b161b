using System.Numerics;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>The words of the context lexicon and the names of companies in one trie: a single walk finds all that start at a place in a text. Immutable.</summary>
/// <remarks>Most places are turned away by a bit map of first pairs that stays in the processor's first cache; a step of the walk is one look at a table of edges.</remarks>
internal sealed class Vocabulary
{
    /// <summary>Lengths that are told apart; longer ones share the last bit.</summary>
    public const int LongestTold = 31;

    /// <summary>The node of a first unit is the unit itself; those of longer beginnings are counted from here.</summary>
    private const int FirstNode = char.MaxValue + 1;

    private const int PairBits = 1 << 16;

    // An edge: its node, the unit that leads on, the node it leads to, and what is known of that node.
    private const ulong IsListed = 1;
    private const ulong IsName = 2;
    private const ulong LeadsOn = 4;
    private const int TargetShift = 3;
    private const int TargetBits = 21;
    private const int KeyShift = TargetShift + TargetBits;
    private const int UnitBits = 16;

    private readonly ulong[] _pairs = new ulong[PairBits / 64];
    private readonly CharacterSet _alone;
    private readonly Dictionary<char, WordSense> _aloneSenses = [];
    private readonly ulong[] _edges;
    private readonly WordSense?[] _senses;

    /// <summary>Joins the two lexicons.</summary>
    public Vocabulary(ContextLexicon lexicon, NameLexicon names)
    {
        var units = lexicon.Words.Sum(static word => word.Length) + names.Companies.Sum(static name => name.Length);
        _edges = new ulong[BitOperations.RoundUpToPowerOf2((uint)units)];
        var (senses, last) = (new List<WordSense?>(), FirstNode);
        foreach (var word in lexicon.Words)
        {
            _ = lexicon.TryGet(word, out var sense);
            if (word.Length == 1)
            {
                _aloneSenses.Add(word[0], sense);
            }
            else
            {
                Add(word, IsListed | (sense.Entity is null ? 0 : IsName), sense);
            }
        }

        foreach (var name in names.Companies)
        {
            if (name.Length > 1)
            {
                Add(name, IsName, null);
            }
        }

        _alone = new CharacterSet([.. _aloneSenses.Keys]);
        _senses = [.. senses];

        void Add(string word, ulong flags, WordSense? sense)
        {
            Longest = Math.Max(Longest, word.Length);
            var pair = Pair(word[0], word[1]);
            _pairs[pair / 64] |= 1UL << pair;
            int node = word[0];
            for (var length = 2; length <= word.Length; length++)
            {
                ref var edge = ref EdgeFrom(node, word[length - 1]);
                if (edge == 0)
                {
                    edge = Key(node, word[length - 1]) << KeyShift | (ulong)(uint)last++ << TargetShift;
                    senses.Add(null);
                }

                node = Target(edge);
                edge |= length < word.Length ? LeadsOn : flags;
            }

            senses[node - FirstNode] ??= sense;
        }
    }

    /// <summary>Length of the longest word, in UTF-16 units.</summary>
    public int Longest { get; private set; }

    /// <summary>The bit that stands for words of <paramref name="length"/> units.</summary>
    public static uint LengthBit(int length) => 1U << Math.Min(length, LongestTold);

    /// <summary>Finds the words that <paramref name="text"/> starts with.</summary>
    /// <param name="text">Folded text, not empty.</param>
    /// <param name="longest">What the longest listed word of two or more units says; null where there is none.</param>
    /// <param name="names">The lengths of the names of entities and companies: for each its <see cref="LengthBit"/>.</param>
    /// <returns>The lengths of the words that the context lexicon lists.</returns>
    public uint LengthsAt(ReadOnlySpan<char> text, out WordSense? longest, out uint names)
    {
        (longest, names) = (null, 0);
        var listed = _alone.Contains(text[0]) ? LengthBit(1) : 0;
        if (text.Length == 1 || Pair(text[0], text[1]) is var pair && (_pairs[pair / 64] >> pair & 1) == 0)
        {
            return listed;
        }

        var (node, last) = ((int)text[0], -1);
        for (var length = 2; length <= text.Length; length++)
        {
            var edge = EdgeFrom(node, text[length - 1]);
            node = Target(edge);
            if ((edge & IsListed) != 0)
            {
                (listed, last) = (listed | LengthBit(length), node);
            }

            names |= (edge & IsName) != 0 ? LengthBit(length) : 0;
            if ((edge & LeadsOn) == 0)
            {
                break;
            }
        }

        longest = last < 0 ? null : _senses[last - FirstNode];
        return listed;
    }

    /// <summary>What the context lexicon says of <paramref name="word"/>; null where it does not list it.</summary>
    public WordSense? SenseOf(ReadOnlySpan<char> word)
    {
        if (word.Length == 1)
        {
            return _aloneSenses.GetValueOrDefault(word[0]);
        }

        var (node, edge) = ((int)word[0], 0UL);
        foreach (var unit in word[1..])
        {
            edge = EdgeFrom(node, unit);
            node = Target(edge);
        }

        return (edge & IsListed) != 0 ? _senses[node - FirstNode] : null;
    }

    /// <summary>The edge that leads from <paramref name="node"/> over <paramref name="unit"/>; its empty place where there is none.</summary>
    private ref ulong EdgeFrom(int node, char unit)
    {
        var key = Key(node, unit);
        var at = (int)((key * 0x9E3779B97F4A7C15) >> 40) & (_edges.Length - 1);
        while (_edges[at] != 0 && _edges[at] >> KeyShift != key)
        {
            at = (at + 1) & (_edges.Length - 1);
        }

        return ref _edges[at];
    }

    private static ulong Key(int node, char unit) => (ulong)(uint)node << UnitBits | unit;

    private static int Target(ulong edge) => (int)(edge >> TargetShift) & ((1 << TargetBits) - 1);

    private static int Pair(char first, char second) => (int)((((first * 0x9E3779B1U) + second) * 0x85EBCA6BU) >> 16);
}
