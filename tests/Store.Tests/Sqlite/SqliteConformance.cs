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
