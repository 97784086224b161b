namespace Pipeline.Ingest.Cleaning.PlainText;

/// <summary>Image placeholders of pasted articles: <c>![alt](address)</c>.</summary>
internal static class MarkdownImage
{
    /// <summary>The line without its placeholders; what is not closed stays.</summary>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> line)
    {
        while (true)
        {
            var start = line.IndexOf("![", StringComparison.Ordinal);
            if (start < 0)
            {
                return line;
            }

            var alt = line[start..].IndexOf("](", StringComparison.Ordinal);
            var end = alt < 0 ? -1 : line[(start + alt)..].IndexOf(')');
            if (end < 0)
            {
                return line;
            }

            line = string.Concat(line[..start], line[(start + alt + end + 1)..]);
        }
    }
}
