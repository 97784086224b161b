using System.Globalization;
using LiteDB;

namespace Pipeline.Store.LiteDb;

/// <summary>
/// One LiteDB file, owned by this process (<see cref="Ownership"/>): one writes or many read, so that what is read is whole.
/// </summary>
/// <remarks>
/// LiteDB ends a commit when its log is with the operating system; this syncs the log to the disk besides, so that what was reported stored outlives a power cut.
/// Its transactions and cursors belong to a thread: all work here is done on the thread that began it, and no cursor is left open.
/// </remarks>
internal sealed class LiteFile : IDisposable
{
    private const string SchemaName = "0001_documents";

    private readonly Ownership ownership;
    private readonly bool readOnly;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ReaderWriterLockSlim gate = new();
    private readonly string log;
    private LiteDatabase database;
    private LiteSession session;
    private volatile bool isBroken;
    private bool disposed;

    private LiteFile(string path, Ownership ownership, LiteDatabase database, bool readOnly)
    {
        (Path, this.ownership, this.database, this.readOnly) = (path, ownership, database, readOnly);
        session = new LiteSession(database);
        log = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!, System.IO.Path.GetFileNameWithoutExtension(path) + "-log" + System.IO.Path.GetExtension(path));
    }

    /// <summary>The file, as given.</summary>
    public string Path { get; }

    /// <summary>Opens the file, and makes it when it is not there.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is no database of ours, is newer than this build, or another process has it.</exception>
    public static LiteFile Open(string path, StoreOptions options)
    {
        if (path.Length == 0)
        {
            throw new StoreException(StoreFault.Missing, "litedb: names no file; write --db litedb:PATH");
        }

        if (options.ReadOnly && !File.Exists(path))
        {
            throw new StoreException(StoreFault.Missing, $"{path}: no such database; `ingest` makes one, or name another with --db");
        }

        if (!Directory.Exists(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))))
        {
            throw new StoreException(StoreFault.Missing, $"{path}: its folder does not exist; make it first, or name another file with --db");
        }

        if (Directory.Exists(path))
        {
            throw new StoreException(StoreFault.Missing, $"{path}: is a folder; --db names a file");
        }

        RefuseForeign(path);
        var ownership = Ownership.Take(path, options.Owner, options.BusyTimeout);
        LiteDatabase? database = null;
        try
        {
            database = Connect(path);
            var file = new LiteFile(path, ownership, database, options.ReadOnly);
            file.Prepare();
            return file;
        }
        catch (Exception cause)
        {
            database?.Dispose();
            ownership.Dispose();
            if (cause is not StoreException && LiteFaults.Translate(cause, path) is { } fault)
            {
                throw fault;
            }

            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it or, when it throws, nothing.</summary>
    /// <exception cref="StoreException">Full, damaged, or opened for reading alone.</exception>
    public async Task<T> WriteAsync<T>(Func<LiteSession, T> work, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (readOnly)
        {
            throw new StoreException(StoreFault.ReadOnly, $"{Path}: was opened for reading alone");
        }

        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Mend();
            return Write(work);
        }
        catch (Exception cause) when (LiteFaults.Translate(cause, Path) is { } fault)
        {
            // LiteDB closes itself when it cannot read or write.
            isBroken |= fault.Fault is StoreFault.Io or StoreFault.Full;
            throw fault;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Runs <paramref name="work"/> while nobody writes.</summary>
    /// <exception cref="StoreException">The database is damaged or cannot be read.</exception>
    public T Read<T>(Func<LiteSession, T> work)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (isBroken)
        {
            Mend();
        }

        gate.EnterReadLock();
        try
        {
            return work(session);
        }
        catch (Exception cause) when (LiteFaults.Translate(cause, Path) is { } fault)
        {
            throw fault;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>The size of the file in bytes, without its log.</summary>
    public long Length => new FileInfo(Path).Length;

    /// <summary>Folds the log into the file, closes it and lets it go.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        database.Dispose();
        ownership.Dispose();
        writing.Dispose();
        gate.Dispose();
    }

    private static LiteDatabase Connect(string path) =>
        new(new ConnectionString { Filename = path, Connection = ConnectionType.Direct, Collation = Collation.Binary }, new BsonMapper()) { UtcDate = true };

    /// <summary>Opens the file anew after the system could not write it: what was committed is there, what was not is gone.</summary>
    private void Mend()
    {
        if (!isBroken)
        {
            return;
        }

        gate.EnterWriteLock();
        try
        {
            if (isBroken)
            {
                database.Dispose();
                database = Connect(Path);
                session = new LiteSession(database);
                isBroken = false;
            }
        }
        catch (Exception cause) when (LiteFaults.Translate(cause, Path) is { } fault)
        {
            throw fault;
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>Looks before LiteDB does: it would make a database of a short file of any kind.</summary>
    private static void RefuseForeign(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[64];
            if (file.Length > 0 && (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || head.IndexOf("** This is a LiteDB file **"u8) < 0))
            {
                throw new StoreException(StoreFault.NotADatabase, $"{path}: is no LiteDB database; name another file with --db");
            }
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new StoreException(StoreFault.ReadOnly, $"{path}: may not be read; change its permissions, or name another file with --db", cause);
        }
    }

    private T Write<T>(Func<LiteSession, T> work)
    {
        gate.EnterWriteLock();
        try
        {
            database.BeginTrans();
            session.Begin();
            T result;
            try
            {
                result = work(session);
                session.Finish();
            }
            catch
            {
                database.Rollback();
                throw;
            }

            database.Commit();
            Sync();
            return result;
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    private void Sync()
    {
        // After a checkpoint there is no log: what it held has been synced into the file.
        if (File.Exists(log))
        {
            using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
    }

    private void Prepare()
    {
        var names = database.GetCollectionNames().ToList();
        if (names.Count > 0)
        {
            var newest = session.Steps.FindAll().OrderBy(step => step["_id"].AsInt32).LastOrDefault();
            if (newest is null)
            {
                throw new StoreException(StoreFault.NotADatabase, $"{Path}: is a database of another program; name another file with --db");
            }

            if (newest["_id"].AsInt32 > 1)
            {
                throw new StoreException(StoreFault.NewerSchema, string.Create(CultureInfo.InvariantCulture, $"{Path}: was written by a newer version of the program (schema step {newest["name"].AsString}); update the program"));
            }

            return;
        }

        if (readOnly)
        {
            throw new StoreException(StoreFault.NotADatabase, $"{Path}: holds nothing of this program; name another file with --db");
        }

        Write(fresh =>
        {
            fresh.MakeIndexes();
            fresh.Steps.Insert(new BsonDocument { ["_id"] = 1, ["name"] = SchemaName });
            return true;
        });
    }
}
