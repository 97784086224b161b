namespace Pipeline.Ingest.Sources;

/// <summary>The media types that sources give and the cleaner tells apart.</summary>
public static class MediaTypes
{
    /// <summary>Pasted or saved text.</summary>
    public const string Text = "text/plain";

    /// <summary>A page.</summary>
    public const string Html = "text/html";

    /// <summary>One article as a JSON object: a line of a <c>.jsonl</c> file.</summary>
    public const string Json = "application/json";

    /// <summary>The type without its parameters, lower case; null for null.</summary>
    public static string? WithoutParameters(string? mediaType) => mediaType?.Split(';', 2)[0].Trim().ToLowerInvariant();

    /// <summary>True for HTML and XHTML.</summary>
    public static bool IsHtml(string? mediaType) => WithoutParameters(mediaType) is Html or "application/xhtml+xml";
}
