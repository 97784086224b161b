using System.Buffers;

namespace Pipeline.Ingest.Cleaning.PlainText;

/// <summary>Lines that are only topics: <c>#头条深一度#</c>, <c>#财经 #股市</c>.</summary>
internal static class Hashtags
{
    /// <summary>The longest topic; a line that starts with # and has more is a heading or prose.</summary>
    private const int LongestTopic = 30;

    private static readonly SearchValues<char> Prose = SearchValues.Create("，。！？；,;");

    /// <summary>True when the line is nothing but topics.</summary>
    public static bool AreAllOf(ReadOnlySpan<char> line)
    {
        var any = false;
        while (true)
        {
            line = line.TrimStart();
            if (line.IsEmpty)
            {
                return any;
            }

            if (line[0] is not ('#' or '＃'))
            {
                return false;
            }

            line = line[1..];
            var end = line.IndexOfAny("#＃ 　\t");
            var topic = end < 0 ? line : line[..end];
            if (topic.Length is 0 or > LongestTopic || topic.ContainsAny(Prose) || line.StartsWith("#"))
            {
                return false;
            }

            any = true;
            line = end < 0 ? [] : line[end] is '#' or '＃' ? line[(end + 1)..] : line[end..];
        }
    }
}
