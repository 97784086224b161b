using System.Globalization;

namespace Pipeline.DictionaryCompiler;

/// <summary>A table of model figures: tab-separated, <c>#</c> comments, one header row, a number last.</summary>
internal static class FigureTable
{
    /// <summary>Reads the rows and hands each to <paramref name="add"/>.</summary>
    /// <param name="file">UTF-8, LF.</param>
    /// <param name="header">The columns it must have.</param>
    /// <param name="add">Takes the cells and the number; false when the row names nothing the model has, or something given before.</param>
    /// <exception cref="InvalidDataException">A row does not fit; the message has file and line.</exception>
    public static void Read(string file, string header, Func<string[], double, bool> add)
    {
        var columns = header.Split('\t').Length;
        var number = 0;
        var headed = false;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (!headed)
            {
                headed = line == header ? true : throw new InvalidDataException($"{file}:{number}: expected the columns '{header}', found '{line}'");
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != columns || !double.TryParse(cells[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !add(cells, value))
            {
                throw new InvalidDataException($"{file}:{number}: not a figure of the model, or given before: '{line}'");
            }
        }
    }
}
