using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Host.Api.Responses;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Service;
using Pipeline.Host.Storage;
using Pipeline.Store;
using Pipeline.Store.Frontier;
using Spectre.Console;

namespace Pipeline.Host.Commands;

/// <summary><c>status</c>: feeds, last success, failures, queue, totals.</summary>
internal static class StatusCommand
{
    private const int ListedProblems = 10;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Verb Create(Terminal terminal)
    {
        var format = SharedOptions.Format("table", "json");
        var verb = new Verb("status", "Say how the feeds fare, what waits to be fetched, what failed, and what the store holds.", "status", "status --format json") { format };
        verb.Run(terminal, async (parsed, terminal, stopping) =>
        {
            var settings = SettingsReader.Read(parsed.GetValue(SharedOptions.Config), parsed.GetValue(SharedOptions.Db));
            try
            {
                var store = StoreOpening.Open(settings, readOnly: true);
                await using (store.ConfigureAwait(false))
                {
                    var now = TimeProvider.System.GetUtcNow();
                    var status = store.Frontier.ReadStatus(now, ListedProblems);
                    var totals = await store.ReadStatisticsAsync(stopping).ConfigureAwait(false);
                    var watches = WatchesStatus.Of(await store.Watches(TimeProvider.System).ReadDeliveriesAsync(stopping).ConfigureAwait(false));
                    if (parsed.GetValue(format) == "json")
                    {
                        terminal.Output.WriteLine(ToJson(status, totals, watches, now));
                    }
                    else
                    {
                        Write(terminal.TableConsole(), status, totals, watches, now);
                    }

                    return ExitCode.Success;
                }
            }
            catch (StoreException e)
            {
                terminal.Report(e.Message);
                return ExitCode.SomeFailed;
            }
        });
        return verb;
    }

    private static string ToJson(FrontierStatus status, StoreStatistics totals, WatchesStatus watches, DateTimeOffset now) => JsonSerializer.Serialize(
        new
        {
            Feeds = status.Feeds.Select(feed => new
            {
                feed.Url,
                feed.Kind,
                State = feed.IsActive ? HealthEndpoints.State(feed, now) : "removed",
                LastChecked = feed.CheckedAt,
                LastSuccess = feed.SucceededAt,
                LastNewArticle = feed.FoundAt,
                Next = feed.IsActive ? feed.NextAt : (DateTimeOffset?)null,
                feed.Found,
                feed.Failures,
                feed.Problem,
            }),
            Pages = Enum.GetValues<PageState>().ToDictionary(state => state.ToString().ToLowerInvariant(), state => status.Pages.GetValueOrDefault(state)),
            status.Due,
            Problems = status.Problems.Select(problem => new { problem.Url, State = problem.State.ToString().ToLowerInvariant(), problem.Problem, problem.At }),
            Watches = watches,
            Totals = new { totals.Articles, totals.Appearances, totals.Claims, totals.Reviews, totals.Evidence, totals.Bytes },
        },
        s_json);

    private static void Write(IAnsiConsole console, FrontierStatus status, StoreStatistics totals, WatchesStatus watches, DateTimeOffset now)
    {
        var feeds = new Table().Border(TableBorder.Simple).AddColumns("feed", "state", "last success", "last new", "found", "problem");
        foreach (var feed in status.Feeds)
        {
            feeds.AddRow(
                Plain(feed.Url), Plain(feed.IsActive ? HealthEndpoints.State(feed, now) : "removed"), Plain(Ago(feed.SucceededAt, now)), Plain(Ago(feed.FoundAt, now)),
                Plain(feed.Found.ToString(CultureInfo.InvariantCulture)), Plain(feed is { Problem: { } reason, Failures: > 1 } ? string.Create(CultureInfo.InvariantCulture, $"{feed.Failures} times: {reason}") : feed.Problem ?? ""));
        }

        if (status.Feeds.Count == 0)
        {
            console.WriteLine("no feeds: name them in section Feeds of the configuration, and start `pipeline serve`");
        }
        else
        {
            console.Write(feeds);
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pages     {status.Due:N0} due now, {Count(PageState.Waiting):N0} waiting in all, {Count(PageState.Stored):N0} stored, {Count(PageState.Rejected):N0} without an article, {Count(PageState.Failed):N0} failed"));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"store     {totals.Articles:N0} articles at {totals.Appearances:N0} places, {totals.Claims:N0} claims, {totals.Reviews:N0} reviews, {totals.Bytes / 1e6:N1} MB"));
        if (watches.Total > 0)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"watches   {watches.Total:N0}, {watches.Waiting:N0} events to deliver, {watches.GivenUp:N0} given up{(watches.Problem is { } reason ? $"; {SafeText.OneLine(reason)}" : "")}"));
        }

        if (status.Problems.Count == 0)
        {
            return;
        }

        var problems = new Table().Border(TableBorder.Simple).AddColumns("newest problems", "", "when");
        foreach (var problem in status.Problems)
        {
            problems.AddRow(Plain(problem.Url), Plain(problem.Problem), Plain(Ago(problem.At, now)));
        }

        console.Write(problems);

        long Count(PageState state) => status.Pages.GetValueOrDefault(state);
    }

    /// <summary>Texts from elsewhere are shown as they are, never read as markup.</summary>
    private static Text Plain(string text) => new(text);

    private static string Ago(DateTimeOffset? moment, DateTimeOffset now) => moment is not { } at ? "never" : (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } ago => string.Create(CultureInfo.InvariantCulture, $"{ago.TotalMinutes:0} min ago"),
        { TotalDays: < 1 } ago => string.Create(CultureInfo.InvariantCulture, $"{ago.TotalHours:0} h ago"),
        var ago => string.Create(CultureInfo.InvariantCulture, $"{ago.TotalDays:0} d ago"),
    };
}
