using System.Globalization;
using System.Text;

namespace Pipeline.Host.CommandLine;

/// <summary>Article text on a terminal: what would move the cursor, change colours or turn the reading direction is shown as ␦ instead.</summary>
internal static class SafeText
{
    /// <summary>The text on one line, without control and direction characters.</summary>
    public static string OneLine(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(c is '\n' or '\t' or '\r' ? ' ' : IsUnsafe(c) ? '␦' : c);
        }

        return safe.ToString();
    }

    /// <summary>The text with its line breaks, without control and direction characters.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(OneLine));

    private static bool IsUnsafe(char c) => char.IsControl(c) || (char.GetUnicodeCategory(c) is UnicodeCategory.Format && c is >= '\u200E' and <= '\u2069' and not '\u200D');
}
