using Pipeline.Store.Queries;
using Pipeline.Store.Sqlite;
using Pipeline.Store.Tests.Conformance;

namespace Pipeline.Store.Tests.Sqlite;

/// <summary>What goes wrong outside is said clearly, and nothing is stored half.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        var path = folder.File("notes.txt");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("这不是数据库。", 500)));
        var before = File.ReadAllBytes(path);
        Assert.Equal(StoreFault.NotADatabase, Assert.Throws<StoreException>(() => ClaimStore.Open(path, new StoreOptions())).Fault);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        var path = folder.File("other.db");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE recipes (name TEXT)";
            command.ExecuteNonQuery();
        }

        var error = Assert.Throws<StoreException>(() => ClaimStore.Open(path, new StoreOptions()));
        Assert.Equal(StoreFault.NotADatabase, error.Fault);
        Assert.Contains("another program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_by_name()
    {
        var path = folder.File("claims.db");
        using (var database = SqliteDatabase.Open(path, TimeSpan.FromSeconds(1)))
        {
            await database.WriteAsync(session => session.Execute("INSERT INTO schema_steps (number, name) VALUES (9000, 'from_the_future')"), TestContext.Current.CancellationToken);
        }

        var error = Assert.Throws<StoreException>(() => ClaimStore.Open(path, new StoreOptions()));
        Assert.Equal(StoreFault.NewerSchema, error.Fault);
        Assert.Contains("from_the_future", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_said_to_be_damaged()
    {
        var path = folder.File("claims.db");
        await using (var store = ClaimStore.Open(path, new StoreOptions()))
        {
            await store.SaveAllAsync([.. Enumerable.Range(1, 200).Select(CrashWriter.Article)], TestContext.Current.CancellationToken);
        }

        using (var file = File.Open(path, FileMode.Open))
        {
            var noise = new byte[4096];
            new Random(1).NextBytes(noise);
            for (var page = 1; page < file.Length / 4096; page++)
            {
                file.Position = page * 4096;
                file.Write(noise);
            }
        }

        var error = Assert.Throws<StoreException>(() =>
        {
            var store = ClaimStore.Open(path, new StoreOptions());
            store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        });
        Assert.Equal(StoreFault.Corrupt, error.Fault);
        Assert.Contains("backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_process_writes_is_waited_for_and_then_said_to_be_locked()
    {
        var path = folder.File("claims.db");
        using var other = SqliteDatabase.Open(path, TimeSpan.FromSeconds(1));
        await using var store = ClaimStore.Open(path, new StoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        var locked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var holding = Task.Run(() => other.WriteAsync(_ =>
        {
            locked.SetResult();
            release.Task.Wait(TestContext.Current.CancellationToken);
            return 0;
        }));
        await locked.Task;

        var error = await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(CrashWriter.Article(1), TestContext.Current.CancellationToken));

        Assert.Equal(StoreFault.Locked, error.Fault);
        Assert.Empty((await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken)).Claims); // readers go on
        release.SetResult();
        await holding;
        Assert.Equal(3, (await store.SaveAsync(CrashWriter.Article(1), TestContext.Current.CancellationToken)).ClaimCount);
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_half_and_the_store_goes_on_when_there_is_room()
    {
        using var database = SqliteDatabase.Open(folder.File("claims.db"), TimeSpan.FromSeconds(1));
        await using var store = new SqliteClaimStore(database, new StoreOptions());
        await store.SaveAsync(CrashWriter.Article(1), TestContext.Current.CancellationToken);
        var before = await store.ReadStatisticsAsync(TestContext.Current.CancellationToken);

        // SQLite answers a page count that may not grow as it answers a disk that cannot: SQLITE_FULL.
        var limit = await database.WriteAsync(session => session.Integer("PRAGMA page_count"), TestContext.Current.CancellationToken);
        await database.WriteAsync(session => session.Integer(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {limit}")), TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.SaveAllAsync([.. Enumerable.Range(2, 500).Select(CrashWriter.Article)], TestContext.Current.CancellationToken));

        Assert.Equal(StoreFault.Full, error.Fault);
        Assert.Contains("Free some space", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await store.ReadStatisticsAsync(TestContext.Current.CancellationToken));
        await database.WriteAsync(session => session.Integer("PRAGMA max_page_count = 1000000"), TestContext.Current.CancellationToken);
        Assert.Equal(3, (await store.SaveAsync(CrashWriter.Article(2), TestContext.Current.CancellationToken)).ClaimCount);
    }

    [Fact]
    public void A_missing_folder_and_a_folder_as_file_are_said_so()
    {
        Assert.Equal(StoreFault.Missing, Assert.Throws<StoreException>(() => ClaimStore.Open(folder.File("nowhere/claims.db"), new StoreOptions())).Fault);
        Assert.Contains("is a folder", Assert.Throws<StoreException>(() => ClaimStore.Open(folder.Path, new StoreOptions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_database_that_is_not_there_makes_none()
    {
        var path = folder.File("claims.db");
        Assert.Equal(StoreFault.Missing, Assert.Throws<StoreException>(() => ClaimStore.Open(path, new StoreOptions { ReadOnly = true })).Fault);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_store_opened_for_reading_refuses_to_write()
    {
        var path = folder.File("claims.db");
        await using (var store = ClaimStore.Open(path, new StoreOptions()))
        {
            await store.SaveAsync(CrashWriter.Article(1), TestContext.Current.CancellationToken);
        }

        await using var reader = ClaimStore.Open(path, new StoreOptions { ReadOnly = true });
        Assert.Equal(3, (await reader.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken)).Claims.Count);
        Assert.Equal(StoreFault.ReadOnly, (await Assert.ThrowsAsync<StoreException>(() => reader.SaveAsync(CrashWriter.Article(2), TestContext.Current.CancellationToken))).Fault);
    }

    [Theory]
#if !LITEDB
    [InlineData("litedb:claims.db")]
#endif
    [InlineData("postgres://host/claims")]
    public void An_engine_that_this_build_lacks_is_named(string address) =>
        Assert.Contains(address[..address.IndexOf(':', StringComparison.Ordinal)], Assert.Throws<StoreException>(() => ClaimStore.Open(address, new StoreOptions())).Message, StringComparison.Ordinal);
}
