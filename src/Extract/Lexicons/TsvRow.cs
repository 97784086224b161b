using System.Globalization;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Lexicons;

/// <summary>A row of a table; cells are never empty, <c>-</c> says that there is nothing to say.</summary>
public sealed class TsvRow
{
    private readonly TsvTable _table;
    private readonly string[] _cells;

    internal TsvRow(TsvTable table, int line, string[] cells) => (_table, Line, _cells) = (table, line, cells);

    /// <summary>Name of the table it stands in.</summary>
    public string File => _table.Name;

    /// <summary>1-based line in the file.</summary>
    public int Line { get; }

    /// <summary>The cell in <paramref name="column"/>, as written.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public string this[string column] => _cells[_table.IndexOf(column)];

    /// <summary>The cell in <paramref name="column"/>; null for <c>-</c>.</summary>
    public string? Optional(string column) => this[column] is "-" ? null : this[column];

    /// <summary>The cell in <paramref name="column"/>, folded to Simplified as the text is before words are looked up.</summary>
    public string Folded(string column) => TextFold.Fold(this[column]);

    /// <summary>The cell in <paramref name="column"/> as a number.</summary>
    /// <exception cref="LexiconException">It is no number.</exception>
    public decimal Number(string column) =>
        decimal.TryParse(this[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error($"column '{column}' must be a number, found '{this[column]}'");

    /// <summary>The cell in <paramref name="column"/> as one of the words of an enumeration, written in snake_case.</summary>
    /// <exception cref="LexiconException">It is none of them.</exception>
    public TEnum Word<TEnum>(string column)
        where TEnum : struct, Enum
    {
        var index = Array.IndexOf(SnakeCase<TEnum>.Names, this[column]);
        return index >= 0
            ? SnakeCase<TEnum>.Values[index]
            : throw Error($"column '{column}' must be one of {string.Join(", ", SnakeCase<TEnum>.Names)}, found '{this[column]}'");
    }

    /// <summary>An error about this row.</summary>
    public LexiconException Error(string problem) => new(File, Line, problem);

    /// <summary>Arrays, not a dictionary: one of those for every enumeration would be compiled at each start.</summary>
    private static class SnakeCase<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly TEnum[] Values = Enum.GetValues<TEnum>();
        public static readonly string[] Names = Array.ConvertAll(Enum.GetNames<TEnum>(), System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName);
    }
}
