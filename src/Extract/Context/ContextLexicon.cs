using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>The words that bind numbers to their context: metrics, verbs, roles, entities. Immutable; words are folded to Simplified.</summary>
public sealed class ContextLexicon
{
    /// <summary>Lengths that <see cref="ListedLengths"/> tells apart; longer ones share the last bit.</summary>
    internal const int LongestTold = 31;

    private const int PairBits = 1 << 16;

    private static readonly Lazy<ContextLexicon> Embedded = new(static () => new ContextLexicon(new Dictionary<string, WordSense>(StringComparer.Ordinal))
        .WithMetrics(EmbeddedLexicons.Open("metrics.tsv"))
        .WithVerbs(EmbeddedLexicons.Open("verbs.tsv"))
        .WithRoles(EmbeddedLexicons.Open("roles.tsv"))
        .WithEntities(EmbeddedLexicons.Open("entities.tsv")));

    private readonly Dictionary<string, WordSense> _senses;
    private readonly Dictionary<string, WordSense>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // Almost every place starts no listed word: a bit for each word of one unit, and one for each hashed pair of first units, say so.
    private readonly CharacterSet _alone;
    private readonly ulong[] _pairs = new ulong[PairBits / 64];
    private readonly Lazy<WordTrie<WordSense>> _trie;

    private ContextLexicon(Dictionary<string, WordSense> senses)
    {
        _senses = senses;
        _lookup = senses.GetAlternateLookup<ReadOnlySpan<char>>();
        _trie = new Lazy<WordTrie<WordSense>>(() => new WordTrie<WordSense>(_senses));
        _alone = new CharacterSet([.. senses.Keys.Where(static word => word.Length == 1).Select(static word => word[0])]);
        foreach (var word in senses.Keys)
        {
            Longest = Math.Max(Longest, word.Length);
            if (word.Length > 1)
            {
                var pair = Pair(word);
                _pairs[pair >> 6] |= 1UL << pair;
            }
        }
    }

    /// <summary>The words compiled into the assembly.</summary>
    public static ContextLexicon Default => Embedded.Value;

    /// <summary>All words, for tests that every one is proved.</summary>
    public IReadOnlyCollection<string> Words => _senses.Keys;

    /// <summary>The ids of all metrics, in ordinal order.</summary>
    public IEnumerable<string> MetricIds => _senses.Values.Where(s => s.Metric is not null).Select(s => s.Metric!.Id).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Length of the longest word, in UTF-16 units.</summary>
    internal int Longest { get; }

    /// <summary>What is known about <paramref name="word"/>, which is folded.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out WordSense sense)
    {
        var isListed = _lookup.TryGetValue(word, out var found);
        sense = found ?? WordSense.None;
        return isListed;
    }

    /// <summary>The lengths of all listed words that <paramref name="text"/> starts with: for each its <see cref="LengthBit"/>.</summary>
    /// <param name="text">Folded text, not empty.</param>
    /// <param name="longest">What the longest one says; null where only one unit alone may be listed.</param>
    internal uint ListedLengths(ReadOnlySpan<char> text, out WordSense? longest)
    {
        if (text.Length > 1)
        {
            var pair = Pair(text);
            if ((_pairs[pair >> 6] >> pair & 1) != 0)
            {
                return _trie.Value.Lengths(text, out longest);
            }
        }

        longest = null;
        return _alone.Contains(text[0]) ? LengthBit(1) : 0;
    }

    internal static uint LengthBit(int length) => 1U << Math.Min(length, LongestTold);

    private static int Pair(ReadOnlySpan<char> text) => (int)((((text[0] * 0x9E3779B1U) + text[1]) * 0x85EBCA6BU) >> 16);

    /// <summary>A lexicon with the metrics of <paramref name="source"/> added; a word that was there gets the new meaning.</summary>
    /// <exception cref="LexiconException">The table is not one of metrics.</exception>
    public ContextLexicon WithMetrics(LexiconSource source) => With(
        TsvTable.Read(source, "word", "id", "kind", "source"),
        static (row, sense) => sense with { Metric = new Metric(row["id"], row.Word<MetricKind>("kind")) });

    /// <summary>A lexicon with the verbs of <paramref name="source"/> added.</summary>
    /// <exception cref="LexiconException">The table is not one of verbs.</exception>
    public ContextLexicon WithVerbs(LexiconSource source) => With(
        TsvTable.Read(source, "word", "role", "direction", "basis", "source"),
        static (row, sense) => sense with
        {
            Verb = new BindingVerb(
                row.Word<VerbRole>("role"),
                row.Optional("direction") is null ? null : row.Word<ChangeDirection>("direction"),
                row.Optional("basis")),
        });

    /// <summary>A lexicon with the roles of <paramref name="source"/> added; roles of one word add up.</summary>
    /// <exception cref="LexiconException">The table is not one of roles.</exception>
    public ContextLexicon WithRoles(LexiconSource source) => With(
        TsvTable.Read(source, 2, "word", "role", "source"),
        static (row, sense) => sense with { Roles = sense.Roles | row.Word<WordRoles>("role") });

    /// <summary>A lexicon with the names of <paramref name="source"/> added.</summary>
    /// <exception cref="LexiconException">The table is not one of entities.</exception>
    public ContextLexicon WithEntities(LexiconSource source) => With(
        TsvTable.Read(source, "name", "id", "type", "source"),
        static (row, sense) => sense with { Entity = new Entity(row["id"], row.Word<EntityType>("type")) },
        "name");

    private ContextLexicon With(TsvTable table, Func<TsvRow, WordSense, WordSense> add, string key = "word")
    {
        var senses = new Dictionary<string, WordSense>(_senses, StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var word = TextFold.Fold(row[key]);
            senses[word] = add(row, senses.GetValueOrDefault(word, WordSense.None));
        }

        return new ContextLexicon(senses);
    }
}
