using System.Text;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests;

/// <summary>Writes a text in the script it is not written in: Traditional as folded, Simplified by the first Traditional character that folds to each.</summary>
internal static class OtherScript
{
    private static readonly Dictionary<char, char> Traditional = ReadTraditional();

    /// <summary>The twin of <paramref name="text"/>, of the same length.</summary>
    public static string Of(string text)
    {
        var folded = TextFold.Fold(text);
        return folded == text ? string.Create(text.Length, text, static (twin, simplified) =>
        {
            for (var i = 0; i < simplified.Length; i++)
            {
                twin[i] = Traditional.GetValueOrDefault(simplified[i], simplified[i]);
            }
        }) : folded;
    }

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
