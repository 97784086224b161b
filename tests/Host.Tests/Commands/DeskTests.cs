using System.Text.Json.Nodes;
using Pipeline.Host.Tests.CommandLine;

namespace Pipeline.Host.Tests.Commands;

/// <summary>The desk's verbs end to end, on articles that the real extractor has read.</summary>
public sealed class DeskTests : IDisposable
{
    private readonly PipelineProcess pipeline = new();

    public DeskTests()
    {
        pipeline.File("a.txt", "更新时间:2025-11-03\n华为发布昇腾910C芯片,算力达到800TFLOP/s。\n英伟达市值为5万亿美元。");
        pipeline.File("b.txt", "更新時間:2025-11-05\n英偉達市值為3萬億美元。");
        var ingested = pipeline.Run("ingest", "a.txt", "b.txt");
        Assert.True(ingested.ExitCode == 0, ingested.Error);
    }

    public void Dispose() => pipeline.Dispose();

    [Fact]
    public void Either_script_and_any_name_find_the_same_claims()
    {
        var found = pipeline.Run("query", "英伟达", "--format", "jsonl").Output;
        Assert.Equal(2, found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(found, pipeline.Run("query", "英偉達", "--format", "jsonl").Output);
        Assert.Equal(found, pipeline.Run("query", "NVIDIA", "--format", "jsonl").Output);
    }

    [Fact]
    public void Hostile_text_neither_steers_the_terminal_nor_runs_in_a_spreadsheet()
    {
        pipeline.File("hostile.jsonl", """{"id":"x","published_at":"2025-11-06","title":"\u001b[31m题\u202e","url":"https://x.example/1","text":"=HYPERLINK(\"http://evil.example\")\u202e反转\u202c公司\u001b[31m营收达到30亿元。"}""");
        Assert.Equal(0, pipeline.Run("ingest", "hostile.jsonl").ExitCode);
        var id = (string)Only(pipeline.Run("query", "--unit", "亿元", "--min", "30", "--format", "json").Output)["id"]!;
        foreach (var output in new[] { pipeline.Run("query", "反转", "--format", "table").Output, pipeline.Run("show", id).Output, pipeline.Run("timeline", "--subject", "公司", "--metric", "营收", "--format", "text").Output })
        {
            Assert.DoesNotContain(output, c => c is '\u001b' or '\u202e');
        }

        Assert.DoesNotContain(pipeline.Run("export", "--format", "csv").Output.Split(',', '\n'), cell => cell.TrimStart('"').StartsWith('='));
    }

    [Fact]
    public void A_value_is_asked_for_as_people_write_it()
    {
        Assert.Contains("800TFLOP/s", pipeline.Run("query", "--kind", "compute", "--unit", "TFLOP/s", "--min", "500", "--format", "table").Output, StringComparison.Ordinal);
        Assert.Equal("5万亿美元", (string?)Only(pipeline.Run("query", "--min", "4万亿美元", "--format", "json").Output)["text"]);
    }

    [Fact]
    public void A_claim_is_shown_reviewed_and_published()
    {
        var id = (string)Only(pipeline.Run("query", "--kind", "compute", "--format", "json").Output)["id"]!;
        Assert.Contains("【800TFLOP/s】", pipeline.Run("show", id[..8]).Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(pipeline.Folder, "a.txt")), pipeline.Run("show", id, "--evidence").Output);

        Assert.Equal(0, pipeline.Run("review", id, "--verdict", "true", "--reviewer", "甲", "--note", "见发布会").ExitCode);
        var stale = pipeline.Run("review", id, "--verdict", "false", "--reviewer", "乙", "--version", "0");
        Assert.Equal((1, true), (stale.ExitCode, stale.Error.Contains("read it again", StringComparison.Ordinal)));

        Assert.Equal("true", (string?)Only(pipeline.Run("query", "--verdict", "true", "--format", "json").Output)["verdict"]);
        Assert.Equal("ClaimReview", (string?)JsonNode.Parse(pipeline.Run("export", "--format", "claimreview").Output)!["@type"]);
        Assert.StartsWith("<!doctype html>", pipeline.Run("export", "--format", "report", "--claim", id).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_disagree_are_listed_with_their_reason()
    {
        var group = JsonNode.Parse(pipeline.Run("conflicts", "--format", "jsonl").Output)!;
        Assert.Equal(("英伟达", "value", 2), ((string?)group["subject"], (string?)group["reason"], group["claims"]!.AsArray().Count));
        Assert.Equal(2, JsonNode.Parse(pipeline.Run("timeline", "--subject", "英伟达", "--metric", "市值", "--format", "json").Output)!["series"]![0]!["points"]!.AsArray().Count);
    }

    [Fact]
    public void An_archive_carries_the_desk_into_another_file()
    {
        var id = (string)Only(pipeline.Run("query", "--kind", "compute", "--format", "json").Output)["id"]!;
        pipeline.Run("review", id, "--verdict", "true", "--reviewer", "甲", "--note", "见发布会");
        pipeline.File("desk.jsonl", pipeline.Run("export", "--format", "archive").Output);

        var moved = pipeline.Run("ingest", "desk.jsonl", "--db", "new.db");

        Assert.True(moved.ExitCode == 0, moved.Error);
        Assert.Contains("2 articles", moved.Error, StringComparison.Ordinal);
        foreach (var arguments in new string[][] { ["query", "--format", "jsonl"], ["show", id, "--format", "json"], ["show", id, "--evidence"], ["conflicts", "--format", "jsonl"] })
        {
            Assert.Equal(pipeline.Run(arguments).Output, pipeline.Run([.. arguments, "--db", "new.db"]).Output);
        }

        Assert.Contains("nothing new", pipeline.Run("ingest", "desk.jsonl", "--db", "new.db").Error, StringComparison.Ordinal);
        pipeline.File("cut.jsonl", File.ReadAllText(Path.Combine(pipeline.Folder, "desk.jsonl"))[..^40]);
        Assert.Equal(1, pipeline.Run("ingest", "cut.jsonl", "a.txt", "--db", "third.db").ExitCode);
        Assert.Equal(2, pipeline.Run("export", "--format", "archive", "--kind", "money").ExitCode);
    }

    [Fact]
    public void A_watch_fires_on_what_is_stored_after_it()
    {
        var watch = pipeline.Run("watch", "--subject", "英伟达").Output.Trim();
        pipeline.File("c.txt", "更新时间:2025-11-07\n英伟达员工达到4万人。");
        pipeline.Run("ingest", "c.txt");
        Assert.Equal("new_match", (string?)JsonNode.Parse(pipeline.Run("watch", "--events", watch).Output)!["event"]);
    }

    [Theory]
    [InlineData(2, "has no unit", "query", "--min", "5")]
    [InlineData(2, "is no kind", "query", "--kind", "price")]
    [InlineData(2, "--subject and --metric", "timeline")]
    [InlineData(1, "no claim 'nothere'", "show", "nothere")]
    [InlineData(1, "no such database", "query", "x", "--db", "nowhere.db")]
    [InlineData(1, "no database of this program", "query", "x", "--db", "a.txt")]
    public void Nonsense_gets_a_clear_answer(int exitCode, string says, params string[] args)
    {
        var result = pipeline.Run(args);
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    private static JsonNode Only(string page) => Assert.Single(JsonNode.Parse(page)!["claims"]!.AsArray())!;
}
