namespace Pipeline.Ingest.Sources;

/// <summary>Every readable file below a folder, in ordinal order of its relative path. Hidden entries and golden files (<c>NAME.expected.*</c>) are left out.</summary>
public sealed class FolderSource(string path, ReadLimits limits, TimeProvider time) : IDocumentSource
{
    private static readonly EnumerationOptions OneLevel = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    /// <inheritdoc/>
    public IEnumerable<SourceItem> Read(CancellationToken stop)
    {
        var any = false;
        foreach (var item in Walk(path, stop))
        {
            any = true;
            yield return item;
        }

        if (!any)
        {
            yield return SourceItem.Failed(path, "the folder holds nothing that can be read: .txt, .html, .htm, .jsonl, .warc, .warc.gz");
        }
    }

    // One level at a time: a folder of a million files costs one level's names, and a link cycle cannot trap the walk.
    private IEnumerable<SourceItem> Walk(string folder, CancellationToken stop)
    {
        string[] entries = [];
        SourceItem? refused = null;
        try
        {
            entries = Directory.GetFileSystemEntries(folder, "*", OneLevel);
            Array.Sort(entries, StringComparer.Ordinal);
        }
        catch (Exception exception) when (ReadFailure.IsExpected(exception))
        {
            refused = ReadFailure.Of(folder, exception);
        }

        if (refused is { } failure)
        {
            yield return failure;
        }

        foreach (var entry in entries)
        {
            stop.ThrowIfCancellationRequested();
            if (Directory.Exists(entry))
            {
                if (new DirectoryInfo(entry).LinkTarget is null)
                {
                    foreach (var item in Walk(entry, stop))
                    {
                        yield return item;
                    }
                }
            }
            else if (FormatDetection.ByName(entry) is not null && !Path.GetFileName(entry).Contains(".expected.", StringComparison.Ordinal))
            {
                foreach (var item in new FileSource(entry, limits, time).Read(stop))
                {
                    yield return item;
                }
            }
        }
    }
}
