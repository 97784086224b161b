using System.Text.Json;
using Pipeline.Extract.Model;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;

namespace Pipeline.Host.Commands;

/// <summary><c>clean INPUT…</c>: prints article records and stores nothing.</summary>
internal static class CleanCommand
{
    public static Verb Create(Terminal terminal)
    {
        var inputs = SharedOptions.Inputs("Files (.txt, .html, .jsonl, .warc, .warc.gz), folders, or - for standard input");
        var verb = new Verb("clean", "Print the article records of the inputs as jsonl, and store nothing.", "clean page.html", "clean saved-pages/ > articles.jsonl") { inputs };
        verb.Run(terminal, (parsed, terminal, stopping) => new InputReading(terminal, CleanerOpening.Open(SettingsReader.Read(parsed.GetValue(SharedOptions.Config), parsed.GetValue(SharedOptions.Db)).Clean)).PrintAsync(
            parsed.GetRequiredValue(inputs),
            reading => JsonSerializer.Serialize(reading.Article!, ContractJson.Contract.Article) + "\n",
            terminal,
            stopping));
        return verb;
    }
}
