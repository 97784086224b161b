using Pipeline.Extract.Lexicons;
using Pipeline.Ingest.Cleaning.Metadata;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Lines that only say who did what: <c>编辑 曹操 校对 刘备</c>, <c>新京报记者 诸葛亮</c>. The roles are data: data/furniture/credits.tsv.</summary>
internal static class CreditRoles
{
    /// <summary>Credit lines have a handful of names.</summary>
    private const int LongestLine = 60;

    /// <summary>A medium before the role: 新京报记者, 上海证券报记者.</summary>
    private const int LongestMedium = 12;

    private static readonly (string Role, bool IsAuthor)[] Roles = Load();

    /// <summary>Reads a credit line.</summary>
    /// <param name="line">A line of an article.</param>
    /// <param name="author">The names behind the role of author, separated by a space; null without any.</param>
    /// <returns>True when the line holds nothing but roles and names.</returns>
    public static bool TryRead(string line, out string? author)
    {
        author = null;
        var words = line.Length > LongestLine ? [] : line.TrimStart('■', '●', '◎', '▌', '□', '○', '◆', ' ').Trim('(', ')', '（', '）', '【', '】', '[', ']').Split([' ', '　', '、', ':', '：', '/', '|', '丨', '；', ';', ',', '，'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return false;
        }

        // 经济观察网 记者 某甲: the medium may stand apart.
        words = words.Length > 2 && MediaNames.Looks(words[0]) && RoleOf(words[0]) is null && RoleOf(words[1]) is not null ? words[1..]
            : words.Length == 2 && MediaNames.Looks(words[0]) && Joined(words[1]) is not null ? [words[1], "记者"] : words;

        var names = new List<string>();
        var (inAuthor, seen, named) = (false, false, false);
        foreach (var word in words)
        {
            if (RoleOf(word) is null && words.Length > 1 && Joined(word) is { } reporter)
            {
                (inAuthor, seen, named) = (true, true, true);
                names.Add(reporter);
            }
            else if (RoleOf(word) is { } role)
            {
                (inAuthor, seen) = (role.IsAuthor, true);
            }
            else if (seen && IsName(word))
            {
                named = true;
                if (inAuthor)
                {
                    names.Add(word);
                }
            }
            else
            {
                return false;
            }
        }

        // （记者 某甲） ends an article and belongs to it; （编辑 某乙） does not.
        if (names.Count > 0 && line[0] is '(' or '（')
        {
            return false;
        }

        author = names.Count > 0 ? string.Join(' ', names) : null;
        return seen && named;
    }

    // 聯合報 記者王某某: no space before the name.
    private static string? Joined(string word) => word.Length is 4 or 5 && LineKey.Fold(word).StartsWith("记者", StringComparison.Ordinal) && IsName(word[2..]) ? word[2..] : null;

    private static (string Role, bool IsAuthor)? RoleOf(string word)
    {
        word = LineKey.Fold(word);
        foreach (var role in Roles)
        {
            if (word.EndsWith(role.Role, StringComparison.Ordinal) && word.Length - role.Role.Length <= LongestMedium)
            {
                return role;
            }
        }

        return null;
    }

    private static bool IsName(string word) =>
        word.Length is >= 2 and <= 4 && !word.AsSpan().ContainsAnyExceptInRange('\u4e00', '\u9fff') || (word.Contains('·') && word.Length <= 12);

    private static (string Role, bool IsAuthor)[] Load() =>
        [.. TsvTable.Read(EmbeddedTables.Open("furniture/credits.tsv"), "role", "kind", "source").Rows
            .Select(row => (row["role"], row["kind"] switch
            {
                "author" => true,
                "other" => false,
                var kind => throw row.Error($"column 'kind' must be author or other, found '{kind}'"),
            }))
            .OrderByDescending(r => r.Item1.Length)];
}
