using Microsoft.Data.Sqlite;
using Pipeline.Host.Tests.Service;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Upgrades;

/// <summary>The procedure of docs/operations.md: back up while the service runs, put the backup in the store's place, start again.</summary>
public sealed class BackupTests : IDisposable
{
    private const int Pages = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-backup-").FullName;

    private string Db => Path.Combine(_folder, "claims.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task A_backup_made_while_the_service_writes_is_whole_and_the_service_goes_on_from_it()
    {
        await using var site = await LoopbackSite.StartAsync();
        GeneratedNews.Publish(site, Pages);
        var config = ServeProcess.Configure(_folder, site.Root + "/rss.xml");
        var backup = Path.Combine(_folder, "backup.db");
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        await ServeAsync(config, stored =>
        {
            if (stored.Count == 10)
            {
                acknowledged = [.. stored];
                Scalar(Db, $"VACUUM INTO '{backup}'");
            }
        });
        Assert.Equal("ok", Scalar(backup, "PRAGMA integrity_check"));
        Assert.Equal(0L, Scalar(backup, "SELECT count(*) FROM pragma_foreign_key_check"));
        var saved = (long)Scalar(backup, "SELECT count(*) FROM pages WHERE state = 'stored'")!;
        Assert.InRange(saved, acknowledged.Count, Pages);

        File.Copy(backup, Db, overwrite: true);
        File.Delete(Db + "-wal");
        File.Delete(Db + "-shm");
        var before = site.Requests.Count(IsPage);
        if (saved < Pages)
        {
            await ServeAsync(config, _ => { }, Pages - (int)saved);
        }

        Assert.Equal(Pages - saved, site.Requests.Count(IsPage) - before);
        Assert.Equal((long)Pages, Scalar(Db, "SELECT count(*) FROM articles"));
        Assert.Equal("ok", Scalar(Db, "PRAGMA integrity_check"));
    }

    private static bool IsPage(LoopbackSite.SiteRequest request) => request.Path.StartsWith("/n/", StringComparison.Ordinal);

    /// <summary>Runs the service until so many pages are stored.</summary>
    private static async Task ServeAsync(string config, Action<HashSet<string>> onStored, int pages = Pages)
    {
        await using var service = ServeProcess.Start(config);
        var stored = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in service.ReadLogAsync())
        {
            if (line.EventId == ServeProcess.LogLine.Stored)
            {
                stored.Add(line["Url"]!);
                onStored(stored);
                if (stored.Count == pages)
                {
                    service.Terminate();
                }
            }
        }

        Assert.Equal(0, await service.WaitForExitAsync());
    }

    private static object? Scalar(string db, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = db, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
