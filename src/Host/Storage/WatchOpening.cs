using Pipeline.Store;
using Pipeline.Store.Sqlite;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Storage;

/// <summary>Opens the watches that live in a store.</summary>
internal static class WatchOpening
{
    /// <summary>Opens them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">Stamps what fires, and says what is due.</param>
    /// <exception cref="StoreException">The store's engine keeps no watches.</exception>
    public static IWatchStore Watches(this IClaimStore store, TimeProvider clock) => store is SqliteClaimStore sqlite
        ? new SqliteWatchStore(sqlite.Database, new StoreOptions { Vocabulary = sqlite.Vocabulary, Clock = clock })
        : throw new StoreException(StoreFault.Missing, $"{store.Address}: watches are kept in SQLite; name the path of a SQLite file with --db");
}
