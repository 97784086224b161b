using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Store;
using Pipeline.Store.Archives;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Commands;

/// <summary><c>export</c>: claims as jsonl, csv, ClaimReview JSON-LD or a printable report; or all that the store holds, for <c>ingest</c> into another.</summary>
internal static class ExportCommand
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb(
            "export",
            "Write all claims that match as jsonl, csv, ClaimReview JSON-LD, or a printable report; or the whole store as an archive that ingest puts into another.",
            "export --kind market_share --format csv > shares.csv",
            "export --verdict false --format claimreview > reviews.jsonl",
            "export --claim 3f2a9c01b4 --format report > report.html",
            "export --format archive > desk.jsonl");
        var filters = new FilterOptions(verb, "limit", "cursor");
        var format = SharedOptions.Format("jsonl", "csv", "claimreview", "report", "archive");
        var claim = new Option<string?>("--claim") { Description = "This claim alone (claimreview and report)", HelpName = "CLAIM" };
        var publisher = new Option<string?>("--publisher") { Description = "The fact-checking organisation that a ClaimReview names as its author", HelpName = "NAME" };
        verb.Add(format);
        verb.Add(claim);
        verb.Add(publisher);
        verb.RunOnStore(terminal, readOnly: true, async (parsed, terminal, store, stopping) =>
        {
            var query = filters.Read(parsed, store.Vocabulary);
            var chosen = parsed.GetValue(format) ?? "jsonl";
            var one = parsed.GetValue(claim);
            if (one is not null && chosen is not ("claimreview" or "report"))
            {
                throw new UsageException("--claim goes with --format claimreview or report");
            }

            if (chosen == "archive" && filters.Given(parsed).Count > 0)
            {
                throw new UsageException("an archive holds the whole store: give no filters with --format archive");
            }

            var count = chosen switch
            {
                "archive" => await ArchiveJsonLines.WriteAsync(terminal.Output, store.Archive.ReadAsync(stopping), TimeProvider.System.GetUtcNow(), stopping).ConfigureAwait(false),
                "csv" => await ClaimCsv.WriteAsync(terminal.Output, store.StreamAsync(query, stopping), stopping).ConfigureAwait(false),
                "claimreview" => await WriteReviews(terminal, store, one, query, parsed.GetValue(publisher), stopping).ConfigureAwait(false),
                "report" => await WriteReport(terminal, store, one ?? throw new UsageException("a report is of one claim: name it with --claim"), stopping).ConfigureAwait(false),
                _ => await ClaimJsonLines.WriteAsync(terminal.Output, store.StreamAsync(query, stopping), stopping).ConfigureAwait(false),
            };
            terminal.Flush();
            terminal.Report(count < 0 ? "nothing was written" : $"{count} written");
            return count < 0 ? ExitCode.SomeFailed : ExitCode.Success;
        });
        return verb;
    }

    /// <summary>A JSON-LD object a line for each claim with a closed finding.</summary>
    private static async Task<long> WriteReviews(Terminal terminal, IClaimStore store, string? one, ClaimQuery query, string? publisher, CancellationToken stopping)
    {
        var ids = one is null ? store.StreamAsync(query with { ReviewStates = [Store.Reviews.ReviewState.Closed], Unreviewed = false }, stopping).Select(claim => claim.Claim.Id) : new[] { one }.ToAsyncEnumerable();
        var count = 0L;
        await foreach (var id in ids.WithCancellation(stopping).ConfigureAwait(false))
        {
            if (await store.FindClaimAsync(id, stopping).ConfigureAwait(false) is { } dossier && ClaimReviewJson.ToJson(dossier, publisher) is JsonObject review)
            {
                terminal.Output.WriteLine(review.ToJsonString(StoredClaimJson.Compact));
                count++;
            }
        }

        return one is not null && count == 0 ? Missing(terminal, $"claim '{one}' is not there, or has no closed finding") : count;
    }

    private static async Task<long> WriteReport(Terminal terminal, IClaimStore store, string id, CancellationToken stopping)
    {
        if (await store.FindClaimAsync(id, stopping).ConfigureAwait(false) is not { } dossier)
        {
            return Missing(terminal, $"no claim '{id}' in {store.Address}");
        }

        terminal.Output.Write(ClaimReport.ToHtml(dossier, TimeProvider.System.GetUtcNow()));
        return 1;
    }

    private static long Missing(Terminal terminal, string message)
    {
        terminal.Report(message);
        return -1;
    }
}
