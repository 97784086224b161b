using System.Collections.Frozen;
using System.Reflection;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Reads what a block is from the words of its class and id: data/furniture/blocks.tsv.</summary>
internal static class BlockWords
{
    private const string Table = "furniture/blocks.tsv";
    private const string Header = "word\tkind\tsource";

    /// <summary>Class attributes longer than this are looked at only so far.</summary>
    private const int LongestName = 200;

    private static readonly FrozenDictionary<string, BlockKind>.AlternateLookup<ReadOnlySpan<char>> Words = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind that any of the words in a class or id names.</summary>
    public static BlockKind KindOf(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return BlockKind.Plain;
        }

        Span<char> word = stackalloc char[LongestName];
        var length = 0;
        var kind = BlockKind.Plain;
        for (var i = 0; i <= name.Length && i < LongestName && kind == BlockKind.Plain; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            var letter = char.IsAsciiLetter(c);
            if (length > 0 && (!letter || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(name[i - 1]))))
            {
                kind = Words.TryGetValue(word[..length], out var found) ? found : BlockKind.Plain;
                length = 0;
            }

            if (letter)
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        return kind;
    }

    private static FrozenDictionary<string, BlockKind> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Table)
            ?? throw new InvalidOperationException($"data/{Table} is not embedded in the assembly: rebuild the project.");
        using var reader = new StreamReader(stream);
        return Read(reader, Table).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <exception cref="FormatException">A row is not of the table's form.</exception>
    internal static Dictionary<string, BlockKind> Read(TextReader reader, string file)
    {
        var words = new Dictionary<string, BlockKind>(StringComparer.Ordinal);
        var headerSeen = false;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!headerSeen)
            {
                headerSeen = line == Header ? true : throw new FormatException($"{file}:{number}: the header must be '{Header.Replace('\t', ' ')}', found '{line}'");
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 3 || Array.Exists(cells, string.IsNullOrWhiteSpace) || !cells[0].All(char.IsAsciiLetterLower) || cells[1] is not ("drop" or "caption"))
            {
                throw new FormatException($"{file}:{number}: a word of a–z, drop or caption, and a source are needed, found '{line}'");
            }

            if (!words.TryAdd(cells[0], cells[1] == "drop" ? BlockKind.Drop : BlockKind.Caption))
            {
                throw new FormatException($"{file}:{number}: '{cells[0]}' stands twice");
            }
        }

        return words;
    }
}
