using System.Text;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests;

/// <summary>Writes a text in the script it is not written in: Traditional as folded, Simplified by the first Traditional character that folds to each.</summary>
internal static class OtherScript
{
    private static readonly Dictionary<char, char> Traditional = ReadTraditional();

    /// <summary>The twin of <paramref name="text"/>, of the same length; all but ideographs stays.</summary>
    public static string Of(string text)
    {
        var isTraditional = text.Any(unit => IsIdeograph(unit) && TextFold.Fold(unit) != unit);
        return string.Concat(text.Select(unit => !IsIdeograph(unit) ? unit : isTraditional ? TextFold.Fold(unit) : Traditional.GetValueOrDefault(unit, unit)));
    }

    private static bool IsIdeograph(char unit) => unit is >= '㐀' and <= '鿿';

    private static Dictionary<char, char> ReadTraditional()
    {
        var traditional = new Dictionary<char, char>();
        foreach (var line in File.ReadLines(Repository.PathTo("data", "opencc", "TSCharacters.txt"), Encoding.UTF8))
        {
            if (line.Length > 1 && line[1] == '\t' && TextFold.Fold(line[0]) != line[0])
            {
                traditional.TryAdd(TextFold.Fold(line[0]), line[0]);
            }
        }

        return traditional;
    }
}
