using System.Diagnostics;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>What is left when the writing process is killed, for every engine.</summary>
public abstract class CrashSuite
{
    /// <summary>What <c>--db</c> calls the engine's file.</summary>
    private protected abstract string Address(string path);

    /// <summary>The engine's own check of a file that nobody has open; some have none.</summary>
    private protected virtual void CheckIntegrity(string path)
    {
    }

    [Fact]
    public async Task A_killed_process_loses_nothing_that_was_reported_stored()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("claims.db");
        var acknowledged = new HashSet<string>();
        foreach (var kill in new[] { 1, 7, 20, 3, 45 })
        {
            foreach (var id in await WriteUntilKilled(Address(path), kill))
            {
                acknowledged.Add(id);
            }

            await using (var store = ClaimStore.Open(Address(path), new StoreOptions()))
            {
                var stored = new HashSet<string>();
                await foreach (var article in store.StreamArticlesAsync(new ClaimQuery(), TestContext.Current.CancellationToken))
                {
                    stored.Add(article[0].Claim.ArticleId);
                    Assert.Equal(3, article.Count);
                }

                Assert.Superset(acknowledged, stored);
                Assert.Equal(stored.Count, (int)(await store.ReadStatisticsAsync(TestContext.Current.CancellationToken)).Articles);
            }

            CheckIntegrity(path);
        }

        Assert.True(acknowledged.Count >= 45);
    }

    /// <summary>Starts a writer, and kills it (SIGKILL) once it has reported so many articles.</summary>
    private static async Task<List<string>> WriteUntilKilled(string address, int reports)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, Environment = { [CrashWriter.Variable] = address } })!;
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
