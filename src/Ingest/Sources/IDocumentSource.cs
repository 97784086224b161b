namespace Pipeline.Ingest.Sources;

/// <summary>Something that yields documents: a file, a folder, an archive, standard input, a fetched URL.</summary>
public interface IDocumentSource
{
    /// <summary>Yields documents and failures one at a time; a failure never ends the enumeration of what can still be read.</summary>
    /// <param name="stop">Ends a read under way.</param>
    IEnumerable<SourceItem> Read(CancellationToken stop);
}
