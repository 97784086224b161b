using System.Buffers;
using System.Collections.Frozen;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Names;

/// <summary>What the names of companies are made of, and the names themselves: name_words.tsv and companies.tsv. Immutable; words are folded to Simplified.</summary>
public sealed class NameLexicon
{
    /// <summary>The tables that it reads.</summary>
    internal static readonly string[] Tables = ["name_words.tsv", "companies.tsv"];

    private const int Pairs = 1 << 16;

    private readonly FrozenDictionary<string, NameWordRole>.AlternateLookup<ReadOnlySpan<char>> _roles;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _companies;

    // Almost no word starts a company's name: for each hashed pair of first units, the lengths of the names that start with it.
    private readonly uint[] _lengths = new uint[Pairs];

    private NameLexicon(LexiconTables tables)
    {
        var rows = tables.Rows("name_words.tsv", "word", 1, "word", "role", "source");
        _roles = rows.ToFrozenDictionary(static row => row.Folded("word"), static row => row.Word<NameWordRole>("role"), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Legal = Of(rows, NameWordRole.Legal);
        Aliases = Of(rows, NameWordRole.Alias);
        Branches = Of(rows, NameWordRole.Branch);

        var companies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in tables.Rows("companies.tsv", "name", 1, "name", "id", "source"))
        {
            var name = row.Folded("name");
            companies[name] = row["id"];
            LongestCompany = Math.Max(LongestCompany, name.Length);
            _lengths[Pair(name)] |= ContextLexicon.LengthBit(name.Length);
        }

        _companies = companies.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Length of the longest name of a company, in UTF-16 units.</summary>
    public int LongestCompany { get; }

    /// <summary>The forms in law that end a full name.</summary>
    internal SearchValues<string> Legal { get; }

    /// <summary>The parts that follow a full name.</summary>
    internal SearchValues<string> Branches { get; }

    /// <summary>The words that give a name.</summary>
    internal SearchValues<string> Aliases { get; }

    /// <summary>The usual name of the company that folded <paramref name="name"/> names; null for another word.</summary>
    public string? CompanyOf(ReadOnlySpan<char> name) =>
        (Lengths(name) & ContextLexicon.LengthBit(name.Length)) != 0 && _companies.TryGetValue(name, out var id) ? id : null;

    /// <summary>The lengths that a company's name with the first two units of folded <paramref name="text"/> may have: for each its <see cref="ContextLexicon.LengthBit"/>.</summary>
    internal uint Lengths(ReadOnlySpan<char> text) => text.Length > 1 ? _lengths[Pair(text)] : 0;

    /// <summary>Where <paramref name="word"/> stands in a name; null for a word that none is known for.</summary>
    internal NameWordRole? RoleOf(ReadOnlySpan<char> word) => _roles.TryGetValue(word, out var role) ? role : null;

    /// <summary>Reads <see cref="Tables"/>.</summary>
    /// <exception cref="LexiconException">A table is malformed.</exception>
    internal static NameLexicon Read(LexiconTables tables) => new(tables);

    private static int Pair(ReadOnlySpan<char> text) => (int)((((text[0] * 0x9E3779B1U) + text[1]) * 0x85EBCA6BU) >> 16);

    private static SearchValues<string> Of(IReadOnlyList<TsvRow> rows, NameWordRole role) =>
        SearchValues.Create([.. rows.Where(row => row.Word<NameWordRole>("role") == role).Select(static row => row.Folded("word"))], StringComparison.Ordinal);
}
