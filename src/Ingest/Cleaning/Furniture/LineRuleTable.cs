using System.Globalization;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Reads data/furniture/lines.tsv: UTF-8, tabs, one header row, <c>#</c> comments.</summary>
public static class LineRuleTable
{
    /// <summary>Reads the rules.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="LexiconException">A row is not of the table's form; the message has the file, the line and what was found.</exception>
    public static IReadOnlyList<LineRule> Read(LexiconSource table)
    {
        var rules = new List<LineRule>();
        var seen = new HashSet<(LineMatch, string)>();
        foreach (var row in TsvTable.Read(table, 0, "role", "match", "words", "longest", "source").Rows)
        {
            var (role, match, words) = (row.Word<LineRole>("role"), row.Word<LineMatch>("match"), row["words"]);
            if (role == LineRole.Text)
            {
                throw row.Error("column 'role' must be drop, tail, author, publisher or time, found 'text'");
            }

            if (LineKey.Fold(words) != words)
            {
                throw row.Error($"column 'words' must be folded, lower case and without white space: write '{LineKey.Fold(words)}'");
            }

            if (!int.TryParse(row["longest"], NumberStyles.None, CultureInfo.InvariantCulture, out var longest) || longest < words.Length)
            {
                throw row.Error($"column 'longest' must be a number of characters not below the words' own, found '{row["longest"]}'");
            }

            if (!seen.Add((match, words)))
            {
                throw row.Error($"'{row["match"]} {words}' stands twice");
            }

            rules.Add(new LineRule(role, match, words, longest));
        }

        return rules;
    }
}
