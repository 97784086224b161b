using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>A store on a file system of its own that fills up while the service runs.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int NoRoom = 42;
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-full-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 180_000)]
    public async Task A_full_disk_is_told_nothing_is_lost_and_work_goes_on_when_there_is_room()
    {
        const int pages = 600;
        await using var site = await LoopbackSite.StartAsync();
        GeneratedNews.Publish(site, pages);
        var disk = Directory.CreateDirectory(Path.Combine(_folder, "disk")).FullName;
        var config = ServeProcess.Configure(disk, site.Root + "/rss.xml");
        File.Move(config, config = Path.Combine(_folder, "pipeline.json"));
        // A mount of its own: 64 MB, nearly all taken by a file that the test removes.
        var mount = $"mount -t tmpfs -o size=64m tmpfs '{disk}' && head -c 63000000 /dev/zero > '{disk}/ballast' && exec \"$@\"";
        string[] wrapper = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"];
        if (!CanMount(wrapper))
        {
            Assert.Skip("this machine lets no user mount a file system of his own (unshare, tmpfs)");
        }

        await using var service = ServeProcess.StartWithin(wrapper, config);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        var (full, stored) = (0, 0L);
        await foreach (var line in service.ReadLogAsync())
        {
            if (line.EventId == NoRoom && full++ == 0)
            {
                Assert.Contains("no room left", line["Problem"], StringComparison.Ordinal);
                Assert.InRange(acknowledged.Count, 1, pages - 1);
                File.Delete(Inside(service, Path.Combine(disk, "ballast")));
            }

            if (line.EventId == ServeProcess.LogLine.Stored)
            {
                Assert.True(acknowledged.Add(line["Url"]!));
                if (acknowledged.Count == pages)
                {
                    // Copied out with its log: nothing writes any more.
                    foreach (var file in (string[])["claims.db", "claims.db-wal"])
                    {
                        File.Copy(Inside(service, Path.Combine(disk, file)), Path.Combine(_folder, file));
                    }

                    stored = Stored(Path.Combine(_folder, "claims.db"));
                    service.Terminate();
                }
            }
        }

        Assert.Equal(0, await service.WaitForExitAsync());
        Assert.True(full > 0, "the disk never filled up");
        Assert.Equal((pages, (long)pages), (acknowledged.Count, stored));
        Assert.Equal(pages, site.Requests.Count(r => r.Path.StartsWith("/n/", StringComparison.Ordinal)));
    }

    /// <summary>The file system as the service sees it.</summary>
    private static string Inside(ServeProcess service, string path) => string.Create(CultureInfo.InvariantCulture, $"/proc/{service.Process.Id}/root{path}");

    private static bool CanMount(string[] wrapper)
    {
        try
        {
            using var probe = Process.Start(new ProcessStartInfo(wrapper[0], [.. wrapper[1..], "true"]) { RedirectStandardError = true })!;
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static long Stored(string db)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = db, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pages WHERE state = 'stored' AND article_id IS NOT NULL";
        return (long)command.ExecuteScalar()!;
    }
}
