namespace Pipeline.Ingest.Sources;

/// <summary>An open stream under a name, its format told by its first bytes: standard input as <c>-</c>.</summary>
public sealed class StandardInputSource(Stream input, ReadLimits limits, TimeProvider time) : IDocumentSource
{
    /// <summary>How the command line and reports call it.</summary>
    public const string Name = "-";

    /// <inheritdoc/>
    public IEnumerable<SourceItem> Read(CancellationToken stop) =>
        GuardedEnumeration.Of(() => StreamSource.Read(input, Name, format: null, limits, time, stop), Name);
}
