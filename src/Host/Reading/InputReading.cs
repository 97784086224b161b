using Pipeline.Host.CommandLine;
using Pipeline.Ingest;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Sources;

namespace Pipeline.Host.Reading;

/// <summary>Reads what a command line names, cleans it on all cores, and hands it on in the order it was named.</summary>
internal sealed class InputReading
{
    private readonly Terminal terminal;
    private readonly SourceResolver sources;
    private readonly ArticleReader reader;

    public InputReading(Terminal terminal)
    {
        this.terminal = terminal;
        sources = new SourceResolver(TimeProvider.System, terminal.OpenInput);
        reader = new ArticleReader(sources, new DocumentCleaner());
    }

    /// <summary>Reads and cleans every input; those that gave no article are reported on standard error and counted.</summary>
    /// <param name="inputs">Files, folders or <c>-</c>.</param>
    /// <param name="work">What to do with an article on a worker's thread; pure.</param>
    /// <param name="take">What to do with its result, in order, on one thread.</param>
    /// <param name="stopping">Ends it between documents.</param>
    /// <returns>How many inputs failed.</returns>
    public async Task<int> ForEachAsync<T>(IReadOnlyList<string> inputs, Func<ArticleReading, T> work, Action<T> take, CancellationToken stopping)
    {
        var failed = 0;
        var items = inputs.SelectMany(input => sources.Resolve(input).Read(stopping));
        await foreach (var (failure, result) in OrderedWork.SelectAsync(items, item => Work(item, work), stopping))
        {
            if (failure is not null)
            {
                failed++;
                terminal.Report(failure.ToString());
                continue;
            }

            take(result!);
        }

        return failed;
    }

    private (IngestFailure? Failure, T? Result) Work<T>(SourceItem item, Func<ArticleReading, T> work)
    {
        if (item.Document is not { } document)
        {
            return (item.Failure, default);
        }

        var reading = reader.Clean(document);
        return reading.IsArticle ? (null, work(reading)) : (reading.Failure, default);
    }
}
