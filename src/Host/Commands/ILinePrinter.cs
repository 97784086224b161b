namespace Pipeline.Host.Commands;

/// <summary>Prints the words of each line, separated by single spaces.</summary>
internal interface ILinePrinter
{
    /// <summary>The line that is being printed, from 1, over all inputs.</summary>
    int Line { get; }

    /// <summary>Prints all lines of an input.</summary>
    void Print(TextReader input, CancellationToken stopping);
}
