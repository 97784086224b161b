namespace Pipeline.Host.CommandLine;

/// <summary>The command line or the configuration asks for something that cannot be: printed without a stack trace, exit code <see cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
