using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Ingest.Cleaning.Metadata;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Trims what stands before the first and after the last sentence of a body: the headline again, time and share lines, tags.</summary>
internal static class BodyTrim
{
    /// <summary>A line with a date that is no longer than this is a byline.</summary>
    private const int LongestByline = 60;

    /// <summary>Shorter lines before the first sentence are labels: 图集, 摘要.</summary>
    private const int ShortestHeading = 3;

    /// <summary>The lines between the two ends.</summary>
    public static IReadOnlyList<PageLine> Trim(IReadOnlyList<PageLine> lines, string? title)
    {
        var first = 0;
        while (first < lines.Count && IsOpening(lines[first], title))
        {
            first++;
        }

        var end = lines.Count;
        while (end > first && IsClosing(lines[end - 1]))
        {
            end--;
        }

        return first == 0 && end == lines.Count ? lines : [.. lines.Take(end).Skip(first)];
    }

    private static bool IsOpening(PageLine line, string? title) =>
        (title is not null && SameWords(line.Text, title))
        || (line.Length <= ShortestHeading && !line.EndsAsSentence && !line.Is(LineFlags.Bold))
        || (!line.EndsAsSentence && line.Length <= LongestByline && TimeText.Find(line.Text) is not null);

    private static bool IsClosing(PageLine line) =>
        !line.EndsAsSentence && !line.IsProse && (line.LinkLength > 0 || line.Length <= 2 || (line.Length <= LongestByline && TimeText.Find(line.Text) is not null && !IsSignature(line.Text)));

    // 2023年4月18日 alone: the day a notice was signed.
    private static bool IsSignature(string line) => TimeText.Find(line, out var span) is not null && span.Start == 0 && span.End == line.Length && line.Contains('年', StringComparison.Ordinal);

    private static bool SameWords(string line, string title) => LineKey.Of(line) is var key && key.Length > 0 && key == LineKey.Of(title);
}
