namespace Pipeline.Ingest.Sources;

/// <summary>How a file's bytes are to be read.</summary>
public enum ContentFormat
{
    /// <summary>One article as text.</summary>
    Text,

    /// <summary>One page.</summary>
    Html,

    /// <summary>One article a line.</summary>
    JsonLines,

    /// <summary>A web archive, each record a gzip member or none compressed.</summary>
    Warc,
}
