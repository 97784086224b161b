using System.Runtime.CompilerServices;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>The words of the context lexicon and the names of companies in one trie: a single walk finds all that start at a place in a text. Immutable.</summary>
/// <remarks>Most places are turned away by a bit map of first pairs that stays in the processor's first cache; a step of the walk is one look at a table of edges.</remarks>
internal sealed class Vocabulary
{
    /// <summary>Lengths that are told apart; longer ones share the last bit.</summary>
    public const int LongestTold = 31;

    private readonly PairSet _pairs = new(16);
    private readonly CharacterSet _alone;

    /// <summary>What is said of each unit that is a word.</summary>
    private readonly WordSense?[] _aloneSenses = new WordSense?[char.MaxValue + 1];

    // The node of a first unit is the unit itself.
    private readonly TrieEdges _edges;
    private readonly WordSense?[] _senses;

    /// <summary>Joins the two lexicons.</summary>
    public Vocabulary(ContextLexicon lexicon, NameLexicon names)
    {
        _edges = new TrieEdges(lexicon.Words.Sum(static word => word.Length) + names.Companies.Sum(static name => name.Length));
        var senses = new Dictionary<int, WordSense>();
        foreach (var word in lexicon.Words)
        {
            _ = lexicon.TryGet(word, out var sense);
            if (word.Length == 1)
            {
                _aloneSenses[word[0]] = sense;
            }
            else
            {
                senses.Add(Add(word, TrieMarks.Word | (sense.Entity is null ? TrieMarks.None : TrieMarks.Name)), sense);
            }
        }

        foreach (var name in names.Companies)
        {
            if (name.Length > 1)
            {
                Add(name, TrieMarks.Name);
            }
        }

        _alone = new CharacterSet([.. lexicon.Words.Where(static word => word.Length == 1).Select(static word => word[0])]);
        _senses = new WordSense?[_edges.Last - TrieEdges.Root + 1];
        foreach (var (node, sense) in senses)
        {
            _senses[node - TrieEdges.Root] = sense;
        }

        int Add(string word, TrieMarks marks)
        {
            Longest = Math.Max(Longest, word.Length);
            _pairs.Add(word[0], word[1]);
            return _edges.Add(word[0], word.AsSpan(1), marks);
        }
    }

    /// <summary>Length of the longest word, in UTF-16 units.</summary>
    public int Longest { get; private set; }

    /// <summary>The bit that stands for words of <paramref name="length"/> units.</summary>
    public static uint LengthBit(int length) => 1U << Math.Min(length, LongestTold);

    /// <summary>False where no word of two or more units starts with these two: most places of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayStart(char first, char second) => _pairs.MayContain(first, second);

    /// <summary>The bit of a word of one unit where <paramref name="unit"/> is one; 0 for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint LengthAlone(char unit) => _alone.Contains(unit) ? LengthBit(1) : 0;

    /// <summary>What the first two units of a word lead to: the start of <see cref="LengthsFrom"/>.</summary>
    public TrieEdge EdgeOf(char first, char second) => _edges.From(first, second);

    /// <summary>Finds the words of two and more units that <paramref name="text"/> starts with.</summary>
    /// <param name="edge"><see cref="EdgeOf"/> its first two units.</param>
    /// <param name="text">Folded text of two or more units.</param>
    /// <param name="longest">The node of the longest listed word, for <see cref="SenseAt"/>; of no meaning where there is none.</param>
    /// <param name="names">The lengths of the names of entities and companies: for each its <see cref="LengthBit"/>.</param>
    /// <returns>The lengths of the words that the context lexicon lists.</returns>
    public uint LengthsFrom(TrieEdge edge, ReadOnlySpan<char> text, out int longest, out uint names)
    {
        var listed = 0U;
        (longest, names) = (TrieEdges.Root, 0);
        for (var length = 2; ; length++)
        {
            if (edge.Has(TrieMarks.Word))
            {
                (listed, longest) = (listed | LengthBit(length), edge.Target);
            }

            names |= edge.Has(TrieMarks.Name) ? LengthBit(length) : 0;
            if (!edge.Has(TrieMarks.LeadsOn) || length == text.Length)
            {
                break;
            }

            edge = _edges.From(edge.Target, text[length]);
        }

        return listed;
    }

    /// <summary>What the context lexicon says of the word that ends at <paramref name="node"/>; null where none does.</summary>
    public WordSense? SenseAt(int node) => _senses[node - TrieEdges.Root];

    /// <summary>What the context lexicon says of <paramref name="word"/>; null where it does not list it.</summary>
    public WordSense? SenseOf(ReadOnlySpan<char> word)
    {
        if (word.Length == 1)
        {
            return _aloneSenses[word[0]];
        }

        int node = word[0];
        TrieEdge edge = default;
        foreach (var unit in word[1..])
        {
            edge = _edges.From(node, unit);
            node = edge.Target;
        }

        return edge.Has(TrieMarks.Word) ? SenseAt(node) : null;
    }
}
