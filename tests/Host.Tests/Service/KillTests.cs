using System.Globalization;
using Microsoft.Data.Sqlite;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>Killed at any moment, the service resumes without loss and fetches nothing that it has stored.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 300_000)]
    public Task Three_kills_lose_nothing() => KillAsync(pages: 150, kills: 3, seed: 20251101);

    [Fact(Explicit = true)]
    public Task Fifty_kills_lose_nothing() => KillAsync(pages: 4_000, kills: 50, seed: Environment.TickCount);

    private async Task KillAsync(int pages, int kills, int seed)
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var site = await LoopbackSite.StartAsync();
        GeneratedNews.Publish(site, pages);
        var config = ServeProcess.Configure(_folder, site.Root + "/rss.xml");
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        var requestsSeen = 0;
        var fetchedTwice = 0;

        for (var run = 0; run <= kills; run++)
        {
            var stored = Stored();
            Assert.Empty(acknowledged.Except(stored));
            await using var service = ServeProcess.Start(config);
            // The last run is let finish; the others die after some articles, or while the first is on its way.
            var killAfter = run == kills ? int.MaxValue : Math.Min(random.Next(0, 2 * pages / kills), pages - stored.Count);
            var (seen, ended) = (0, false);
            await foreach (var line in service.ReadLogAsync())
            {
                if (line.EventId == 0)
                {
                    continue;
                }

                if (line.EventId == ServeProcess.LogLine.Stored)
                {
                    seen++;
                    Assert.True(acknowledged.Add(line["Url"]!), $"{line["Url"]} was acknowledged twice");
                }

                if (seen >= killAfter)
                {
                    service.Kill();
                }
                else if (!ended && run == kills && stored.Count + seen >= pages)
                {
                    ended = true;
                    service.Terminate();
                }
            }

            Assert.Equal(run == kills ? 0 : 137, await service.WaitForExitAsync());

            var requests = site.Requests.Where(r => r.Path.StartsWith("/n/", StringComparison.Ordinal)).Select(r => site.Root + r.Path).ToList();
            var fetchedNow = requests.Skip(requestsSeen).ToList();
            requestsSeen = requests.Count;
            Assert.Empty(fetchedNow.Intersect(stored));
            fetchedTwice = requests.Count - requests.Distinct().Count();
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, {pages} pages, {acknowledged.Count} acknowledged before their kill, {fetchedTwice} fetched again because they were not yet stored"));
        Assert.Equal(pages, Stored().Count);
        Assert.Equal("ok", Scalar("PRAGMA integrity_check"));
        Assert.Equal((long)pages, Scalar("SELECT count(*) FROM articles"));
        Assert.Equal((long)pages, Scalar("SELECT count(DISTINCT url) FROM appearances"));
        Assert.Equal((long)pages, Scalar("SELECT count(*) FROM appearances"));
        Assert.Equal(0L, Scalar("SELECT count(*) FROM pages WHERE state <> 'stored' OR article_id IS NULL"));
        Assert.Equal(0L, Scalar("SELECT count(*) FROM pragma_foreign_key_check"));
    }

    private HashSet<string> Stored()
    {
        if (!File.Exists(Path.Combine(_folder, "claims.db")))
        {
            return [];
        }

        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT url FROM pages WHERE state = 'stored'";
        var stored = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                stored.Add(reader.GetString(0));
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 1)
        {
            // Killed before the schema was there.
        }

        return stored;
    }

    private object? Scalar(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "claims.db"), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
