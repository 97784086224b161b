using Pipeline.Host.Tests.CommandLine;

namespace Pipeline.Host.Tests.Configuration;

/// <summary>The real program on a configuration that is wrong: exit code 2, every fault named, nothing made.</summary>
public sealed class BadConfigurationTests : IDisposable
{
    private readonly PipelineProcess _pipeline = new();

    public void Dispose() => _pipeline.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData]
    [InlineData("status")]
    [InlineData("ingest", "a.txt")]
    public void A_wrong_value_ends_the_program_and_names_its_key(params string[] verb)
    {
        var config = _pipeline.File("pipeline.json", """{ "Fetch": { "DelayPerHost": "soon", "RespectRobot": true }, "Feeds": [ { "Url": "ftp://news.example/" } ] }""");
        var result = _pipeline.Run([.. verb, "--config", config]);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("pipeline: configuration: ", line, StringComparison.Ordinal));
        Assert.All((string[])["Fetch:DelayPerHost must be a time as hh:mm:ss", "Fetch:RespectRobot is no key", "Feeds:0:Url must be an http or https address"], fault => Assert.Contains(lines, line => line.Contains(fault, StringComparison.Ordinal)));
        Assert.Equal(["pipeline.json"], Directory.EnumerateFileSystemEntries(_pipeline.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_broken_file_is_named()
    {
        var result = _pipeline.Run("serve", "--config", _pipeline.File("broken.json", "{ \"Fetch\": { "));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("broken.json", result.Error, StringComparison.Ordinal);
    }
}
