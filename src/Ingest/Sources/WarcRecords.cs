namespace Pipeline.Ingest.Sources;

internal static class WarcRecords
{
    public static IEnumerable<SourceItem> Read(Stream stream, string name, ReadLimits limits, CancellationToken stop) => [SourceItem.Failed(name, "web archives are not read yet")];
}
