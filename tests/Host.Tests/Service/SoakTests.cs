using System.Globalization;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>Over many pages the service's memory and handles stay where they are. Run by hand: <c>-class "*SoakTests" -explicit only</c>.</summary>
public sealed class SoakTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-soak-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Explicit = true)]
    public async Task Memory_and_handles_stay_flat_over_twenty_thousand_pages()
    {
        const int pages = 20_000;
        const int window = 2_000;
        await using var site = await LoopbackSite.StartAsync();
        GeneratedNews.Publish(site, pages);
        await using var service = ServeProcess.Start(ServeProcess.Configure(_folder, site.Root + "/rss.xml"));
        var samples = new List<(long Memory, int Handles)>();
        var stored = 0;
        await foreach (var line in service.ReadLogAsync())
        {
            if (line.EventId != ServeProcess.LogLine.Stored || ++stored % window != 0)
            {
                continue;
            }

            samples.Add((OwnMemory(service.Process.Id), Directory.GetFileSystemEntries(string.Create(CultureInfo.InvariantCulture, $"/proc/{service.Process.Id}/fd")).Length));
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stored} pages: {samples[^1].Memory / 1e6:0} MB, {samples[^1].Handles} handles"));
            if (stored == pages)
            {
                service.Terminate();
            }
        }

        Assert.Equal(0, await service.WaitForExitAsync());
        // The first windows fill caches; from then on the highest may exceed the lowest by what a collection's timing makes of it.
        var steady = samples.Skip(samples.Count / 2).ToList();
        Assert.True(steady.Max(s => s.Memory) <= 1.3 * samples.Take(samples.Count / 2).Max(s => s.Memory), "memory grows");
        Assert.True(steady.Max(s => s.Handles) <= samples.Take(samples.Count / 2).Max(s => s.Handles) + 5, "handles grow");
    }

    /// <summary>Bytes that are the process's own. The mapped file of the store grows with what is stored, but is the system's cache and given back when wanted.</summary>
    private static long OwnMemory(int process) => File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"))
        .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(line => long.Parse(line["RssAnon:".Length..^" kB".Length], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) * 1_024)
        .Single();
}
