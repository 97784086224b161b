using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Lexicons;

/// <summary>All vocabulary that the quantity scanner reads. Immutable; share one.</summary>
public sealed class QuantityLexicon
{
    /// <summary>The tables that it reads.</summary>
    internal static readonly string[] Tables =
        ["classifiers.tsv", "units.tsv", "currencies.tsv", "modifiers.tsv", "number_cues.tsv", "number_words.tsv", "currency_regions.tsv"];

    private QuantityLexicon(
        Dictionary<string, UnitEntry> units,
        Dictionary<string, UnitEntry> currencyPrefixes,
        ILookup<string, KeyValuePair<string, Modifier>> modifiers,
        IEnumerable<NumberWord> words,
        IEnumerable<KeyValuePair<string, NumberCues>> cuesBefore,
        IEnumerable<KeyValuePair<string, NumberCues>> cuesAfter,
        IEnumerable<KeyValuePair<string, RegionWord>> regions,
        CueLexicon context)
    {
        Units = new(units);
        CurrencyPrefixes = new(currencyPrefixes, reversed: true);
        ModifiersBefore = new(modifiers["before"].Concat(modifiers["ahead"]), reversed: true);
        ModifiersAhead = new(modifiers["ahead"], reversed: true);
        ModifiersAfter = new(modifiers["after"]);
        Words = new(words.GroupBy(w => w.Word[w.Anchor..], StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.OrderByDescending(w => w.Anchor).ToArray())));
        CuesBefore = new(cuesBefore, reversed: true);
        CuesAfter = new(cuesAfter);
        Regions = new(regions);
        Context = context;
        Percent = units["%"];
        PercentagePoint = units["个百分点"];
        BasisPoint = units["个基点"];
        Multiple = units["倍"];
        Celsius = units["摄氏度"];
        ElectricityDegree = units["度电"];
        Month = units["个月"];
        Minute = units["分钟"];
        Second = units["秒"];
        Yuan = units["元"];
        Fen = units["分钱"];
        SquareFoot = units["平方呎"];
        IndexPoint = units["点"];
        Euro = units["欧元"];
        Magnitude = units["级"];
        Mark = units["分"];
    }

    /// <summary>The vocabulary of data/lexicons.</summary>
    public static QuantityLexicon BuiltIn => LexiconSet.BuiltIn.Quantities;

    /// <summary>Words after a number.</summary>
    internal WordTrie<UnitEntry> Units { get; }

    internal WordTrie<UnitEntry> CurrencyPrefixes { get; }

    internal WordTrie<Modifier> ModifiersBefore { get; }

    /// <summary>Those before a number that a verb may part from it.</summary>
    internal WordTrie<Modifier> ModifiersAhead { get; }

    internal WordTrie<Modifier> ModifiersAfter { get; }

    /// <summary>Keyed by the part from the first numeral character on; longest part before it first.</summary>
    internal WordTrie<NumberWord[]> Words { get; }

    internal WordTrie<NumberCues> CuesBefore { get; }

    internal WordTrie<NumberCues> CuesAfter { get; }

    internal WordTrie<RegionWord> Regions { get; }

    /// <summary>What words set a value above, below or beside another.</summary>
    internal CueLexicon Context { get; }

    internal UnitEntry Percent { get; }

    internal UnitEntry PercentagePoint { get; }

    internal UnitEntry BasisPoint { get; }

    internal UnitEntry Multiple { get; }

    internal UnitEntry Celsius { get; }

    internal UnitEntry ElectricityDegree { get; }

    internal UnitEntry Month { get; }

    internal UnitEntry Minute { get; }

    internal UnitEntry Second { get; }

    internal UnitEntry Yuan { get; }

    internal UnitEntry Fen { get; }

    internal UnitEntry SquareFoot { get; }

    internal UnitEntry IndexPoint { get; }

    internal UnitEntry Euro { get; }

    internal UnitEntry Magnitude { get; }

    internal UnitEntry Mark { get; }

    /// <summary>Reads <see cref="Tables"/>.</summary>
    /// <param name="tables">Where they are.</param>
    /// <param name="context">The comparatives, which binding reads too.</param>
    /// <exception cref="LexiconException">A table is malformed.</exception>
    internal static QuantityLexicon Read(LexiconTables tables, CueLexicon context)
    {
        var units = new Dictionary<string, UnitEntry>(StringComparer.Ordinal);
        var prefixes = new Dictionary<string, UnitEntry>(StringComparer.Ordinal);
        UnitTables.ReadClassifiers(tables, units);
        UnitTables.ReadUnits(tables, units);
        UnitTables.ReadCurrencies(tables, units, prefixes);
        var modifiers = tables.Rows("modifiers.tsv", "word", 2, "word", "side", "bound", "not_beside", "source")
            .ToLookup(r => Side(r, "before", "ahead", "after"), r => KeyValuePair.Create(r.Folded("word"), new Modifier(r.Word<Bound>("bound"), UnitTables.Alternatives(r, "not_beside"))));
        var cues = tables.Rows("number_cues.tsv", "word", 3, "cue", "side", "word", "source")
            .GroupBy(r => (Side: Side(r, "before", "after"), Word: r.Folded("word")), r => r.Word<NumberCues>("cue"))
            .ToLookup(g => g.Key.Side, g => KeyValuePair.Create(g.Key.Word, g.Aggregate((a, b) => a | b)));
        var words = tables.Rows("number_words.tsv", "word", 1, "word", "reason", "source").Select(ReadWord);
        var regions = tables.Rows("currency_regions.tsv", "word", 1, "word", "currency", "strength", "source").Select(RegionWord.Read);
        return new QuantityLexicon(units, prefixes, modifiers, words, cues["before"], cues["after"], regions, context);
    }

    private static string Side(TsvRow row, params string[] sides) => sides.Contains(row["side"])
        ? row["side"]
        : throw row.Error($"column 'side' must be one of {string.Join(", ", sides)}, found '{row["side"]}'");

    private static NumberWord ReadWord(TsvRow row)
    {
        var word = row.Folded("word");
        var anchor = word.AsSpan().IndexOfAny(NumeralCharacters.Starters);
        return anchor >= 0
            ? new NumberWord(word, anchor, row.Word<SkipReason>("reason"))
            : throw row.Error($"'{word}' holds no numeral character");
    }
}
