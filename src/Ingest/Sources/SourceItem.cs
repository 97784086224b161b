namespace Pipeline.Ingest.Sources;

/// <summary>What a source yields: a document, or the reason why one could not be read. Exactly one of the two is set.</summary>
public readonly record struct SourceItem
{
    private SourceItem(RawDocument? document, IngestFailure? failure) => (Document, Failure) = (document, failure);

    /// <summary>The document, or null.</summary>
    public RawDocument? Document { get; }

    /// <summary>Why there is none, or null.</summary>
    public IngestFailure? Failure { get; }

    /// <summary>A document that was read.</summary>
    public static SourceItem Of(RawDocument document) => new(document, null);

    /// <summary>An input that could not be read.</summary>
    public static SourceItem Failed(string source, string reason) => new(null, new IngestFailure(source, IngestStage.Read, reason));
}
