using Pipeline.Extract.Context;

namespace Pipeline.Extract.Lexicons;

/// <summary>All vocabularies that extraction uses. Immutable: a reload makes a new one.</summary>
public sealed class LexiconSet
{
    private static readonly string[] ContextTables = ["metrics.tsv", "verbs.tsv", "roles.tsv", "entities.tsv"];
    private static readonly string[] QuantityTables =
        ["units.tsv", "currencies.tsv", "currency_regions.tsv", "classifiers.tsv", "modifiers.tsv", "number_cues.tsv", "number_words.tsv"];

    private static readonly Lazy<LexiconSet> Embedded = new(static () => new LexiconSet(QuantityLexicon.BuiltIn, ContextLexicon.Default));

    private LexiconSet(QuantityLexicon quantities, ContextLexicon context) => (Quantities, Context) = (quantities, context);

    /// <summary>The vocabularies compiled into the assembly.</summary>
    public static LexiconSet BuiltIn => Embedded.Value;

    /// <summary>The names of the tables that a user may add to.</summary>
    public static IReadOnlyList<string> TableNames { get; } = [.. ContextTables, .. QuantityTables];

    /// <summary>Numerals, units, classifiers, modifiers.</summary>
    public QuantityLexicon Quantities { get; }

    /// <summary>Metrics, verbs, roles, entities.</summary>
    public ContextLexicon Context { get; }

    /// <summary>The built-in vocabularies with tables of the user's own merged over them.</summary>
    /// <param name="tables">
    /// The user's tables in order, each named by the file name of the built-in one it adds to (<see cref="TableNames"/>);
    /// a word that was there gets the new meaning. Their readers are disposed.
    /// </param>
    /// <exception cref="LexiconException">A table has another name, or is not such a table.</exception>
    public static LexiconSet With(IReadOnlyList<LexiconSource> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var context = ContextLexicon.Default;
        var quantityTables = new Dictionary<string, List<LexiconSource>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var name = Path.GetFileName(table.Name);
            if (QuantityTables.Contains(name, StringComparer.Ordinal))
            {
                if (!quantityTables.TryGetValue(name, out var list))
                {
                    quantityTables.Add(name, list = []);
                }

                list.Add(table);
                continue;
            }

            context = name switch
            {
                "metrics.tsv" => context.WithMetrics(table),
                "verbs.tsv" => context.WithVerbs(table),
                "roles.tsv" => context.WithRoles(table),
                "entities.tsv" => context.WithEntities(table),
                _ => throw new LexiconException(table.Name, 0, $"is no table that can be added to; wanted one of {string.Join(", ", TableNames)}"),
            };
        }

        var quantities = quantityTables.Count == 0
            ? QuantityLexicon.BuiltIn
            : QuantityLexicon.Read(name => [EmbeddedLexicons.Open(name), .. quantityTables.GetValueOrDefault(name, [])]);
        return new LexiconSet(quantities, context);
    }
}
