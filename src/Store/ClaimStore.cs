#if LITEDB
using Pipeline.Store.LiteDb;
#endif
using Pipeline.Store.Sqlite;

namespace Pipeline.Store;

/// <summary>Opens the store that an address names.</summary>
public static class ClaimStore
{
    /// <summary>What the address of a LiteDB file begins with.</summary>
    public const string LiteDbScheme = "litedb:";

    private static readonly string[] ForeignSchemes = ["postgres:", "postgresql:"];

    /// <summary>Opens a store, makes it when it is not there, and brings its schema up to date.</summary>
    /// <param name="address">What <c>--db</c> names: the path of a SQLite file, or <c>litedb:PATH</c> in builds that have LiteDB.</param>
    /// <param name="options">What the store needs besides.</param>
    /// <exception cref="StoreException">It cannot be opened, or this build lacks the engine.</exception>
    public static IClaimStore Open(string address, StoreOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        ArgumentNullException.ThrowIfNull(options);
        if (address.StartsWith(LiteDbScheme, StringComparison.OrdinalIgnoreCase))
        {
#if LITEDB
            return LiteClaimStore.Open(address[LiteDbScheme.Length..], options);
#else
            throw new StoreException(StoreFault.NoEngine, $"{address}: this build has no LiteDB; build it with 'dotnet build -p:LiteDb=true', or name the path of a SQLite file with --db");
#endif
        }

        var scheme = Array.Find(ForeignSchemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return scheme is null
            ? SqliteClaimStore.Open(address, options)
            : throw new StoreException(StoreFault.NoEngine, $"{address}: there is no engine for '{scheme}'; name the path of a SQLite file with --db");
    }
}
