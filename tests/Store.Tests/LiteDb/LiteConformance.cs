using Pipeline.Store.Tests.Conformance;

namespace Pipeline.Store.Tests.LiteDb;

public sealed class LiteSaving : SavingSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open("litedb:" + folder.File("claims.litedb"), new StoreOptions());
}

public sealed class LiteSearching : SearchSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open("litedb:" + folder.File("claims.litedb"), Options);
}

public sealed class LiteReviewing : ReviewSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open("litedb:" + folder.File("claims.litedb"), new StoreOptions());
}

public sealed class LiteFrontierConformance : FrontierSuite
{
    private readonly TemporaryFolder folder = new();

    private protected override IClaimStore Open() => ClaimStore.Open("litedb:" + folder.File("claims.litedb"), new StoreOptions());

    private protected override void Close() => folder.Dispose();
}

public sealed class LiteWatches : WatchSuite
{
    private readonly TemporaryFolder folder = new();

    private protected override IClaimStore Open() => ClaimStore.Open("litedb:" + folder.File("claims.litedb"), new StoreOptions());

    private protected override void Close() => folder.Dispose();
}

public sealed class LiteCrashes : CrashSuite
{
    private protected override string Address(string path) => "litedb:" + path;
}

public sealed class LiteArchives : ArchiveSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open("litedb:" + folder.File("claims.litedb"), new StoreOptions());

    private protected override IClaimStore OpenOther() => ClaimStore.Open("litedb:" + folder.File("other.litedb"), new StoreOptions());
}

public sealed class SqliteToLite : ArchiveSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open(folder.File("claims.db"), new StoreOptions());

    private protected override IClaimStore OpenOther() => ClaimStore.Open("litedb:" + folder.File("other.litedb"), new StoreOptions());
}

public sealed class LiteToSqlite : ArchiveSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override IClaimStore Open() => ClaimStore.Open("litedb:" + folder.File("claims.litedb"), new StoreOptions());

    private protected override IClaimStore OpenOther() => ClaimStore.Open(folder.File("other.db"), new StoreOptions());
}
