using System.Globalization;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Reads data/furniture/lines.tsv: UTF-8, tabs, one header row, <c>#</c> comments.</summary>
public static class LineRuleTable
{
    private const string Header = "role\tmatch\twords\tlongest\tsource";

    /// <summary>Reads the rules.</summary>
    /// <param name="reader">The table.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="FormatException">A row is not of the table's form; the message has the file, the line and what was found.</exception>
    public static IReadOnlyList<LineRule> Read(TextReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rules = new List<LineRule>();
        var seen = new HashSet<(LineMatch, string)>();
        var headerSeen = false;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!headerSeen)
            {
                headerSeen = line == Header ? true : throw Error($"the header must be '{Header.Replace('\t', ' ')}', found '{line}'");
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 5 || Array.Exists(cells, string.IsNullOrWhiteSpace))
            {
                throw Error($"five filled cells are needed, found '{line}'");
            }

            if (!Enum.TryParse<LineRole>(cells[0], ignoreCase: true, out var role) || role == LineRole.Text || !char.IsAsciiLetterLower(cells[0][0]))
            {
                throw Error($"column 'role' must be drop, tail, author, publisher or time, found '{cells[0]}'");
            }

            if (!Enum.TryParse<LineMatch>(cells[1], ignoreCase: true, out var match) || !char.IsAsciiLetterLower(cells[1][0]))
            {
                throw Error($"column 'match' must be equals, starts, heads, contains or ends, found '{cells[1]}'");
            }

            if (LineKey.Fold(cells[2]) != cells[2])
            {
                throw Error($"column 'words' must be folded, lower case and without white space: write '{LineKey.Fold(cells[2])}'");
            }

            if (!int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var longest) || longest < cells[2].Length)
            {
                throw Error($"column 'longest' must be a number of characters not below the words' own, found '{cells[3]}'");
            }

            if (!seen.Add((match, cells[2])))
            {
                throw Error($"'{cells[1]} {cells[2]}' stands twice");
            }

            rules.Add(new LineRule(role, match, cells[2], longest));

            FormatException Error(string what) => new($"{file}:{number}: {what}");
        }

        return headerSeen ? rules : throw new FormatException($"{file}: empty, not even a header");
    }
}
