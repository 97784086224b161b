using System.Diagnostics;
using System.Globalization;
using LiteDB;
using Pipeline.Store.Queries;
using Pipeline.Store.Tests.Conformance;

namespace Pipeline.Store.Tests.LiteDb;

/// <summary>What goes wrong outside is said clearly, and nothing is stored half.</summary>
public sealed class LiteFaultTests : IDisposable
{
    private static readonly StoreOptions s_impatient = new() { BusyTimeout = TimeSpan.FromMilliseconds(50) };
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => folder.File("claims.litedb");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_process_is_refused_by_the_number_of_the_first_and_let_in_when_that_is_killed()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, Environment = { [CrashWriter.Variable] = "litedb:" + Path } })!;
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(Token));

        var error = Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + Path, s_impatient));

        Assert.Equal(StoreFault.Locked, error.Fault);
        Assert.Contains(process.Id.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        process.Kill();
        await process.WaitForExitAsync(Token);
        await using var store = ClaimStore.Open("litedb:" + Path, s_impatient);
        Assert.True((await store.ReadStatisticsAsync(Token)).Articles > 0);
    }

    [Fact]
    public async Task A_service_is_named_at_once_and_readers_too_are_refused()
    {
        await using var service = ClaimStore.Open("litedb:" + Path, new StoreOptions { Owner = "the service at http://127.0.0.1:5163" });
        var error = Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + Path, new StoreOptions { ReadOnly = true, BusyTimeout = TimeSpan.FromDays(1) }));
        Assert.Equal(StoreFault.Locked, error.Fault);
        Assert.Contains("http://127.0.0.1:5163", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        File.WriteAllText(Path, string.Concat(Enumerable.Repeat("这不是数据库。", 500)));
        var before = File.ReadAllBytes(Path);
        Assert.Equal(StoreFault.NotADatabase, Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + Path, s_impatient)).Fault);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        using (var other = new LiteDatabase(Path))
        {
            other.GetCollection("recipes").Insert(new BsonDocument());
        }

        var error = Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + Path, s_impatient));
        Assert.Equal(StoreFault.NotADatabase, error.Fault);
        Assert.Contains("another program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_by_name()
    {
        await ClaimStore.Open("litedb:" + Path, s_impatient).DisposeAsync();
        using (var database = new LiteDatabase(new ConnectionString { Filename = Path, Collation = Collation.Binary }))
        {
            database.GetCollection("schema_steps").Insert(new BsonDocument { ["_id"] = 9000, ["name"] = "from_the_future" });
        }

        var error = Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + Path, s_impatient));
        Assert.Equal(StoreFault.NewerSchema, error.Fault);
        Assert.Contains("from_the_future", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_said_to_be_damaged()
    {
        await using (var store = ClaimStore.Open("litedb:" + Path, s_impatient))
        {
            await store.SaveAllAsync([.. Enumerable.Range(1, 200).Select(CrashWriter.Article)], Token);
        }

        using (var file = File.Open(Path, FileMode.Open))
        {
            var noise = new byte[8192];
            new Random(1).NextBytes(noise);
            for (var page = 1; page < file.Length / noise.Length; page++)
            {
                file.Position = page * noise.Length;
                file.Write(noise);
            }
        }

        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = ClaimStore.Open("litedb:" + Path, s_impatient);
            await store.QueryAsync(new ClaimQuery(), Token);
        });
        Assert.Equal(StoreFault.Corrupt, error.Fault);
        Assert.Contains("backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_file_stores_nothing_half_and_the_store_goes_on_when_there_is_room()
    {
        await using (var store = ClaimStore.Open("litedb:" + Path, s_impatient))
        {
            await store.SaveAsync(CrashWriter.Article(1), Token);
        }

        Limit(new FileInfo(Path).Length + (64 * 8192));
        await using (var store = ClaimStore.Open("litedb:" + Path, s_impatient))
        {
            var before = await store.ReadStatisticsAsync(Token);
            var error = await Assert.ThrowsAsync<StoreException>(() => store.SaveAllAsync([.. Enumerable.Range(2, 500).Select(CrashWriter.Article)], Token));
            Assert.Equal(StoreFault.Full, error.Fault);
            Assert.Contains("Free some space", error.Message, StringComparison.Ordinal);
            Assert.Equal(before with { Bytes = 0 }, (await store.ReadStatisticsAsync(Token)) with { Bytes = 0 });
        }

        Limit(long.MaxValue);
        await using var again = ClaimStore.Open("litedb:" + Path, s_impatient);
        Assert.Equal(3, (await again.SaveAsync(CrashWriter.Article(2), Token)).ClaimCount);
    }

    [Fact]
    public void A_missing_folder_a_folder_as_file_and_no_name_are_said_so()
    {
        Assert.Equal(StoreFault.Missing, Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + folder.File("nowhere/claims.litedb"), s_impatient)).Fault);
        Assert.Contains("is a folder", Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + folder.Path, s_impatient)).Message, StringComparison.Ordinal);
        Assert.Contains("litedb:PATH", Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:", s_impatient)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_database_that_is_not_there_makes_none()
    {
        Assert.Equal(StoreFault.Missing, Assert.Throws<StoreException>(() => ClaimStore.Open("litedb:" + Path, s_impatient with { ReadOnly = true })).Fault);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_store_opened_for_reading_refuses_to_write()
    {
        await using (var store = ClaimStore.Open("litedb:" + Path, s_impatient))
        {
            await store.SaveAsync(CrashWriter.Article(1), Token);
        }

        await using var reader = ClaimStore.Open("litedb:" + Path, s_impatient with { ReadOnly = true });
        Assert.Equal(3, (await reader.QueryAsync(new ClaimQuery(), Token)).Claims.Count);
        Assert.Equal(StoreFault.ReadOnly, (await Assert.ThrowsAsync<StoreException>(() => reader.SaveAsync(CrashWriter.Article(2), Token))).Fault);
    }

    [Fact]
    public async Task Texts_too_long_for_an_index_are_found_all_the_same()
    {
        await using var store = ClaimStore.Open("litedb:" + Path, s_impatient);
        var url = "https://a.example/" + new string('x', 3000);
        var latin = new string('a', 2000);
        var article = Some.Article($"{latin}出货5万颗。", url, url);
        await store.SaveAsync(new(article, [Some.Claim(article, "5万颗", 50000, "颗", subject: latin)]), Token);
        Assert.Single((await store.QueryAsync(new ClaimQuery { Sources = [url] }, Token)).Claims);
        Assert.Single((await store.QueryAsync(new ClaimQuery { Terms = [new(latin)] }, Token)).Claims);
    }

    [Fact]
    public async Task Readers_go_on_while_another_thread_writes()
    {
        await using var store = ClaimStore.Open("litedb:" + Path, s_impatient);
        await store.SaveAsync(CrashWriter.Article(1), Token);
        var writing = Task.Run(async () =>
        {
            for (var number = 2; number < 60; number++)
            {
                await store.SaveAsync(CrashWriter.Article(number), Token);
            }
        }, Token);
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!writing.IsCompleted)
            {
                await foreach (var article in store.StreamArticlesAsync(new ClaimQuery(), Token))
                {
                    Assert.Equal(3, article.Count); // an article is there with all its claims, or not at all
                }
            }
        }, Token));
        await Task.WhenAll([writing, .. reading]);
        Assert.Equal(59, (await store.ReadStatisticsAsync(Token)).Articles);
    }

    private void Limit(long bytes)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = Path, Collation = Collation.Binary }) { LimitSize = bytes };
    }
}
