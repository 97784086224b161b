using System.Text.Json.Nodes;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Store.Exports;

namespace Pipeline.Host.Commands;

/// <summary><c>query [WORDS]</c>: claims from the store.</summary>
internal static class QueryCommand
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb(
            "query",
            "Find claims in the store by words in either script and by every filter.",
            "query 英伟达",
            "query --kind compute --unit TFLOP/s --min 500",
            "query 市值 --min 3万亿美元 --since 2025-11 --format csv > claims.csv");
        var filters = new FilterOptions(verb);
        var format = SharedOptions.Format("table", "json", "jsonl", "csv");
        verb.Add(format);
        verb.RunOnStore(terminal, readOnly: true, async (parsed, terminal, store, stopping) =>
        {
            var query = filters.Read(parsed, store.Vocabulary);
            var page = await store.QueryAsync(query, stopping).ConfigureAwait(false);
            switch (parsed.GetValue(format) ?? (terminal.OutputIsTerminal ? "table" : "jsonl"))
            {
                case "json":
                    var json = new JsonObject { ["claims"] = new JsonArray([.. page.Claims.Select(StoredClaimJson.ToJson)]), ["next"] = page.Next };
                    terminal.Output.WriteLine(StoredClaimJson.ToText(json));
                    break;
                case "jsonl":
                    await ClaimJsonLines.WriteAsync(terminal.Output, page.Claims.ToAsyncEnumerable(), stopping).ConfigureAwait(false);
                    break;
                case "csv":
                    await ClaimCsv.WriteAsync(terminal.Output, page.Claims.ToAsyncEnumerable(), stopping).ConfigureAwait(false);
                    break;
                default:
                    ClaimTable.Write(terminal.TableConsole(), page.Claims);
                    break;
            }

            terminal.Flush();
            if (page.Claims.Count == 0)
            {
                terminal.Report("no claim matches");
            }
            else if (page.Next is { } next)
            {
                terminal.Report($"{page.Claims.Count} claims, and more: --cursor {next}");
            }

            return ExitCode.Success;
        });
        return verb;
    }
}
