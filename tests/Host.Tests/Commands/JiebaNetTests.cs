using Pipeline.Host.Tests.CommandLine;

namespace Pipeline.Host.Tests.Commands;

/// <summary><c>Extract:Segmenter = jiebanet</c>, in builds with jieba.NET and without.</summary>
public sealed class JiebaNetTests : IDisposable
{
    private readonly PipelineProcess pipeline = new();

    public JiebaNetTests() => pipeline.File("net.json", """{ "Extract": { "Segmenter": "jiebanet" } }""");

    public void Dispose() => pipeline.Dispose();

#if JIEBANET
    [Fact]
    public void Claims_and_words_are_read_by_the_package()
    {
        pipeline.File("a.txt", "更新时间:2025-11-03\n华为发布昇腾910C芯片,算力达到800TFLOP/s。\n英偉達市值為5萬億美元,同比增長12%。");
        var claims = pipeline.Run("extract", "a.txt", "--config", "net.json");
        Assert.True(claims.ExitCode == 0, claims.Error);
        Assert.Equal(pipeline.Run("extract", "a.txt").Output, claims.Output);
        pipeline.File("b.txt", "英偉達的市場份額從95%掉到零\n");
        Assert.Contains(" 市場份額/n ", pipeline.Run("segment", "--tags", "b.txt", "--config", "net.json").Output, StringComparison.Ordinal);
        Assert.Equal("英 偉達 的 市場份額 從 95% 掉 到 零\n", pipeline.Run("segment", "b.txt", "--config", "net.json").Output);
        Assert.Equal(2, pipeline.Run("segment", "--search", "b.txt", "--config", "net.json").ExitCode);
    }
#else
    [Theory]
    [InlineData("extract")]
    [InlineData("ingest")]
    [InlineData("segment")]
    public void A_build_without_jieba_NET_says_how_to_get_it(string verb)
    {
        pipeline.File("a.txt", "算力达到800TFLOP/s。");
        var result = pipeline.Run(verb, "a.txt", "--config", "net.json");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("-p:JiebaNet=true", result.Error, StringComparison.Ordinal);
    }
#endif
}
