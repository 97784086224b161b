using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;
using Pipeline.Store.Timelines;
using Spectre.Console;

namespace Pipeline.Host.Commands;

/// <summary><c>timeline</c>: every value of a subject and metric over time.</summary>
internal static class TimelineCommand
{
    /// <summary>Claims that a timeline is made of at most.</summary>
    private const int MaxClaims = 20_000;

    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("timeline", "Show every value of a subject and metric over time with its sources; values far from the rest are marked.", "timeline --subject 英伟达 --metric 市值", "timeline --subject 华为 --metric 出货量 --unit 颗");
        var filters = new FilterOptions(verb, "limit", "cursor", "copies", "edited");
        var format = SharedOptions.Format("text", "json");
        verb.Add(format);
        verb.RunOnStore(terminal, readOnly: true, async (parsed, terminal, store, stopping) =>
        {
            var query = filters.Read(parsed, store.Vocabulary);
            if (query.Subjects.Count == 0 || query.Metrics.Count == 0)
            {
                throw new UsageException("a timeline is of one subject and metric: give --subject and --metric");
            }

            var claims = await store.StreamAsync(query, stopping).Take(MaxClaims).ToListAsync(stopping).ConfigureAwait(false);
            var series = Timeline.Of(claims);
            if (parsed.GetValue(format) == "json" || (parsed.GetValue(format) is null && !terminal.OutputIsTerminal))
            {
                terminal.Output.WriteLine(StoredClaimJson.ToText(new JsonObject { ["series"] = new JsonArray([.. series.Select(ConflictJson.ToJson)]) }));
            }
            else
            {
                foreach (var one in series)
                {
                    Write(terminal, one);
                }
            }

            terminal.Flush();
            if (claims.Count is 0 or MaxClaims)
            {
                terminal.Report(claims.Count == 0 ? "no claim matches" : $"only the newest {MaxClaims} claims are shown: narrow it with --since, --unit or --kind");
            }

            return ExitCode.Success;
        });
        return verb;
    }

    private static void Write(Terminal terminal, TimelineSeries series)
    {
        var frame = new[] { ContractNames.Of(series.Kind), series.Unit, series.Per is { } per ? $"per {per}" : null, series.Basis is { } basis ? $"against {basis}" : null, series.Whole is { } whole ? $"of {whole}" : null };
        terminal.Output.WriteLine(SafeText.OneLine(string.Join(" · ", frame.OfType<string>())));
        var table = new Table { Border = TableBorder.Minimal };
        foreach (var column in new[] { "when", "value", "", "sources", "claim" })
        {
            table.AddColumn(column);
        }

        foreach (var point in series.Points)
        {
            var sources = point.Claims.Select(ClaimTable.Outlet).Distinct(StringComparer.Ordinal).ToList();
            table.AddRow(
                When(point.Period),
                Markup.Escape(SafeText.OneLine(ClaimTable.Value(point.Claims[0].Claim))),
                point.IsOutlier ? "outlier" : "",
                Markup.Escape(SafeText.OneLine(sources.Count > 3 ? string.Create(CultureInfo.InvariantCulture, $"{sources[0]} and {sources.Count - 1} more") : string.Join(", ", sources))),
                point.Claims[0].Claim.Id[..ClaimTable.ShownIdLength]);
        }

        terminal.TableConsole().Write(table);
    }

    /// <summary>A period as people write it: a year, a quarter, a month, a day, or its two ends.</summary>
    private static string When(Period period)
    {
        var (first, last) = (period.First, period.Last);
        var isWhole = first.Day == 1 && last == last.AddDays(1 - last.Day).AddMonths(1).AddDays(-1) && first.Year == last.Year;
        var months = last.Month - first.Month + 1;
        return isWhole && months == 12 ? first.ToString("yyyy", CultureInfo.InvariantCulture)
            : isWhole && months == 3 && first.Month % 3 == 1 ? string.Create(CultureInfo.InvariantCulture, $"{first:yyyy}Q{last.Month / 3}")
            : isWhole && months == 1 ? first.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : first == last ? Day(first)
            : $"{Day(first)} – {Day(last)}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
