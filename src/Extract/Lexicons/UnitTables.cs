using System.Globalization;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Lexicons;

/// <summary>Readers of units.tsv, currencies.tsv and classifiers.tsv.</summary>
internal static class UnitTables
{
    // SI brochure, table 7; Chinese names in everyday use (奈 is Taiwan's nano).
    private static readonly Dictionary<char, decimal> Prefixes = new()
    {
        ['p'] = 0.000000000001m, ['皮'] = 0.000000000001m,
        ['n'] = 0.000000001m, ['纳'] = 0.000000001m, ['奈'] = 0.000000001m,
        ['u'] = 0.000001m, ['µ'] = 0.000001m, ['μ'] = 0.000001m, ['微'] = 0.000001m,
        ['m'] = 0.001m, ['毫'] = 0.001m,
        ['c'] = 0.01m, ['厘'] = 0.01m,
        ['h'] = 100m, ['百'] = 100m,
        ['k'] = 1000m, ['K'] = 1000m, ['千'] = 1000m,
        ['M'] = 1_000_000m, ['兆'] = 1_000_000m,
        ['G'] = 1_000_000_000m, ['吉'] = 1_000_000_000m,
        ['T'] = 1_000_000_000_000m, ['太'] = 1_000_000_000_000m,
        ['P'] = 1_000_000_000_000_000m, ['拍'] = 1_000_000_000_000_000m,
        ['E'] = 1_000_000_000_000_000_000m, ['艾'] = 1_000_000_000_000_000_000m,
    };

    public static void ReadUnits(LexiconTables tables, Dictionary<string, UnitEntry> units)
    {
        foreach (var row in tables.Rows("units.tsv", "word", 1, "word", "unit", "dimension", "factor", "zero", "prefixes", "per", "not_before", "source"))
        {
            var (numerator, denominator) = ReadFactor(row);
            var zero = row.Optional("zero") is null ? 0 : row.Number("zero");
            var word = row.Folded("word");
            units[word] = Make(word, numerator);
            foreach (var prefix in row.Optional("prefixes") ?? string.Empty)
            {
                if (!Prefixes.TryGetValue(prefix, out var factor))
                {
                    throw row.Error($"column 'prefixes' holds '{prefix}', which is no SI prefix");
                }

                units[prefix + word] = Make(prefix + word, numerator * factor);
            }

            UnitEntry Make(string name, decimal factor) => new()
            {
                Word = name,
                Unit = row["unit"],
                Dimension = row.Word<Dimension>("dimension"),
                Numerator = factor,
                Denominator = denominator,
                Zero = zero,
                Per = row.Optional("per"),
                NotBefore = Alternatives(row, "not_before"),
            };
        }
    }

    public static void ReadCurrencies(LexiconTables tables, Dictionary<string, UnitEntry> units, Dictionary<string, UnitEntry> prefixes)
    {
        foreach (var row in tables.Rows("currencies.tsv", "word", 1, "word", "code", "factor", "place", "not_before", "source"))
        {
            var (numerator, denominator) = ReadFactor(row);
            var code = row["code"];
            if (code != "article" && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
            {
                throw row.Error($"column 'code' must be an ISO 4217 code or article, found '{code}'");
            }

            var entry = new UnitEntry
            {
                Word = row.Folded("word"),
                Unit = code == "article" ? string.Empty : code,
                Dimension = Dimension.Money,
                Numerator = numerator,
                Denominator = denominator,
                NotBefore = Alternatives(row, "not_before"),
            };
            var place = row["place"];
            if (place is not ("before" or "after" or "both"))
            {
                throw row.Error($"column 'place' must be before, after or both, found '{place}'");
            }

            if (place is "after" or "both")
            {
                units[entry.Word] = entry;
            }

            if (place is "before" or "both")
            {
                prefixes[entry.Word] = entry;
            }
        }
    }

    public static void ReadClassifiers(LexiconTables tables, Dictionary<string, UnitEntry> units)
    {
        foreach (var row in tables.Rows("classifiers.tsv", "word", 1, "word", "use", "not_before", "source"))
        {
            units[row.Folded("word")] = new UnitEntry
            {
                Word = row.Folded("word"),
                Unit = row.Folded("word"),
                Dimension = Dimension.Count,
                Use = row.Word<NumberUse>("use"),
                NotBefore = Alternatives(row, "not_before"),
            };
        }
    }

    public static WordSet Alternatives(TsvRow row, string column) => row.Optional(column) is null ? WordSet.Empty : new WordSet(row.Folded(column).Split('|'));

    private static (decimal Numerator, decimal Denominator) ReadFactor(TsvRow row)
    {
        var parts = row["factor"].Split('/');
        if (parts.Length <= 2
            && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var numerator)
            && decimal.TryParse(parts.Length == 2 ? parts[1] : "1", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var denominator)
            && numerator > 0 && denominator > 0)
        {
            return (numerator, denominator);
        }

        throw row.Error($"column 'factor' must be a positive number or a fraction, found '{row["factor"]}'");
    }
}
