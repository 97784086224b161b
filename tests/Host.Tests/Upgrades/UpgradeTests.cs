using System.IO.Compression;
using System.Text.Json;
using Pipeline.Host.Tests.CommandLine;

namespace Pipeline.Host.Tests.Upgrades;

/// <summary>
/// A store as the program wrote it when its schema was new, opened by the program of today. <c>first-schema.db.gz</c> was written by
/// <c>serve</c>, <c>ingest</c>, <c>watch</c> and <c>review</c> of that time: an article of a feed with a finding, a page that was gone,
/// a near copy, an article that was edited, and a watch that waits for its receiver.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly PipelineProcess _pipeline = new();

    public UpgradeTests()
    {
        using var stored = new GZipStream(typeof(UpgradeTests).Assembly.GetManifestResourceStream("first-schema.db.gz")!, CompressionMode.Decompress);
        using var file = File.Create(Path.Combine(_pipeline.Folder, "claims.db"));
        stored.CopyTo(file);
    }

    public void Dispose() => _pipeline.Dispose();

    [Theory]
    [InlineData("query")]
    [InlineData("status")]
    public void A_verb_that_only_reads_says_what_brings_the_file_up_to_date(string verb)
    {
        var result = _pipeline.Run(verb);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("claims.db: was written by an older version of this program: run `ingest`, or start `serve`, once to bring it up to date", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_stored_is_found_and_what_comes_is_stored_beside_it()
    {
        var ingested = _pipeline.Run("ingest", _pipeline.File("new.txt", "远航汽车11月2日表示，今年已交付120万辆汽车。"), "--format", "jsonl");
        Assert.True(ingested.ExitCode == 0, ingested.Error);

        using var status = JsonDocument.Parse(_pipeline.Run("status", "--format", "json").Output);
        var (feed, pages, totals) = (status.RootElement.GetProperty("feeds")[0], status.RootElement.GetProperty("pages"), status.RootElement.GetProperty("totals"));
        Assert.Equal(("http://127.0.0.1:8765/rss.xml", 2), (feed.GetProperty("url").GetString(), feed.GetProperty("found").GetInt32()));
        Assert.Equal((1, 1), (pages.GetProperty("stored").GetInt32(), pages.GetProperty("failed").GetInt32()));
        Assert.Equal((5, 1, 1), (totals.GetProperty("articles").GetInt32(), totals.GetProperty("reviews").GetInt32(), status.RootElement.GetProperty("watches").GetProperty("total").GetInt32()));

        // Words, a value and a finding of then; the copy is not listed beside its origin.
        Assert.Contains("12.5亿元", Assert.Single(_pipeline.Run("query", "營收", "--min", "12亿元", "--format", "jsonl").OutputLines), StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"true\"", Assert.Single(_pipeline.Run("query", "--verdict", "true", "--format", "jsonl").OutputLines), StringComparison.Ordinal);
        Assert.Equal(["85万辆", "120万辆"], _pipeline.Run("query", "远航汽车", "交付", "--kind", "count", "--format", "jsonl").OutputLines.Select(Text).Order(StringComparer.Ordinal).Reverse());
        var shown = _pipeline.Run("show", "f78414db8a7b6268543f").Output;
        Assert.Contains("财报", shown, StringComparison.Ordinal);
        Assert.Contains("b.txt", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_then_is_known_now()
    {
        var again = _pipeline.Run("ingest", _pipeline.File("e2.jsonl", """
            {"id":"","text":"远航汽车今年已交付85万辆汽车，市场份额达到12%。","url":"https://news.example/2025/1.html","title":"远航汽车交付量","publisher":"示例日报","published_at":"2025-11-01T08:00:00+08:00","source":"https://news.example/2025/1.html","language":"zh-Hans"}
            """), "--format", "jsonl");
        Assert.True(again.ExitCode == 0, again.Error);
        using var status = JsonDocument.Parse(_pipeline.Run("status", "--format", "json").Output);
        Assert.Equal(4, status.RootElement.GetProperty("totals").GetProperty("articles").GetInt32());
    }

    private static string Text(string line)
    {
        using var claim = JsonDocument.Parse(line);
        return claim.RootElement.GetProperty("text").GetString()!;
    }
}
