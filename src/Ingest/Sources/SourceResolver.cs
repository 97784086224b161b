namespace Pipeline.Ingest.Sources;

/// <summary>Finds the source that an argument of the command line names.</summary>
/// <param name="time">Stamps what is read.</param>
/// <param name="standardInput">Opens what <c>-</c> reads; called only when it is named.</param>
/// <param name="limits">Null: the defaults.</param>
public sealed class SourceResolver(TimeProvider time, Func<Stream> standardInput, ReadLimits? limits = null)
{
    private readonly ReadLimits _limits = limits ?? new ReadLimits();

    /// <summary><c>-</c>, a folder or a file; what is missing becomes a source that says so.</summary>
    /// <remarks>Addresses are the fetcher's: ask <see cref="IsAddress"/> first.</remarks>
    public IDocumentSource Resolve(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input == StandardInputSource.Name ? new StandardInputSource(standardInput(), _limits, time)
            : Directory.Exists(input) ? new FolderSource(input, _limits, time)
            : new FileSource(input, _limits, time);
    }

    /// <summary>True for what must be fetched: <c>http://…</c>, <c>https://…</c>.</summary>
    public static bool IsAddress(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
    }
}
