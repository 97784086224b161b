using System.Text;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>White space of markup: a run is one space, and none where a source line was only broken between two Chinese characters.</summary>
internal static class WhiteSpace
{
    /// <summary>Collapses the white space of a line's text.</summary>
    public static string Collapse(StringBuilder source)
    {
        var text = source.ToString();
        return InlineText.Normalize(text.Contains('\n', StringComparison.Ordinal) ? JoinBrokenLines(text) : text);
    }

    private static string JoinBrokenLines(string text)
    {
        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                joined.Append(text[i++]);
                continue;
            }

            var end = i;
            var broken = false;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                broken |= text[end++] == '\n';
            }

            var between = joined.Length > 0 && end < text.Length && IsWide(joined[^1]) && IsWide(text[end]);
            joined.Append(broken && between ? "" : " ");
            i = end;
        }

        return joined.ToString();
    }

    private static bool IsWide(char c) => c is (>= '\u3000' and <= '\u9fff') or (>= '\uff00' and <= '\uffef');
}
