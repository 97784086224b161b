using System.CommandLine;
using System.Text;
using System.Text.Json;
using Pipeline.Extract.Model;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;

namespace Pipeline.Host.Commands;

/// <summary><c>extract INPUT…</c>: prints claim records and stores nothing.</summary>
internal static class ExtractCommand
{
    public static Verb Create(Terminal terminal)
    {
        var inputs = SharedOptions.Inputs("Files (.txt, .html, .jsonl, .warc, .warc.gz), folders, or - for standard input");
        var explain = new Option<bool>("--explain") { Description = "Say of each claim which rule made it, from which words, and what stayed open; and of each other number why it is no claim" };
        var verb = new Verb("extract", "Print the claims of the inputs as jsonl, and store nothing.", "extract article.txt", "extract articles.jsonl > claims.jsonl", "extract --explain article.txt") { inputs, explain };
        verb.Run(terminal, (parsed, terminal, stopping) =>
        {
            var settings = SettingsReader.Read(parsed.GetValue(SharedOptions.Config), parsed.GetValue(SharedOptions.Db));
            var extractor = ExtractorOpening.Open(settings.Extract);
            Func<Article, string> print = parsed.GetValue(explain)
                ? article => ExplanationText.Of(article, extractor.Explain(article))
                : article => Lines(extractor.Extract(article));
            return new InputReading(terminal, CleanerOpening.Open(settings.Clean)).PrintAsync(parsed.GetRequiredValue(inputs), reading => print(reading.Article!), terminal, stopping);
        });
        return verb;
    }

    private static string Lines(IEnumerable<Claim> claims)
    {
        var lines = new StringBuilder();
        foreach (var claim in claims)
        {
            lines.Append(JsonSerializer.Serialize(claim, ContractJson.Contract.Claim)).Append('\n');
        }

        return lines.ToString();
    }
}
