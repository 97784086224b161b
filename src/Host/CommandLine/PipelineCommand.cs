using System.CommandLine;
using System.CommandLine.Help;
using Pipeline.Host.Commands;

namespace Pipeline.Host.CommandLine;

/// <summary>The whole command line: the verbs, their help, and what becomes of errors.</summary>
internal static class PipelineCommand
{
    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        using (terminal)
        {
            return await RunAsync(Create(terminal).Parse(args), terminal);
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal)
    {
        // Help is wanted most where the rest of the line is not complete yet.
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Report(error.Message);
            }

            terminal.Error.WriteLine($"See '{CommandPath(parsed)} --help'.");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        if (parsed.CommandResult.Command is RootCommand or Verb { EndsItself: true })
        {
            // The service's host handles the signals: it stores what it has fetched before it ends.
            configuration.ProcessTerminationTimeout = null;
        }

        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (UsageException e)
        {
            terminal.Report(e.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            terminal.Report("stopped; everything reported done is kept");
            return ExitCode.Interrupted;
        }
    }

    private static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Reads Chinese-language news and tells fact-checkers which numbers it claims.")
        {
            SharedOptions.Db,
            SharedOptions.Config,
        };
        foreach (var verb in Verbs.All(terminal))
        {
            root.Add(verb);
        }

        root.SetAction((parsed, stopping) => ServeCommand.RunAsync(parsed, terminal, stopping));
        ShowExamples(root);
        return root;
    }

    private static void ShowExamples(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }
    }

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "pipeline" : $"pipeline {parsed.CommandResult.Command.Name}";
}
