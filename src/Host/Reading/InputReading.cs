using Pipeline.Host.CommandLine;
using Pipeline.Ingest;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Sources;

namespace Pipeline.Host.Reading;

/// <summary>Reads what a command line names and cleans it, on all cores, in the order it was named.</summary>
internal sealed class InputReading
{
    private readonly SourceResolver sources;
    private readonly ArticleReader reader;
    private readonly Func<string, IDocumentSource> resolve;

    /// <summary>A reading of the machine's own files.</summary>
    /// <param name="terminal">Standard input.</param>
    /// <param name="cleaner">Makes articles of what is read.</param>
    /// <param name="fetcher">Reads addresses too, for verbs that take them; null refuses them.</param>
    /// <param name="input">Standard input, when it has been opened already.</param>
    public InputReading(Terminal terminal, DocumentCleaner cleaner, Fetcher? fetcher = null, Stream? input = null)
    {
        sources = new SourceResolver(TimeProvider.System, input is null ? terminal.OpenInput : () => input);
        reader = new ArticleReader(sources, cleaner);
        resolve = input => fetcher is not null && SourceResolver.IsAddress(input) ? new UrlSource(input, fetcher) : sources.Resolve(input);
    }

    /// <summary>Reads and cleans every input, and applies <paramref name="work"/> to each article.</summary>
    /// <param name="inputs">Files, folders or <c>-</c>.</param>
    /// <param name="work">Runs on a worker's thread; pure.</param>
    /// <param name="stopping">Ends it between documents.</param>
    public IAsyncEnumerable<InputResult<T>> ReadAsync<T>(IReadOnlyList<string> inputs, Func<ArticleReading, T> work, CancellationToken stopping)
    {
        var items = inputs.SelectMany(input => resolve(input).Read(stopping));
        return OrderedWork.SelectAsync(items, item => Work(item, work), stopping);
    }

    /// <summary>The same, for verbs that print: failures are reported on standard error.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> PrintAsync(IReadOnlyList<string> inputs, Func<ArticleReading, string> toLines, Terminal terminal, CancellationToken stopping)
    {
        var exitCode = ExitCode.Success;
        using var progress = new ProgressLine(terminal, TimeProvider.System);
        await foreach (var result in ReadAsync(inputs, toLines, stopping))
        {
            progress.Advance();
            if (result.Failure is { } failure)
            {
                exitCode = ExitCode.SomeFailed;
                progress.Clear();
                terminal.Report(failure.ToString());
            }
            else
            {
                terminal.Output.Write(result.Value);
            }
        }

        return exitCode;
    }

    private InputResult<T> Work<T>(SourceItem item, Func<ArticleReading, T> work)
    {
        if (item.Document is not { } document)
        {
            return new InputResult<T>(item.Failure, default);
        }

        try
        {
            var reading = reader.Clean(document);
            return reading.IsArticle ? new InputResult<T>(null, work(reading)) : new InputResult<T>(reading.Failure, default);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One document that the program chokes on must not cost the others; the service does the same.
            return new InputResult<T>(new IngestFailure(document.Source, IngestStage.Extract, $"a fault of the program, {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}; please report it with this document"), default);
        }
    }
}
