using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;

namespace Pipeline.Host.Tests.Reading;

public sealed class InputReadingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inputs-");

    [Fact]
    public async Task A_document_that_the_program_chokes_on_is_reported_by_name_and_the_others_are_read()
    {
        var paths = new[] { "first", "second", "third" }.Select(name => Path.Combine(_folder.FullName, $"{name}.txt")).ToArray();
        foreach (var path in paths)
        {
            await File.WriteAllTextAsync(path, $"{Path.GetFileNameWithoutExtension(path)}: 东山集团营收5亿元。", TestContext.Current.CancellationToken);
        }

        using var output = new StringWriter();
        using var error = new StringWriter();
        using var terminal = new Terminal { OpenInput = () => Stream.Null, Output = output, Error = error, OutputIsTerminal = false, ErrorIsTerminal = false };
        var exitCode = await new InputReading(terminal, CleanerOpening.Open(new CleanSettings())).PrintAsync(
            paths,
            reading => reading.Article!.Text.StartsWith("second", StringComparison.Ordinal) ? throw new InvalidOperationException("the reason\nof it") : reading.Article.Text + "\n",
            terminal,
            TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.SomeFailed, exitCode);
        Assert.Equal(["first", "third"], output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]));
        Assert.Equal($"pipeline: {paths[1]}: a fault of the program, InvalidOperationException: the reason of it; please report it with this document", error.ToString().TrimEnd());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
