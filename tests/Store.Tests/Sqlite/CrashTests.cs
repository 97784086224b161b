using System.Diagnostics;
using Pipeline.Store.Queries;
using Pipeline.Store.Sqlite;

namespace Pipeline.Store.Tests.Sqlite;

public class CrashTests
{
    [Fact]
    public async Task A_killed_process_loses_nothing_that_was_reported_stored()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("claims.db");
        var acknowledged = new HashSet<string>();
        foreach (var kill in new[] { 1, 7, 20, 3, 45 })
        {
            foreach (var id in await WriteUntilKilled(path, kill))
            {
                acknowledged.Add(id);
            }

            await using var store = ClaimStore.Open(path, new StoreOptions());
            var stored = new HashSet<string>();
            await foreach (var article in store.StreamArticlesAsync(new ClaimQuery(), TestContext.Current.CancellationToken))
            {
                stored.Add(article[0].Claim.ArticleId);
                Assert.Equal(3, article.Count);
            }

            Assert.Superset(acknowledged, stored);
            Assert.Equal(stored.Count, (int)(await store.ReadStatisticsAsync(TestContext.Current.CancellationToken)).Articles);
            using var database = SqliteDatabase.Open(path, TimeSpan.FromSeconds(5));
            Assert.Equal("ok", database.Read(session => session.Text("PRAGMA integrity_check")));
        }

        Assert.True(acknowledged.Count >= 45);
    }

    /// <summary>Starts a writer, and kills it (SIGKILL) once it has reported so many articles.</summary>
    private static async Task<List<string>> WriteUntilKilled(string path, int reports)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, Environment = { [CrashWriter.Variable] = path } })!;
        var ids = new List<string>();
        while (ids.Count < reports && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } id)
        {
            ids.Add(id);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: ContentIdLength } late)
        {
            ids.Add(late);
        }

        return ids;
    }

    private const int ContentIdLength = 20;
}
