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
    private readonly byte[] _longestByFirst;

    // Almost every question is about a word that is not listed: a bit for each first unit and length, and one for each hashed pair of first units, answer it.
    private readonly uint[] _lengthsByFirst;
    private readonly ulong[] _pairs = new ulong[PairBits / 64];
    private readonly CharacterSet _alone;
    private readonly Lazy<WordTrie<bool>> _trie;

    private ContextLexicon(Dictionary<string, WordSense> senses)
    {
        _senses = senses;
        _lookup = senses.GetAlternateLookup<ReadOnlySpan<char>>();
        _trie = new Lazy<WordTrie<bool>>(() => new WordTrie<bool>(_senses.Keys.Select(static word => KeyValuePair.Create(word, true))));
        _alone = new CharacterSet([.. senses.Keys.Where(static word => word.Length == 1).Select(static word => word[0])]);
        _longestByFirst = new byte[char.MaxValue + 1];
        _lengthsByFirst = new uint[char.MaxValue + 1];
        foreach (var word in senses.Keys)
        {
            _longestByFirst[word[0]] = (byte)Math.Min(byte.MaxValue, Math.Max(_longestByFirst[word[0]], word.Length));
            _lengthsByFirst[word[0]] |= LengthBit(word.Length);
            _pairs[Pair(word) >> 6] |= 1UL << Pair(word);
        }
    }

    /// <summary>The words compiled into the assembly.</summary>
    public static ContextLexicon Default => Embedded.Value;

    /// <summary>All words, for tests that every one is proved.</summary>
    public IReadOnlyCollection<string> Words => _senses.Keys;

    /// <summary>The ids of all metrics, in ordinal order.</summary>
    public IEnumerable<string> MetricIds => _senses.Values.Where(s => s.Metric is not null).Select(s => s.Metric!.Id).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Longest word that starts with <paramref name="first"/>, in UTF-16 units; 0 when none does.</summary>
    public int LongestFrom(char first) => _longestByFirst[first];

    /// <summary>What is known about <paramref name="word"/>, which is folded.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out WordSense sense)
    {
        if (MayBeListed(word) && _lookup.TryGetValue(word, out var found))
        {
            sense = found;
            return true;
        }

        sense = WordSense.None;
        return false;
    }

    /// <summary>The lengths of all listed words that <paramref name="text"/> starts with: for each its <see cref="LengthBit"/>.</summary>
    internal uint ListedLengths(ReadOnlySpan<char> text)
    {
        var alone = _alone.Contains(text[0]) ? LengthBit(1) : 0;
        return text.Length > 1 && MayStartWith(Pair(text[..2])) ? _trie.Value.Lengths(text) : alone;
    }

    private bool MayBeListed(ReadOnlySpan<char> word) =>
        !word.IsEmpty && (_lengthsByFirst[word[0]] & LengthBit(word.Length)) != 0 && MayStartWith(Pair(word));

    private bool MayStartWith(int pair) => (_pairs[pair >> 6] >> pair & 1) != 0;

    internal static uint LengthBit(int length) => 1U << Math.Min(length, LongestTold);

    private static int Pair(ReadOnlySpan<char> word) => word.Length == 1 ? word[0] : (int)((((word[0] * 0x9E3779B1U) + word[1]) * 0x85EBCA6BU) >> 16);

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
