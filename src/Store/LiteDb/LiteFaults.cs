using LiteDB;

namespace Pipeline.Store.LiteDb;

/// <summary>Turns what LiteDB and the file system throw into what to do about it.</summary>
internal static class LiteFaults
{
    /// <summary>ENOSPC and EDQUOT as .NET gives them on Unix, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.</summary>
    private static readonly int[] s_full = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>The store's error, or null when it is a mistake of the program's own.</summary>
    public static StoreException? Translate(Exception cause, string path) => cause switch
    {
        LiteException { ErrorCode: LiteException.INVALID_DATABASE } => new(StoreFault.NotADatabase, $"{path}: is no LiteDB database of this program; name another file with --db", cause),
        LiteException { ErrorCode: LiteException.LOCK_TIMEOUT } => new(StoreFault.Locked, $"{path}: another part of this process did not finish in time; try again", cause),
        LiteException { ErrorCode: LiteException.FILE_SIZE_EXCEEDED } => Full(cause, path),

        // These two have no code of their own.
        LiteException { ErrorCode: 0 } when cause.Message.StartsWith("Maximum data file size", StringComparison.Ordinal) => Full(cause, path),
        LiteException { ErrorCode: 0 } when cause.Message.StartsWith("Datafile collation", StringComparison.Ordinal) => new(StoreFault.NotADatabase, $"{path}: is a database of another program; name another file with --db", cause),
        LiteException { ErrorCode: LiteException.INVALID_DATAFILE_STATE } => Corrupt(cause, path),
        UnauthorizedAccessException => new(StoreFault.ReadOnly, $"{path}: may not be written; change its permissions (and its folder's), or name another file with --db", cause),
        IOException io when s_full.Contains(io.HResult) => Full(cause, path),
        IOException => new(StoreFault.Io, $"{path}: the operating system could not read or write it ({cause.Message.TrimEnd('.')}); check the disk and try again", cause),
        _ => IsBroken(cause) ? Corrupt(cause, path) : null,
    };

    private static StoreException Full(Exception cause, string path) =>
        new(StoreFault.Full, $"{path}: no room left on the disk; nothing of this article was stored. Free some space and run the same command again", cause);

    private static StoreException Corrupt(Exception cause, string path) =>
        new(StoreFault.Corrupt, $"{path}: the database is damaged ({cause.Message.TrimEnd('.')}); restore a backup, or name another file with --db", cause);

    /// <summary>LiteDB meets a damaged page as a broken promise of its own code, whichever that is; only what it throws when it is closed, stopped or out of memory says nothing of the file.</summary>
    private static bool IsBroken(Exception cause) =>
        cause is SystemException and not (InvalidOperationException or OperationCanceledException or OutOfMemoryException or TimeoutException)
        && cause.TargetSite?.DeclaringType?.Assembly is { } assembly && (assembly == typeof(LiteDatabase).Assembly || cause.StackTrace?.Contains("LiteDB.Engine", StringComparison.Ordinal) == true);
}
