using Pipeline.Store.Sqlite;

namespace Pipeline.Store;

/// <summary>Opens the store that an address names.</summary>
public static class ClaimStore
{
    private static readonly string[] ForeignSchemes = ["litedb:", "postgres:", "postgresql:"];

    /// <summary>Opens a store, makes it when it is not there, and brings its schema up to date.</summary>
    /// <param name="address">What <c>--db</c> names: the path of a SQLite file.</param>
    /// <param name="options">What the store needs besides.</param>
    /// <exception cref="StoreException">It cannot be opened, or this build lacks the engine.</exception>
    public static IClaimStore Open(string address, StoreOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        ArgumentNullException.ThrowIfNull(options);
        var scheme = Array.Find(ForeignSchemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return scheme is null
            ? SqliteClaimStore.Open(address, options)
            : throw new StoreException(StoreFault.Missing, $"{address}: this build has no engine for '{scheme}'; name the path of a SQLite file with --db");
    }
}
