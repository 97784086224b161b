namespace Pipeline.Ingest.Sources;

/// <summary>One file. Its format is told by its name, else by its first bytes.</summary>
public sealed class FileSource(string path, ReadLimits limits, TimeProvider time) : IDocumentSource
{
    /// <inheritdoc/>
    public IEnumerable<SourceItem> Read(CancellationToken stop)
    {
        FileStream file;
        SourceItem failure;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            return Guarded(file, stop);
        }
        catch (Exception exception) when (ReadFailure.IsExpected(exception))
        {
            failure = ReadFailure.Of(path, exception);
        }

        return [failure];
    }

    private IEnumerable<SourceItem> Guarded(FileStream file, CancellationToken stop)
    {
        using (file)
        {
            foreach (var item in GuardedEnumeration.Of(() => StreamSource.Read(file, path, FormatDetection.ByName(path), limits, time, stop), path))
            {
                yield return item;
            }
        }
    }
}
