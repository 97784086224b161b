using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;
using Pipeline.Host.Storage;
using Pipeline.Ingest.Fetching;

namespace Pipeline.Host.Commands;

/// <summary><c>ingest INPUT…</c>: reads, cleans, extracts and stores; prints what was stored.</summary>
internal static class IngestCommand
{
    public static Verb Create(Terminal terminal)
    {
        var inputs = SharedOptions.Inputs("Files (.txt, .html, .jsonl, .warc, .warc.gz, an archive of a store), folders, URLs, or - for standard input");
        var format = SharedOptions.Format("table", "jsonl");
        var verb = new Verb("ingest", "Read, clean, extract and store; print the claims that were stored.", "ingest article.txt", "ingest saved-pages/ --db claims.db --format jsonl", "ingest desk.jsonl --db new.db") { inputs, format };
        verb.RunOnStore(terminal, readOnly: false, async (parsed, terminal, store, stopping) =>
        {
            var settings = SettingsReader.Read(parsed.GetValue(SharedOptions.Config), parsed.GetValue(SharedOptions.Db));
            var cleaner = CleanerOpening.Open(settings.Clean);
            var extractor = ExtractorOpening.Open(settings.Extract);
            using var fetcher = new Fetcher(settings.Fetch, TimeProvider.System);
            var asTable = (parsed.GetValue(format) ?? (terminal.OutputIsTerminal ? "table" : "jsonl")) == "table";
            var printer = new IngestPrinter(terminal, asTable);
            var (isWhole, others, input) = (true, new List<string>(), (Stream?)null);
            foreach (var name in parsed.GetRequiredValue(inputs))
            {
                var (archive, looked) = name == "-" && input is not null ? default : await ArchiveInput.OpenAsync(name, terminal.OpenInput, stopping);
                input ??= looked;
                if (archive is null)
                {
                    others.Add(name);
                    continue;
                }

                await using (archive)
                {
                    isWhole &= await ArchiveRun.StoreAsync(archive, name, store, terminal, stopping);
                }
            }

            if (others.Count > 0)
            {
                var work = new InputReading(terminal, cleaner, fetcher, input).ReadAsync(others, reading => IngestedArticle.Of(reading, extractor, store), stopping);
                await IngestRun.StoreAsync(work, store, printer, stopping);
                printer.WriteTotals();
            }

            return isWhole && printer.Failed == 0 ? ExitCode.Success : ExitCode.SomeFailed;
        });
        return verb;
    }
}
