using Pipeline.Host.Tests.CommandLine;
using Pipeline.Tests.Shared;

namespace Pipeline.Host.Tests;

/// <summary>What the README says a user can type, typed; the Chinese README says the same.</summary>
public class ReadmeTests
{
    private const string Prompt = "    dotnet run -- ";

    [Fact]
    public void Every_command_shown_works_in_the_order_shown()
    {
        using var pipeline = new PipelineProcess();
        foreach (var sample in Directory.GetFiles(Repository.PathTo("samples")))
        {
            pipeline.File(Path.Combine("samples", Path.GetFileName(sample)), File.ReadAllBytes(sample));
        }

        var commands = Commands("README.md").ToList();
        Assert.Contains("ingest samples", commands);
        foreach (var command in commands)
        {
            var result = pipeline.Run(command.Split(' '));
            Assert.True(result.ExitCode == 0, $"{command}: exit code {result.ExitCode}\n{result.Error}");
            Assert.True(result.OutputLines.Length > 0, $"{command} printed nothing");
        }
    }

    [Fact]
    public void The_output_shown_is_what_is_printed()
    {
        using var pipeline = new PipelineProcess();
        pipeline.Run("ingest", Repository.PathTo("samples"));
        var printed = pipeline.Run("query", "--kind", "market_share", "--format", "table").OutputLines.Select(line => line.TrimEnd()).ToList();
        foreach (var readme in new[] { "README.md", "README.zh.md" })
        {
            var shown = Fenced(readme).Where(line => line.Contains('│', StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(shown);
            Assert.All(shown, line => Assert.Contains(line, printed));
        }
    }

    [Fact]
    public void Both_languages_show_the_same_commands() => Assert.Equal(Indented("README.md"), Indented("README.zh.md"));

    [Fact]
    public void Both_languages_list_every_verb()
    {
        using var pipeline = new PipelineProcess();
        var help = pipeline.Run("--help").OutputLines;
        var verbs = help.SkipWhile(line => line != "Commands:").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]).ToList();
        Assert.True(verbs.Count > 8, "the help lists too few verbs");
        foreach (var readme in new[] { "README.md", "README.zh.md" })
        {
            var text = File.ReadAllText(Repository.PathTo(readme));
            Assert.All(verbs, verb => Assert.Contains($"| `{verb}", text, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Commands(string readme) =>
        Indented(readme).Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..]);

    private static IEnumerable<string> Indented(string readme) =>
        File.ReadLines(Repository.PathTo(readme)).Where(line => line.StartsWith("    ", StringComparison.Ordinal));

    private static IEnumerable<string> Fenced(string readme)
    {
        var inside = false;
        foreach (var line in File.ReadLines(Repository.PathTo(readme)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (inside)
            {
                yield return line.TrimEnd();
            }
        }
    }
}
