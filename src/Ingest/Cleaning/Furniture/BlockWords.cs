using System.Collections.Frozen;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Reads what a block is from the words of its class and id: data/furniture/blocks.tsv.</summary>
internal static class BlockWords
{
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
        var words = new Dictionary<string, BlockKind>(StringComparer.Ordinal);
        foreach (var row in TsvTable.Read(EmbeddedTables.Open("furniture/blocks.tsv"), "word", "kind", "source").Rows)
        {
            var (word, kind) = (row["word"], row.Word<BlockKind>("kind"));
            words.Add(
                word.All(char.IsAsciiLetterLower) ? word : throw row.Error($"column 'word' must be letters a–z, found '{word}'"),
                kind != BlockKind.Plain ? kind : throw row.Error("column 'kind' must be drop or caption, found 'plain'"));
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
