namespace Pipeline.Ingest.Sources;

/// <summary>Words for what the file system refused: what, and what to do.</summary>
internal static class ReadFailure
{
    public static bool IsExpected(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    public static SourceItem Of(string source, Exception exception) => SourceItem.Failed(source, exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder: check the path",
        UnauthorizedAccessException => "not permitted to read it: check its access rights",
        _ => $"cannot be read: {exception.Message.ReplaceLineEndings(" ")}",
    });

    public static SourceItem TooLarge(string source, long? bytes, long limit, string advice) => SourceItem.Failed(source,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"too large: {(bytes is { } known ? $"{known:N0}" : $"more than {limit:N0}")} bytes, at most {limit:N0} are read as one document; {advice}"));
}
