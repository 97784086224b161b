using Pipeline.Ingest.Cleaning.Furniture;

namespace Pipeline.Ingest.Cleaning.PlainText;

/// <summary>Cleans pasted text: a paragraph a line; placeholders, hashtags and furniture lines go, stated times and credits are read.</summary>
internal static class PlainTextCleaner
{
    /// <summary>The paragraphs of a text and what its furniture lines say.</summary>
    public static CleanedText Clean(string text, FurnitureRules rules)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var normalized = InlineText.Normalize(MarkdownImage.Remove(line));
            if (normalized.Length > 0 && !Hashtags.AreAllOf(normalized))
            {
                lines.Add(normalized);
            }
        }

        return LineFilter.Apply(lines, rules);
    }
}
