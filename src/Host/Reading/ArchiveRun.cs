using System.Globalization;
using Pipeline.Host.CommandLine;
using Pipeline.Store;
using Pipeline.Store.Archives;

namespace Pipeline.Host.Reading;

/// <summary>Puts an archive into the store; a run that was broken off is taken up by the next.</summary>
internal static class ArchiveRun
{
    /// <summary>Records in one transaction, and bytes of raw inputs: a commit costs as much as storing some tens of articles.</summary>
    private const int MostRecords = 256, MostBytes = 1 << 25;

    /// <summary>Stores all records; what is there already stays as it is.</summary>
    /// <returns>False when the archive cannot be read to its end, or belongs to another store; what was stored before stays.</returns>
    public static async Task<bool> StoreAsync(Stream archive, string name, IClaimStore store, Terminal terminal, CancellationToken stopping)
    {
        var (added, known) = (new SortedDictionary<string, int>(StringComparer.Ordinal), 0);
        var batch = new List<ArchiveRecord>();
        var bytes = 0L;
        try
        {
            await foreach (var record in ArchiveJsonLines.ReadAsync(archive, name, stopping))
            {
                if (batch.Count == MostRecords || bytes > MostBytes)
                {
                    await Store();
                }

                batch.Add(record);
                bytes += (record as ArchivedEvidence)?.Brotli.Length ?? 0;
            }

            await Store();
            terminal.Report($"{name}: an archive: {(added.Count == 0 ? "nothing new" : string.Join(", ", added.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value:N0} {kind.Key}"))))} stored{(known == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {known:N0} records already known"))}");
            return true;
        }
        catch (ArchiveFormatException e)
        {
            terminal.Report($"failed: {(e.Message.StartsWith(name, StringComparison.Ordinal) ? "" : name + ": ")}{e.Message}");
            return false;
        }

        async Task Store()
        {
            foreach (var (record, isNew) in batch.Zip(await store.Archive.WriteAsync(batch, stopping)))
            {
                known += isNew ? 0 : 1;
                if (isNew)
                {
                    added[Noun(record)] = added.GetValueOrDefault(Noun(record)) + 1;
                }
            }

            (batch, bytes) = ([], 0);
        }
    }

    private static string Noun(ArchiveRecord record) => record switch
    {
        ArchivedArticle => "articles",
        ArchivedEvidence => "raw inputs",
        ArchivedCopy => "links between copies",
        ArchivedVersion => "versions",
        ArchivedReview => "reviews",
        ArchivedWatch => "watches",
        _ => "events",
    };
}
