using Pipeline.Host.Tests.CommandLine;

namespace Pipeline.Host.Tests.Commands;

/// <summary><c>--db litedb:PATH</c>, in builds with LiteDB and without.</summary>
public sealed class LiteDbTests : IDisposable
{
    private readonly PipelineProcess pipeline = new();

    public void Dispose() => pipeline.Dispose();

#if LITEDB
    [Fact]
    public void Every_verb_works_on_a_LiteDB_file()
    {
        pipeline.File("a.txt", "更新时间:2025-11-03\n华为发布昇腾910C芯片,算力达到800TFLOP/s。\n英伟达市值为5万亿美元。");
        pipeline.File("b.txt", "更新時間:2025-11-05\n英偉達市值為3萬億美元。");
        foreach (var db in new[] { "claims.db", "litedb:fresh.litedb" })
        {
            var ingested = pipeline.Run("ingest", "a.txt", "b.txt", "--db", db);
            Assert.True(ingested.ExitCode == 0, ingested.Error);
        }

        Assert.Equal(pipeline.Run("query", "--format", "jsonl").Output, pipeline.Run("query", "--format", "jsonl", "--db", "litedb:fresh.litedb").Output);
        pipeline.File("sqlite.jsonl", pipeline.Run("export", "--format", "archive").Output);
        Assert.Equal(0, pipeline.Run("ingest", "sqlite.jsonl", "--db", "litedb:claims.litedb").ExitCode);
        var id = pipeline.Run("query", "--kind", "compute", "--format", "csv").OutputLines[1].Split(',')[0];
        foreach (var arguments in new string[][]
        {
            ["query", "NVIDIA", "--format", "jsonl"], ["query", "--min", "4万亿美元", "--format", "jsonl"], ["conflicts", "--format", "jsonl"], ["show", id, "--format", "json"], ["show", id, "--evidence"],
            ["timeline", "--subject", "英伟达", "--metric", "市值", "--format", "json"], ["export", "--format", "csv"], ["watch"],
        })
        {
            var result = pipeline.Run([.. arguments, "--db", "litedb:claims.litedb"]);
            Assert.True(result.ExitCode == 0, result.Error);
            Assert.Equal(pipeline.Run(arguments).Output, result.Output);
        }

        Assert.Equal(0, pipeline.Run("review", id, "--verdict", "true", "--reviewer", "甲", "--db", "litedb:claims.litedb").ExitCode);
        Assert.Contains("1 reviews", pipeline.Run("status", "--db", "litedb:claims.litedb").Output, StringComparison.Ordinal);

        pipeline.File("desk.jsonl", pipeline.Run("export", "--format", "archive", "--db", "litedb:claims.litedb").Output);
        Assert.Equal(0, pipeline.Run("ingest", "desk.jsonl", "--db", "moved.db").ExitCode);
        Assert.Equal(pipeline.Run("query", "--verdict", "true", "--format", "jsonl", "--db", "litedb:claims.litedb").Output, pipeline.Run("query", "--verdict", "true", "--format", "jsonl", "--db", "moved.db").Output);
    }
#else
    [Theory]
    [InlineData("query")]
    [InlineData("status")]
    [InlineData("serve")]
    [InlineData("export")]
    public void A_build_without_LiteDB_says_how_to_get_it(string verb)
    {
        var result = pipeline.Run(verb, "--db", "litedb:claims.litedb");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("-p:LiteDb=true", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(pipeline.Folder, "*.litedb"));
    }
#endif
}
