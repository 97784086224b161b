using System.Collections.Frozen;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Names;

/// <summary>What the names of companies are made of, and the names themselves: name_words.tsv and companies.tsv. Immutable; words are folded to Simplified.</summary>
public sealed class NameLexicon
{
    /// <summary>The tables that it reads.</summary>
    internal static readonly string[] Tables = ["name_words.tsv", "companies.tsv"];

    private readonly FrozenDictionary<string, NameWordRole>.AlternateLookup<ReadOnlySpan<char>> _roles;
    private readonly WordEnds _ends;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _companies;

    private NameLexicon(LexiconTables tables)
    {
        var rows = tables.Rows("name_words.tsv", "word", 1, "word", "role", "source");
        _roles = rows.ToFrozenDictionary(static row => row.Folded("word"), static row => row.Word<NameWordRole>("role"), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _ends = new WordEnds(_roles.Dictionary.Keys);
        Legal = Of(rows, NameWordRole.Legal);
        Aliases = Of(rows, NameWordRole.Alias);
        Branches = Of(rows, NameWordRole.Branch);

        var companies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in tables.Rows("companies.tsv", "name", 1, "name", "id", "source"))
        {
            companies[row.Folded("name")] = row["id"];
        }

        _companies = companies.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The names of companies.</summary>
    internal IReadOnlyCollection<string> Companies => _companies.Dictionary.Keys;

    /// <summary>The forms in law that end a full name.</summary>
    internal WordTrie<bool> Legal { get; }

    /// <summary>The parts that follow a full name.</summary>
    internal WordTrie<bool> Branches { get; }

    /// <summary>The words that give a name.</summary>
    internal WordTrie<bool> Aliases { get; }

    /// <summary>The usual name of the company that folded <paramref name="name"/> names; null for another word.</summary>
    public string? CompanyOf(ReadOnlySpan<char> name) => _companies.TryGetValue(name, out var id) ? id : null;

    /// <summary>Where <paramref name="word"/> stands in a name; null for a word that none is known for.</summary>
    internal NameWordRole? RoleOf(ReadOnlySpan<char> word) => _ends.MayHold(word) && _roles.TryGetValue(word, out var role) ? role : null;

    /// <summary>Reads <see cref="Tables"/>.</summary>
    /// <exception cref="LexiconException">A table is malformed.</exception>
    internal static NameLexicon Read(LexiconTables tables) => new(tables);

    private static WordTrie<bool> Of(IReadOnlyList<TsvRow> rows, NameWordRole role) =>
        new(rows.Where(row => row.Word<NameWordRole>("role") == role).Select(row => KeyValuePair.Create(row.Folded("word"), true)));
}
