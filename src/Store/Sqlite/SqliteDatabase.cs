using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Pipeline.Store.Sqlite;

/// <summary>
/// One database file: a single writing connection for this process and a pool of reading ones.
/// Write-ahead log, so that readers in any process go on while one writes; several processes may write, one at a time.
/// </summary>
/// <remarks>
/// <c>synchronous=FULL</c>: a commit returns only when the log is on the disk, so that what was reported stored also outlives a power cut.
/// Callers that save much put many articles into one transaction (<see cref="IClaimStore.SavePreparedAsync"/>), which shares the one sync.
/// </remarks>
public sealed class SqliteDatabase : IDisposable
{
    private readonly string readAddress;
    private readonly SqliteSession? writer;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> readers = [];
    private readonly int busyMilliseconds;
    private volatile bool disposed;

    private SqliteDatabase(string path, SqliteSession? writer, string readAddress, int busyMilliseconds) =>
        (Path, this.writer, this.readAddress, this.busyMilliseconds) = (path, writer, readAddress, busyMilliseconds);

    /// <summary>The file, as given.</summary>
    public string Path { get; }

    /// <summary>Opens the file, makes it when it is not there, and brings its schema up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="busyTimeout">How long to wait for another process's write.</param>
    /// <param name="readOnly">Open for reading alone: the file must exist and nothing is changed.</param>
    /// <exception cref="StoreException">The file cannot be opened, is no database of ours, or is newer than this build.</exception>
    public static SqliteDatabase Open(string path, TimeSpan busyTimeout, bool readOnly = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (readOnly && !File.Exists(path))
        {
            throw new StoreException(StoreFault.Missing, $"{path}: no such database; `ingest` makes one, or name another with --db");
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new StoreException(StoreFault.Missing, $"{path}: its folder does not exist; make it first, or name another file with --db");
        }

        if (Directory.Exists(path))
        {
            throw new StoreException(StoreFault.Missing, $"{path}: is a folder; --db names a file");
        }

        var milliseconds = (int)busyTimeout.TotalMilliseconds;
        var readAddress = Address(path, SqliteOpenMode.ReadOnly);
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(readOnly ? readAddress : Address(path, SqliteOpenMode.ReadWriteCreate));
            connection.Open();
            Prepare(connection, milliseconds);
            if (readOnly)
            {
                SchemaMigrator.Check(connection, path);
                var database = new SqliteDatabase(path, null, readAddress, milliseconds);
                database.readers.Add(new SqliteSession(connection));
                return database;
            }

            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;");
            SchemaMigrator.Migrate(connection, path);
            return new SqliteDatabase(path, new SqliteSession(connection), readAddress, milliseconds);
        }
        catch (SqliteException cause) when (SqliteFaults.Translate(cause, path) is { } fault)
        {
            connection?.Dispose();
            throw fault;
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in one write transaction, on a thread of its own: all of it or, when it throws, nothing.</summary>
    /// <exception cref="StoreException">Locked for too long, full, damaged, or opened for reading alone.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (writer is null)
        {
            throw new StoreException(StoreFault.ReadOnly, $"{Path}: was opened for reading alone");
        }

        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The pool has a thread a core: one that waits for the disk would leave a core idle.
            return await Task.Factory.StartNew(() => Transact(writer, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (SqliteException cause) when (SqliteFaults.Translate(cause, Path) is { } fault)
        {
            throw fault;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Runs <paramref name="work"/> on a reading connection, within one snapshot of the database.</summary>
    /// <exception cref="StoreException">The database is damaged or cannot be read.</exception>
    public T Read<T>(Func<SqliteSession, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            var session = RentReader();
            try
            {
                session.Begin(write: false);
                return work(session);
            }
            finally
            {
                ReturnReader(session);
            }
        }
        catch (SqliteException cause) when (SqliteFaults.Translate(cause, Path) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Yields what <paramref name="work"/> yields, all within one snapshot; the connection goes back when the caller stops.</summary>
    public IEnumerable<T> Stream<T>(Func<SqliteSession, IEnumerable<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var session = RentReader();
        try
        {
            session.Begin(write: false);
            foreach (var item in work(session))
            {
                yield return item;
            }
        }
        finally
        {
            ReturnReader(session);
        }
    }

    /// <summary>Closes all connections; the write-ahead log is folded into the file when no other process has it open.</summary>
    public void Dispose()
    {
        disposed = true;
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        writer?.Dispose();
        writing.Dispose();
    }

    private static T Transact<T>(SqliteSession session, Func<SqliteSession, T> work)
    {
        try
        {
            session.Begin(write: true);
            var result = work(session);
            session.Commit();
            return result;
        }
        finally
        {
            session.Rollback();
        }
    }

    private static string Address(string path, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();

    private static void Prepare(SqliteConnection connection, int busyMilliseconds)
    {
        // The driver's own retry loop sleeps 150 ms a turn and takes 0 for ever; SQLite's busy handler starts at 1 ms, so it does the waiting.
        connection.DefaultTimeout = 1;
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {busyMilliseconds}; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA mmap_size = 1073741824;"));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteSession RentReader()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (readers.TryTake(out var session))
        {
            return session;
        }

        var connection = new SqliteConnection(readAddress);
        try
        {
            connection.Open();
            Prepare(connection, busyMilliseconds);
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void ReturnReader(SqliteSession session)
    {
        session.Rollback();
        if (disposed)
        {
            session.Dispose();
        }
        else
        {
            readers.Add(session);
        }
    }
}
