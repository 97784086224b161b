using Pipeline.Extract.Model;

namespace Pipeline.Extract.Text;

/// <summary>Finds the lines that a page puts between a text's paragraphs to have something clicked: …报名即可领取600元好礼。【点击看详情】</summary>
/// <remarks>They end in a bracket that says what to do. Nothing in them is told by the text.</remarks>
internal static class InvitationLine
{
    /// <summary>Longest bracket and longest line, in characters; a longer line is a text that lost its line ends.</summary>
    private const int LongestBracket = 20;
    private const int Longest = 300;

    /// <summary>The spans of the lines, in order; most texts have none.</summary>
    public static List<TextSpan> In(ReadOnlySpan<char> folded)
    {
        var found = new List<TextSpan>();
        for (var at = 0; folded[at..].IndexOf('】') is var next and >= 0; at += next + 1)
        {
            var end = at + next + 1;
            if ((end == folded.Length || folded[end] is '\n' or '\r') && StartOf(folded[..end]) is >= 0 and var start)
            {
                found.Add(new TextSpan(start, end));
            }
        }

        return found;
    }

    /// <summary>Where the line starts that <paramref name="text"/> ends with, if its last bracket invites; else -1.</summary>
    private static int StartOf(ReadOnlySpan<char> text)
    {
        var line = text[Math.Max(0, text.Length - Longest)..];
        line = line[(line.LastIndexOf('\n') + 1)..];
        var open = line.LastIndexOf('【');
        return open > 0 && line.Length - open <= LongestBracket && line.Length < Math.Min(Longest, text.Length + 1)
            && line[(open + 1)..] is ['点', '击', ..] or ['立', '即' or '刻', ..] or ['我', '要', ..] or ['投', '票', ..]
            ? text.Length - line.Length
            : -1;
    }
}
