using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Sources;

namespace Pipeline.Ingest;

/// <summary>Source → decode → clean: every input becomes articles or failures, one at a time, so memory stays flat.</summary>
public sealed class ArticleReader(SourceResolver sources, DocumentCleaner cleaner)
{
    /// <summary>Reads what the command line names: files, folders, <c>-</c>.</summary>
    /// <param name="inputs">In the order to read them.</param>
    /// <param name="stop">Checked before every document.</param>
    /// <returns>A reading for every document, lazily; nothing is held once it is handed over.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public IEnumerable<ArticleReading> Read(IEnumerable<string> inputs, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.SelectMany(input => Read(sources.Resolve(input), stop));
    }

    /// <summary>Reads one source.</summary>
    /// <inheritdoc cref="Read(IEnumerable{string}, CancellationToken)"/>
    public IEnumerable<ArticleReading> Read(IDocumentSource source, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(source);
        foreach (var item in source.Read(stop))
        {
            stop.ThrowIfCancellationRequested();
            yield return item.Document is { } document ? Clean(document) : ArticleReading.Failed(null, item.Failure!);
        }
    }

    /// <summary>Cleans one document, however it was obtained.</summary>
    public ArticleReading Clean(RawDocument document)
    {
        var result = cleaner.Clean(document);
        return result.Article is { } article ? ArticleReading.Of(document, article) : ArticleReading.Failed(document, result.Failure!);
    }
}
