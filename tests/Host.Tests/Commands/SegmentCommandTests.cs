using System.Text;
using Pipeline.Host.Tests.CommandLine;

namespace Pipeline.Host.Tests.Commands;

public sealed class SegmentCommandTests : IDisposable
{
    private readonly PipelineProcess pipeline = new();

    public void Dispose() => pipeline.Dispose();

    [Fact]
    public void Words_are_separated_by_single_spaces_and_lines_are_kept()
    {
        var result = pipeline.Run("英偉達  市值\r\n\n占26%", ["segment", "-"]);
        Assert.Equal("英 偉達 市值\r\n\n占 26%\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Tags_search_and_user_words_show()
    {
        var text = pipeline.File("text.txt", "中国科学院计算所\n");
        var names = pipeline.File("names.txt", "科学院计算所 5 nt\n");
        Assert.Equal("中国科学院/nt 计算所/n\n", pipeline.Run("segment", "--tags", text).Output);
        Assert.Equal("中国 科学 学院 科学院 中国科学院 计算 计算所\n", pipeline.Run("segment", "--search", text).Output);
        Assert.Equal("小 明\n", pipeline.Run("小明", ["segment", "--no-hmm", "-"]).Output);
        Assert.Equal("科学院计算所/nt\n", pipeline.Run("科学院计算所", ["segment", "--tags", "--user-dict", names, "-"]).Output);
    }

    [Fact]
    public void A_line_longer_than_any_buffer_is_whole()
    {
        var line = string.Concat(Enumerable.Repeat("我来到北京清华大学", 30_000));
        Assert.Equal(string.Join(' ', Enumerable.Repeat("我 来到 北京 清华大学", 30_000)) + "\n", pipeline.Run(line, ["segment", "-"]).Output);
    }

    [Fact]
    public void Bad_input_is_named_and_the_rest_is_done()
    {
        var foreign = pipeline.File("gbk.txt", [0xb2, 0xe2, 0xca, 0xd4]);
        var text = pipeline.File("text.txt", Encoding.UTF8.GetBytes("北京\n"));
        var result = pipeline.Run("segment", foreign, "absent.txt", text);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("北京\n", result.Output);
        Assert.Contains("gbk.txt: line 1", result.Error, StringComparison.Ordinal);
        Assert.Contains("absent.txt", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_user_word_is_a_usage_error_with_file_and_line()
    {
        var names = pipeline.File("names.txt", "云计算 5\n云 计算 5 n\n");
        var result = pipeline.Run("北京", ["segment", "--user-dict", names, "-"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("names.txt:2", result.Error, StringComparison.Ordinal);
    }
}
