using Pipeline.Store.Sqlite;
using Pipeline.Store.Tests.Conformance;

namespace Pipeline.Store.Tests.Sqlite;

public sealed class SqliteSaving : SavingSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open(folder.File("claims.db"), new StoreOptions());
}

public sealed class SqliteSearch : SearchSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open(folder.File("claims.db"), Options);
}

public sealed class SqliteReviews : ReviewSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open(folder.File("claims.db"), new StoreOptions());
}

public sealed class SqliteArchives : ArchiveSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open(folder.File("claims.db"), new StoreOptions());

    private protected override IClaimStore OpenOther() => ClaimStore.Open(folder.File("other.db"), new StoreOptions());
}

public sealed class SqliteFrontierConformance : FrontierSuite
{
    private readonly TemporaryFolder folder = new();

    private protected override IClaimStore Open() => ClaimStore.Open(folder.File("claims.db"), new StoreOptions());

    private protected override void Close() => folder.Dispose();
}

public sealed class SqliteWatches : WatchSuite
{
    private readonly TemporaryFolder folder = new();

    private protected override IClaimStore Open() => ClaimStore.Open(folder.File("claims.db"), new StoreOptions());

    private protected override void Close() => folder.Dispose();
}

public sealed class SqliteCrashes : CrashSuite
{
    private protected override string Address(string path) => path;

    private protected override void CheckIntegrity(string path)
    {
        using var database = SqliteDatabase.Open(path, TimeSpan.FromSeconds(5));
        Assert.Equal("ok", database.Read(session => session.Text("PRAGMA integrity_check")));
    }
}
