using System.CommandLine;
using System.Globalization;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Store.Queries;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Commands;

/// <summary><c>watch</c>: saved queries that fire on a new match, a new conflict or a silent edit.</summary>
internal static class WatchCommand
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb(
            "watch",
            "Save a query that fires on a new match, a new conflict or a silent edit; without filters, list the watches.",
            "watch 英伟达 --kind market_share --name 英伟达份额",
            "watch --subject 华为 --on silent_edit --webhook https://desk.example.org/hook",
            "watch --events 3f2a9c01b4d7",
            "watch");
        var filters = new FilterOptions(verb, "limit", "cursor", "copies", "edited");
        var name = new Option<string?>("--name") { Description = "What to call it (default: its filters)", HelpName = "NAME" };
        var on = new Option<string[]>("--on") { Description = $"What it fires on: {string.Join(", ", ContractNames.All<WatchEventKind>())} (default: all)", HelpName = "EVENT", AllowMultipleArgumentsPerToken = false };
        var webhook = new Option<string?>("--webhook") { Description = "Where the service posts each event, signed", HelpName = "URL" };
        var remove = new Option<string?>("--remove") { Description = "Remove this watch", HelpName = "WATCH" };
        var events = new Option<string?>("--events") { Description = "Print the events of this watch as jsonl", HelpName = "WATCH" };
        foreach (var option in new Option[] { name, on, webhook, remove, events })
        {
            verb.Add(option);
        }

        verb.RunOnStore(terminal, readOnly: false, async (parsed, terminal, store, stopping) =>
        {
            var watches = store.Watches(TimeProvider.System);
            if (parsed.GetValue(remove) is { } gone)
            {
                var removed = await watches.RemoveAsync(gone, stopping).ConfigureAwait(false);
                terminal.Report(removed ? $"watch {gone} removed" : $"no watch '{gone}'; `pipeline watch` lists them");
                return removed ? ExitCode.Success : ExitCode.SomeFailed;
            }

            if (parsed.GetValue(events) is { } shown)
            {
                await watches.LookAsync(stopping).ConfigureAwait(false);
                foreach (var fired in await watches.ReadEventsAsync(shown, ClaimQuery.MaxLimit, stopping).ConfigureAwait(false))
                {
                    terminal.Output.WriteLine(fired.Body);
                }

                return ExitCode.Success;
            }

            var given = filters.Given(parsed);
            if (given.Count == 0)
            {
                await List(terminal, watches, stopping).ConfigureAwait(false);
                return ExitCode.Success;
            }

            var watch = WatchDrafts.Read(
                new ClaimQueryParser(store.Vocabulary), given, parsed.GetValue(name), [.. (parsed.GetValue(on) ?? []).SelectMany(FilterValues.Split)], parsed.GetValue(webhook), TimeProvider.System.GetUtcNow());
            await watches.AddAsync(watch, stopping).ConfigureAwait(false);
            terminal.Output.WriteLine(watch.Id);
            terminal.Report($"watching '{SafeText.OneLine(watch.Name)}' from now on{(watch.Secret is null ? "" : $"; posts are signed with the secret {watch.Secret}, which is not shown again")}");
            return ExitCode.Success;
        });
        return verb;
    }

    private static async Task List(Terminal terminal, IWatchStore watches, CancellationToken stopping)
    {
        var deliveries = (await watches.ReadDeliveriesAsync(stopping).ConfigureAwait(false)).ToDictionary(one => one.WatchId, StringComparer.Ordinal);
        var all = await watches.ListAsync(stopping).ConfigureAwait(false);
        foreach (var watch in all)
        {
            terminal.Output.WriteLine(SafeText.OneLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Id}  {watch.Name}  [{string.Join(' ', watch.Filters.Select(filter => $"{filter.Key}={filter.Value}"))}]  {string.Join(',', watch.Events.Select(ContractNames.Of))}  {watch.Webhook?.ToString() ?? "feed"}  since {watch.CreatedAt:yyyy-MM-dd}{Fate(deliveries.GetValueOrDefault(watch.Id))}")));
        }

        if (all.Count == 0)
        {
            terminal.Report("no watches; give filters to make one (pipeline watch --help)");
        }
    }

    private static string Fate(WatchDeliveries? deliveries) => deliveries is null
        ? ""
        : string.Concat(new[]
        {
            string.Create(CultureInfo.InvariantCulture, $", {deliveries.Events} fired"),
            deliveries.LastFired is { } fired ? string.Create(CultureInfo.InvariantCulture, $", last {fired:yyyy-MM-dd HH:mm}") : null,
            deliveries.LastDelivered is { } delivered ? string.Create(CultureInfo.InvariantCulture, $", delivered {delivered:yyyy-MM-dd HH:mm}") : null,
            deliveries.Waiting > 0 ? string.Create(CultureInfo.InvariantCulture, $", {deliveries.Waiting} waiting") : null,
            deliveries.GivenUp > 0 ? string.Create(CultureInfo.InvariantCulture, $", {deliveries.GivenUp} given up") : null,
            deliveries.Problem is { } problem ? $": {problem}" : null,
        });
}
