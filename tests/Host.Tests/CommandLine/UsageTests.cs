namespace Pipeline.Host.Tests.CommandLine;

public class UsageTests
{
    [Theory]
    [InlineData("nosuchverb", "nosuchverb")]
    [InlineData("extract --nosuchoption x.txt", "--nosuchoption")]
    [InlineData("extract", "INPUT")]
    [InlineData("ingest --format xml x.txt", "xml")]
    public void A_wrong_command_line_names_the_word_and_the_help_and_exits_2(string line, string named)
    {
        using var pipeline = new PipelineProcess();
        var result = pipeline.Run(line.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("clean")]
    [InlineData("segment")]
    [InlineData("extract")]
    [InlineData("query")]
    [InlineData("show")]
    public void Help_of_a_verb_shows_an_example_of_it(string verb)
    {
        using var pipeline = new PipelineProcess();
        var result = pipeline.Run(verb, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"  pipeline {verb} ", result.Output.Split("Example", 2)[1], StringComparison.Ordinal);
    }
}
