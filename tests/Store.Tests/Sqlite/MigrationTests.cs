using System.Globalization;
using Microsoft.Data.Sqlite;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Sqlite;
using Pipeline.Store.Watches;

namespace Pipeline.Store.Tests.Sqlite;

public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Files as they were before each later step, with a watch that has an event to deliver.</summary>
    [Theory]
    [InlineData(300)]
    [InlineData(310)]
    public async Task A_file_of_an_earlier_version_is_brought_up_to_date_and_keeps_what_it_holds(int before)
    {
        var path = folder.File("old.db");
        Make(path, SchemaMigrator.Steps.Where(step => step.Number < before));

        await using (var store = (SqliteClaimStore)ClaimStore.Open(path, new StoreOptions()))
        {
            Assert.Equal(SchemaMigrator.Steps.Select(step => (long)step.Number), store.Database.Read(session => session.All("SELECT number FROM schema_steps ORDER BY number", row => row.GetInt64(0))));
            Assert.Equal(1000, store.Database.Read(session => session.Integer("SELECT v FROM claim_words_config WHERE k = 'pgsz'")));
            var watches = new SqliteWatchStore(store.Database, new StoreOptions());
            var (watch, due) = Assert.Single(await watches.ReadDueAsync(10, TestContext.Current.CancellationToken));
            Assert.Equal(("w1", 1), (watch.Id, (int)due.Key));
            await watches.RecordDeliveryAsync(due.Key, problem: null, TestContext.Current.CancellationToken);

            var article = Some.Article("英伟达市值达到5万亿美元。");
            await store.SaveAsync(new Submission(article, [Some.Claim(article, "5万亿美元", 5e12m, "USD", ClaimKind.Money, "英伟达", metric: "市值")]), TestContext.Current.CancellationToken);
        }

        await using var again = ClaimStore.Open(path, new StoreOptions { ReadOnly = true });
        Assert.Single((await again.QueryAsync(new ClaimQueryParser(again.Vocabulary).Parse([new("q", "英伟达")]), TestContext.Current.CancellationToken)).Claims);
    }

    private static void Make(string path, IEnumerable<SchemaStep> steps)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (var step in steps)
        {
            Execute(connection, step.Sql);
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_steps (number, name) VALUES ({step.Number}, '{step.Name}')"));
        }

        Execute(connection, "PRAGMA application_id = 1316318531");
        Execute(connection, """
            INSERT INTO watches (watch_key, id, name, filters, events, webhook, secret, created_at, seen_article, seen_change)
            VALUES (1, 'w1', '份额', '[["q","份额"]]', 'new_match', 'https://desk.example/hook', 'geheim', '2025-11-01T00:00:00.0000000+00:00', 0, 0);
            INSERT INTO watch_events (event_key, watch_key, kind, claim_id, body, at, due_at) VALUES (1, 1, 'new_match', 'c1', '{}', '2025-11-01T00:00:00.0000000+00:00', 0);
            """);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
