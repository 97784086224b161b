using Microsoft.Data.Sqlite;

namespace Pipeline.Store.Sqlite;

/// <summary>Turns SQLite's result codes (https://www.sqlite.org/rescode.html) into what to do about them.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>The store's error for <paramref name="cause"/>, or null when it is a mistake of the program's own.</summary>
    public static StoreException? Translate(SqliteException cause, string path) => cause.SqliteErrorCode switch
    {
        Busy or Locked => new(StoreFault.Locked, $"{path}: another process is writing and did not finish in time; wait for it, or stop it, and try again", cause),
        ReadOnly => new(StoreFault.ReadOnly, $"{path}: may not be written; change its permissions (and its folder's), or name another file with --db", cause),
        IoError => new(StoreFault.Io, $"{path}: the operating system could not read or write it ({cause.Message.TrimEnd('.')}); check the disk and try again", cause),
        Corrupt => new(StoreFault.Corrupt, $"{path}: the database is damaged ({cause.Message.TrimEnd('.')}); restore a backup, or name another file with --db", cause),
        Full => new(StoreFault.Full, $"{path}: no room left on the disk; nothing of this article was stored. Free some space and run the same command again", cause),
        CannotOpen => new(StoreFault.Missing, $"{path}: cannot be opened; check that the folder exists and may be read and written", cause),
        NotADatabase => new(StoreFault.NotADatabase, $"{path}: is no database of this program; name another file with --db", cause),
        _ => null,
    };
}
