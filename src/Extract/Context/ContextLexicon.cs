using System.Runtime.InteropServices;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>The words that bind numbers to their context: metrics, verbs, roles, entities. Immutable; words are folded to Simplified.</summary>
public sealed class ContextLexicon
{
    /// <summary>The tables that it reads.</summary>
    internal static readonly string[] Tables = ["metrics.tsv", "verbs.tsv", "roles.tsv", SpeechVerbs.Table, "entities.tsv"];

    private readonly Dictionary<string, WordSense> _senses;
    private readonly Dictionary<string, WordSense>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private ContextLexicon(Dictionary<string, WordSense> senses)
    {
        _senses = senses;
        _lookup = senses.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words compiled into the assembly.</summary>
    public static ContextLexicon Default => LexiconSet.BuiltIn.Context;

    /// <summary>All words, for tests that every one is proved.</summary>
    public IReadOnlyCollection<string> Words => _senses.Keys;

    /// <summary>The ids of all metrics, in ordinal order.</summary>
    public IEnumerable<string> MetricIds => _senses.Values.Where(s => s.Metric is not null).Select(s => s.Metric!.Id).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What is known about <paramref name="word"/>, which is folded.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out WordSense sense)
    {
        var isListed = _lookup.TryGetValue(word, out var found);
        sense = found ?? WordSense.None;
        return isListed;
    }

    /// <summary>Reads <see cref="Tables"/>.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="speech">The verbs that give what follows to a speaker: those of saying are so in their clauses too.</param>
    /// <exception cref="LexiconException">A table is malformed.</exception>
    internal static ContextLexicon Read(LexiconTables tables, SpeechVerbs speech)
    {
        var senses = new Dictionary<string, WordSense>(StringComparer.Ordinal);
        foreach (var row in tables.Rows("metrics.tsv", "word", 1, "word", "id", "kind", "source"))
        {
            ref var sense = ref SenseOf(row.Folded("word"));
            sense = sense with { Metric = new Metric(row["id"], row.Word<MetricKind>("kind")) };
        }

        foreach (var row in tables.Rows("verbs.tsv", "word", 1, "word", "role", "direction", "basis", "source"))
        {
            var direction = row.Optional("direction") is null ? (ChangeDirection?)null : row.Word<ChangeDirection>("direction");
            ref var sense = ref SenseOf(row.Folded("word"));
            sense = sense with { Verb = new BindingVerb(row.Word<VerbRole>("role"), direction, row.Optional("basis")) };
        }

        foreach (var row in tables.Rows("roles.tsv", "word", 2, "word", "role", "source"))
        {
            ref var sense = ref SenseOf(row.Folded("word"));
            sense = sense with { Roles = sense.Roles | row.Word<WordRoles>("role") };
        }

        foreach (var word in speech.Sayings)
        {
            // 期望月薪, 概估值: what narrows a metric does not end it.
            ref var sense = ref SenseOf(word);
            sense = sense.Is(WordRoles.Attribute) ? sense : sense with { Roles = sense.Roles | WordRoles.Speech };
        }

        foreach (var row in tables.Rows("entities.tsv", "name", 1, "name", "id", "type", "source"))
        {
            ref var sense = ref SenseOf(row.Folded("name"));
            sense = sense with { Entity = new Entity(row["id"], row.Word<EntityType>("type")) };
        }

        return new ContextLexicon(senses);

        ref WordSense SenseOf(string word)
        {
            ref var sense = ref CollectionsMarshal.GetValueRefOrAddDefault(senses, word, out var isKnown);
            sense = isKnown ? sense : WordSense.None;
            return ref sense!;
        }
    }
}
