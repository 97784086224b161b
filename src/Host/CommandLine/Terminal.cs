using System.Text;
using Spectre.Console;

namespace Pipeline.Host.CommandLine;

/// <summary>
/// Where a verb reads and writes: results on standard output, everything else on standard error, both UTF-8 on every machine.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private const int OutputBufferSize = 1 << 16;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard input, raw.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Results. Buffered: <see cref="Flush"/> before waiting for anything.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Reports, progress and errors. Unbuffered.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when a person reads the results: tables are drawn for them.</summary>
    public required bool OutputIsTerminal { get; init; }

    /// <summary>True when a person reads the reports: progress is drawn for them.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>The standard streams of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        OpenInput = Console.OpenStandardInput,
        Output = new StreamWriter(Console.OpenStandardOutput(), Utf8, OutputBufferSize),
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };

    /// <summary>Writes bytes to standard output as they are, after what was written before.</summary>
    public async Task WriteBytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Flush();
        if (Output is not StreamWriter { BaseStream: var stream })
        {
            throw new InvalidOperationException("standard output is no stream of bytes");
        }

        await stream.WriteAsync(bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Writes a report line: <c>pipeline: message</c>.</summary>
    public void Report(string message) => Error.WriteLine($"pipeline: {message}");

    /// <summary>A console that draws tables on <see cref="Output"/>; 120 columns where no terminal says otherwise.</summary>
    public IAnsiConsole TableConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Output),
            Ansi = OutputIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = OutputIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!OutputIsTerminal)
        {
            console.Profile.Width = 120;
        }

        return console;
    }

    /// <summary>Hands all results over to the reader.</summary>
    public void Flush() => Output.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }
}
