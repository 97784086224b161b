using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;
using Pipeline.Store.SelfChecks;

namespace Pipeline.Host.Commands;

/// <summary><c>conflicts</c>: claims on one subject and metric whose values disagree, and articles that contradict themselves.</summary>
internal static class ConflictsCommand
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb(
            "conflicts",
            "List claims on the same subject, metric and period whose values disagree, each group with its reason.",
            "conflicts",
            "conflicts 英伟达 --apparent",
            "conflicts --self --since 7d");
        var filters = new FilterOptions(verb, "limit", "cursor", "copies", "edited");
        var apparent = new Option<bool>("--apparent") { Description = "Also those that another period, scope, unit, basis or rounding explains" };
        var self = new Option<bool>("--self") { Description = "Instead, articles whose own numbers cannot all be right" };
        var format = SharedOptions.Format("text", "json", "jsonl");
        verb.Add(apparent);
        verb.Add(self);
        verb.Add(format);
        verb.RunOnStore(terminal, readOnly: true, async (parsed, terminal, store, stopping) =>
        {
            var query = filters.Read(parsed, store.Vocabulary);
            var isText = (parsed.GetValue(format) ?? (terminal.OutputIsTerminal ? "text" : "jsonl")) == "text";
            var array = parsed.GetValue(format) == "json" ? new JsonArray() : null;
            var count = 0;
            void Write(JsonObject json, Action text)
            {
                count++;
                if (isText)
                {
                    text();
                }
                else if (array is not null)
                {
                    array.Add(json);
                }
                else
                {
                    terminal.Output.WriteLine(json.ToJsonString(StoredClaimJson.Compact));
                }
            }

            if (parsed.GetValue(self))
            {
                await foreach (var article in store.StreamArticlesAsync(query, stopping).ConfigureAwait(false))
                {
                    foreach (var finding in ArticleSelfCheck.Run([.. article.Select(claim => claim.Claim)]))
                    {
                        Write(ConflictJson.ToJson(finding), () => WriteText(terminal, article[0], finding));
                    }
                }
            }
            else
            {
                await foreach (var topic in store.StreamTopicsAsync(query, cancellationToken: stopping).ConfigureAwait(false))
                {
                    foreach (var group in ConflictFinder.Find(topic.Claims).Where(group => group.IsReal || parsed.GetValue(apparent)))
                    {
                        Write(ConflictJson.ToJson(group), () => WriteText(terminal, group));
                    }
                }
            }

            if (array is not null)
            {
                terminal.Output.WriteLine(StoredClaimJson.ToText(array));
            }

            terminal.Flush();
            terminal.Report(count == 0 ? "nothing disagrees" : $"{count} {(count == 1 ? "group" : "groups")}");
            return ExitCode.Success;
        });
        return verb;
    }

    private static void WriteText(Terminal terminal, ConflictGroup group)
    {
        terminal.Output.WriteLine(SafeText.OneLine($"{group.Subject} · {group.Metric}: {ContractNames.Of(group.Reason)}{(group.IsReal ? "" : " (apparent)")}"));
        ClaimTable.Write(terminal.TableConsole(), group.Claims);
    }

    private static void WriteText(Terminal terminal, StoredClaim article, SelfCheckFinding finding)
    {
        terminal.Output.WriteLine(SafeText.OneLine(string.Create(CultureInfo.InvariantCulture, $"{article.Title ?? article.Source}: {ContractNames.Of(finding.Kind)}, {Stated(finding, finding.Expected)} expected, {Stated(finding, finding.Found)} found")));
        foreach (var claim in finding.Claims)
        {
            terminal.Output.WriteLine(SafeText.OneLine($"  {claim.Id[..ClaimTable.ShownIdLength]}  {claim.Subject} {claim.Metric} {ClaimTable.Value(claim)}  {claim.Sentence}"));
        }
    }

    /// <summary>A sum of shares and a growth rate are in percent, a total in the unit of its parts.</summary>
    private static string Stated(SelfCheckFinding finding, decimal value) =>
        finding.Kind == SelfCheckKind.PartsExceedTotal ? $"{ClaimTable.Scaled(value)} {finding.Claims[0].Unit}" : ClaimTable.Scaled(value) + "%";
}
