using System.Text;

namespace Pipeline.Host.Tests.CommandLine;

/// <summary>Each bad input is named with its reason, the rest is done, nothing is stored half.</summary>
public class BadInputTests
{
    private const string Good = "英伟达市值突破5万亿美元，同比增长12%。";

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "empty.txt", [], "empty" },
        { "blank.txt", Encoding.UTF8.GetBytes(" \n\n　\n"), "white space" },
        { "picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3, 4, 5], "PNG" },
        { "program.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], "" },
        { "broken.txt", [.. Encoding.UTF8.GetBytes("英伟达市值突破5万亿美元，同比增长12%。英伟达市值突破5万亿美元。"), 0xFF, 0xFE, 0xE4, 0xFF, .. Encoding.UTF8.GetBytes("市值")], "" },
        { "english.txt", Encoding.UTF8.GetBytes("Nvidia is worth 5 trillion dollars."), "Chinese" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void An_unreadable_file_is_named_and_the_others_are_stored(string name, byte[] content, string reason)
    {
        using var pipeline = new PipelineProcess();
        pipeline.File("in/" + name, content);
        pipeline.File("in/zz-good.txt", Good);
        var result = pipeline.Run("ingest", "in", "--format", "jsonl");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.Contains("1 stored, 0 already known, 1 failed", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.OutputLines.Length);
    }

    [Fact]
    public void A_missing_file_is_named_and_the_others_are_stored()
    {
        using var pipeline = new PipelineProcess();
        var good = pipeline.File("good.txt", Good);
        var result = pipeline.Run("ingest", "nowhere.txt", good);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nowhere.txt", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 stored", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_json_is_named_with_its_number()
    {
        using var pipeline = new PipelineProcess();
        var lines = pipeline.File("lines.jsonl", $$"""
            {"id":"one","text":"{{Good}}"}
            {"id":"two","text":
            {"id":"three"}
            {"id":"four","text":"公司营收3亿元。"}

            """);
        var result = pipeline.Run("extract", lines);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("lines.jsonl:2", result.Error, StringComparison.Ordinal);
        Assert.Contains("lines.jsonl:3", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, result.OutputLines.Length);
        Assert.Contains("\"article_id\":\"four\"", result.OutputLines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_200_MB_is_refused_with_its_limit()
    {
        using var pipeline = new PipelineProcess();
        var huge = Path.Combine(pipeline.Folder, "huge.txt");
        using (var file = File.OpenWrite(huge))
        {
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("英伟达市值突破五万亿美元。", 4096)));
            while (file.Length < 200_000_000)
            {
                file.Write(block);
            }
        }

        var result = pipeline.Run("ingest", "huge.txt");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("huge.txt", result.Error, StringComparison.Ordinal);
        Assert.Contains("too large", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_twice_changes_nothing()
    {
        using var pipeline = new PipelineProcess();
        var good = pipeline.File("good.txt", Good);
        pipeline.Run("ingest", good);
        var again = pipeline.Run("ingest", good, "--format", "jsonl");
        Assert.Equal(0, again.ExitCode);
        Assert.Empty(again.Output);
        Assert.Contains("already known: good.txt", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        using var pipeline = new PipelineProcess();
        var good = pipeline.File("good.txt", Good);
        var notes = pipeline.File("notes.db", "these are my notes, not a database, and they are long enough to be looked at twice");
        var result = pipeline.Run("ingest", good, "--db", notes);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("notes.db", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("these are my notes", File.ReadAllText(Path.Combine(pipeline.Folder, notes)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_without_a_database_says_so()
    {
        using var pipeline = new PipelineProcess();
        var result = pipeline.Run("query", "英伟达");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("claims.db", result.Error, StringComparison.Ordinal);
    }
}
