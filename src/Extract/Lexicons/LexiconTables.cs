using System.Reflection;

namespace Pipeline.Extract.Lexicons;

/// <summary>Every table of data/lexicons with the user's tables of the same name merged over it: the one place that reads them.</summary>
/// <remarks>
/// A user's row replaces the earlier row of the same key, in either script; where a word may have several rows (its roles, the cues it gives) another
/// row adds to them. A row with <c>-</c> in every cell but the word's takes all earlier rows of the word out.
/// </remarks>
public sealed class LexiconTables
{
    private const string Folder = "lexicons/";

    private readonly Dictionary<string, List<LexiconSource>> _own = new(StringComparer.Ordinal);

    /// <summary>Notes the user's tables; each is read when it is first asked for.</summary>
    /// <param name="own">In order, each named by the file name of the built-in one it adds to (<see cref="Names"/>); a later one counts over an earlier one.</param>
    /// <exception cref="LexiconException">A table has another name.</exception>
    public LexiconTables(IReadOnlyList<LexiconSource> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var table in own)
        {
            var name = Path.GetFileName(table.Name);
            if (!Names.Contains(name, StringComparer.Ordinal))
            {
                throw new LexiconException(table.Name, 0, $"is no table that can be added to; wanted one of {string.Join(", ", Names)}");
            }

            if (!_own.TryGetValue(name, out var list))
            {
                _own.Add(name, list = []);
            }

            list.Add(table);
        }
    }

    /// <summary>The names of all tables, in ordinal order; a user may add to each.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(static name => name[Folder.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The tables compiled into the assembly, alone.</summary>
    public static LexiconTables BuiltIn { get; } = new([]);

    /// <summary>True when the user adds to one of <paramref name="names"/>.</summary>
    internal bool AddTo(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_own.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Opens the built-in table <paramref name="name"/>.</summary>
    /// <exception cref="InvalidOperationException">No such table is embedded: the build is broken.</exception>
    public static LexiconSource Open(string name) => new(name, new StreamReader(
        Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
        ?? throw new InvalidOperationException($"data/{Folder}{name} is not embedded in the assembly: rebuild the project.")));

    /// <summary>The merged rows of a table, earlier files first.</summary>
    /// <param name="name">One of <see cref="Names"/>. A table that the user adds to can be asked for once.</param>
    /// <param name="word">The column that holds the word a row is about.</param>
    /// <param name="keyColumns">How many columns, from the first, tell the rows of one file apart.</param>
    /// <param name="columns">The columns it must have, in order.</param>
    /// <exception cref="LexiconException">A file is not such a table.</exception>
    internal IReadOnlyList<TsvRow> Rows(string name, string word, int keyColumns, params string[] columns)
    {
        var rows = TsvTable.Read(Open(name), keyColumns, columns).Rows;
        foreach (var table in _own.GetValueOrDefault(name, []))
        {
            var own = TsvTable.Read(table, keyColumns, columns).Rows;
            var keys = own.Select(Key).ToHashSet(StringComparer.Ordinal);
            var removed = own.Where(IsRemoval).Select(row => row.Folded(word)).ToHashSet(StringComparer.Ordinal);
            rows = [.. rows.Where(row => !keys.Contains(Key(row)) && !removed.Contains(row.Folded(word))), .. own.Where(row => !IsRemoval(row))];
        }

        return rows;

        string Key(TsvRow row) => string.Join('\t', columns.Take(keyColumns).Select(column => column == word ? row.Folded(column) : row[column]));

        bool IsRemoval(TsvRow row) => columns.All(column => column == word || row[column] == "-");
    }
}
