namespace Pipeline.Extract.Lexicons;

/// <summary>
/// A table of vocabulary or rules: UTF-8, LF, one header row, <c>#</c> comments, tab-separated cells.
/// Unknown or missing columns, empty cells and duplicate keys are errors with file and line.
/// </summary>
public sealed class TsvTable
{
    private readonly string[] _columns;

    private TsvTable(string name, string[] columns) => (Name, _columns) = (name, columns);

    /// <summary>Name that errors show.</summary>
    public string Name { get; }

    /// <summary>The rows in file order.</summary>
    public IReadOnlyList<TsvRow> Rows { get; private set; } = [];

    /// <summary>Reads a table whose first column is its key.</summary>
    /// <param name="source">The table; its reader is disposed.</param>
    /// <param name="columns">The columns it must have, in order.</param>
    /// <exception cref="LexiconException">The text is not such a table.</exception>
    public static TsvTable Read(LexiconSource source, params string[] columns) => Read(source, 1, columns);

    /// <summary>Reads a table whose first <paramref name="keyColumns"/> columns together are its key.</summary>
    /// <param name="source">The table; its reader is disposed.</param>
    /// <param name="keyColumns">1 or more; 0 allows equal rows.</param>
    /// <param name="columns">The columns it must have, in order.</param>
    /// <exception cref="LexiconException">The text is not such a table.</exception>
    public static TsvTable Read(LexiconSource source, int keyColumns, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using var reader = source.Reader;
        var table = new TsvTable(source.Name, columns);
        var rows = new List<TsvRow>();
        var lineOfKey = new Dictionary<string, int>(StringComparer.Ordinal);
        var hasHeader = false;
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var cells = text.Split('\t');
            if (!hasHeader)
            {
                CheckHeader(source.Name, line, cells, columns);
                hasHeader = true;
                continue;
            }

            if (cells.Length != columns.Length)
            {
                throw new LexiconException(source.Name, line, $"must have {columns.Length} cells ({string.Join(", ", columns)}), found {cells.Length}");
            }

            var empty = Array.FindIndex(cells, string.IsNullOrWhiteSpace);
            if (empty >= 0)
            {
                throw new LexiconException(source.Name, line, $"column '{columns[empty]}' is empty; write - for nothing");
            }

            var key = string.Join('\t', cells, 0, keyColumns);
            if (keyColumns > 0 && !lineOfKey.TryAdd(key, line))
            {
                throw new LexiconException(source.Name, line, $"'{key.Replace('\t', ' ')}' stands in line {lineOfKey[key]} already");
            }

            rows.Add(new TsvRow(table, line, cells));
        }

        if (!hasHeader)
        {
            throw new LexiconException(source.Name, 0, $"no header row; wanted {string.Join(", ", columns)}");
        }

        table.Rows = rows;
        return table;
    }

    internal int IndexOf(string column)
    {
        var index = Array.IndexOf(_columns, column);
        return index >= 0 ? index : throw new ArgumentException($"{Name} has no column '{column}'", nameof(column));
    }

    private static void CheckHeader(string file, int line, string[] found, string[] wanted)
    {
        if (!found.AsSpan().SequenceEqual(wanted))
        {
            throw new LexiconException(file, line, $"the header must be {string.Join(", ", wanted)}, found {string.Join(", ", found)}");
        }
    }
}
