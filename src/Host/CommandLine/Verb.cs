using System.CommandLine;

namespace Pipeline.Host.CommandLine;

/// <summary>A verb of the command line: help with examples, and an action that is handed the terminal.</summary>
internal sealed class Verb : Command
{
    /// <summary>Makes a verb.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="examples">Command lines as a user would type them, each after <c>pipeline</c>.</param>
    public Verb(string name, string description, params string[] examples)
        : base(name, description) => Examples = examples;

    /// <summary>Shown by <c>--help</c>.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Whether the verb takes SIGTERM and Ctrl-C itself and may need more than a moment to end.</summary>
    public bool EndsItself { get; init; }

    /// <summary>What the verb does; the value is the exit code (<see cref="ExitCode"/>).</summary>
    public void Run(Terminal terminal, Func<ParseResult, Terminal, CancellationToken, Task<int>> action) =>
        SetAction((parsed, stopping) => action(parsed, terminal, stopping));

    /// <summary>What the verb does, where nothing is awaited.</summary>
    public void Run(Terminal terminal, Func<ParseResult, Terminal, CancellationToken, int> action) =>
        SetAction((parsed, stopping) => Task.FromResult(action(parsed, terminal, stopping)));
}
