namespace Pipeline.Store.Archives;

/// <summary>All that a store holds, as records that any engine can put back: how a desk moves from one engine to another, and what a backup that outlives both is made of.</summary>
/// <remarks>The fetcher's queue stays behind: a service finds its feeds' pages anew, and what is stored is known.</remarks>
public interface IStoreArchive
{
    /// <summary>Every record, in the order in which <see cref="WriteAsync"/> wants them.</summary>
    IAsyncEnumerable<ArchiveRecord> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Puts records into the store in one transaction; what is there already is left as it is, so that an archive can be put in again after a break.</summary>
    /// <returns>For each of them, in order, whether it was new.</returns>
    /// <exception cref="StoreException">The store holds other articles or reviews than the archive: nothing of these records was put in.</exception>
    Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<ArchiveRecord> records, CancellationToken cancellationToken = default);
}
