using System.CommandLine;
using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Store;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;
using Spectre.Console;

namespace Pipeline.Host.Commands;

/// <summary><c>show CLAIM</c>: one claim in its context, with its sources and its review history.</summary>
internal static class ShowCommand
{
    public static Verb Create(Terminal terminal)
    {
        var id = new Argument<string>("CLAIM") { Description = "The claim's id, or the first characters of it" };
        var format = SharedOptions.Format("text", "json");
        var evidence = new Option<bool>("--evidence") { Description = "Write the raw page that the claim was read from to standard output" };
        var verb = new Verb("show", "Show one claim in its context, with its sources, its edits and its review history.", "show 3f2a9c01b4", "show 3f2a9c01b4 --evidence > page.html") { id, format, evidence };
        verb.RunOnStore(terminal, readOnly: true, async (parsed, terminal, store, stopping) =>
        {
            var wanted = parsed.GetRequiredValue(id);
            if (await store.FindClaimAsync(wanted, stopping).ConfigureAwait(false) is not { } dossier)
            {
                terminal.Report($"no claim '{wanted}' in {store.Address}; `pipeline query` lists ids");
                return ExitCode.SomeFailed;
            }

            if (parsed.GetValue(evidence))
            {
                return await WriteEvidence(terminal, store, dossier, stopping).ConfigureAwait(false);
            }

            if (parsed.GetValue(format) == "json")
            {
                terminal.Output.WriteLine(StoredClaimJson.ToText(ClaimDossierJson.ToJson(dossier)));
            }
            else
            {
                WriteText(terminal.TableConsole(), dossier);
            }

            return ExitCode.Success;
        });
        return verb;
    }

    private static async Task<int> WriteEvidence(Terminal terminal, IClaimStore store, ClaimDossier dossier, CancellationToken stopping)
    {
        var kept = dossier.Appearances.FirstOrDefault(a => a.EvidenceSha256 is not null && a.ArticleId == dossier.Article.Id) ?? dossier.Appearances.FirstOrDefault(a => a.EvidenceSha256 is not null);
        if (kept is null || await store.ReadEvidenceAsync(kept.EvidenceSha256!, stopping).ConfigureAwait(false) is not { } raw)
        {
            terminal.Report($"the raw page of claim {dossier.Claim.Claim.Id} was not kept");
            return ExitCode.SomeFailed;
        }

        terminal.Flush();
        await terminal.WriteBytesAsync(raw.Bytes, stopping).ConfigureAwait(false);
        terminal.Report($"{raw.Bytes.Length} bytes, SHA-256 {raw.Sha256}, from {kept.Url ?? kept.Source}, retrieved {Moment(kept.RetrievedAt)}");
        return ExitCode.Success;
    }

    private static void WriteText(IAnsiConsole console, ClaimDossier dossier)
    {
        var (stored, claim) = (dossier.Claim, dossier.Claim.Claim);
        console.MarkupLineInterpolated($"[bold]{SafeText.OneLine(ClaimTable.Value(claim))}[/]  {ContractNames.Of(claim.Kind)}  {claim.Id}");
        if (stored.Standing != ClaimStanding.Current)
        {
            console.MarkupLineInterpolated($"[red]{ContractNames.Of(stored.Standing)}[/]: {(stored.Standing == ClaimStanding.Superseded ? "its article now reads otherwise" : "no longer read from its article")}");
        }

        WriteContext(console, dossier);
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        Row(grid, "value", string.Create(CultureInfo.InvariantCulture, $"{(claim.Low == claim.High ? $"{claim.Low}" : $"{claim.Low} to {claim.High}")} {claim.Unit}") + (claim.Bound == Bound.Exact ? "" : $", {ContractNames.Of(claim.Bound)}"));
        Row(grid, "per", claim.Per);
        Row(grid, "from", claim.From?.ToString(CultureInfo.InvariantCulture));
        Row(grid, "basis", claim.Basis);
        Row(grid, "subject", claim.SubjectId is null || claim.SubjectId == claim.Subject ? claim.Subject : $"{claim.Subject} ({claim.SubjectId})");
        Row(grid, "metric", claim.MetricId is null ? claim.Metric : $"{claim.Metric} ({claim.MetricId})");
        Row(grid, "whole", claim.Whole);
        Row(grid, "time", claim.Time);
        Row(grid, "speaker", claim.Speaker is null ? null : claim.Speaker + (claim.Quoted ? ", quoted" : ""));
        Row(grid, "modality", claim.Modality == Modality.Asserted ? null : ContractNames.Of(claim.Modality));
        Row(grid, "confidence", string.Create(CultureInfo.InvariantCulture, $"{claim.Confidence:0.00} ({claim.Rule})"));
        Row(grid, "copy of", stored.CopyOf);
        Row(grid, "article", $"{dossier.Article.Title ?? dossier.Article.Id}");
        foreach (var appearance in dossier.Appearances)
        {
            Row(grid, "source", string.Join(", ", new[] { appearance.Publisher, appearance.Author, appearance.PublishedAt?.ToString(), appearance.Url ?? appearance.Source, appearance.RetrievedAt is { } read ? $"retrieved {Moment(read)}" : null, appearance.IsNearCopy ? "near copy" : null }.OfType<string>()));
        }

        foreach (var edit in dossier.Edits)
        {
            Row(grid, "edit", $"{ContractNames.Of(edit.Kind)} in version {edit.Version} of {edit.Address}, seen {Moment(edit.SeenAt)}: {Stated(edit.Old)} → {Stated(edit.New)}");
        }

        foreach (var review in dossier.Reviews.Steps)
        {
            Row(grid, "review", ReviewLine(review));
        }

        console.Write(grid);
    }

    /// <summary>The claim's line of the article with the lines beside it, the quantity set off.</summary>
    private static void WriteContext(IAnsiConsole console, ClaimDossier dossier)
    {
        var (text, claim) = (dossier.Article.Text, dossier.Claim.Claim);
        var start = text.LastIndexOf('\n', Math.Max(0, claim.Start - 1)) + 1;
        var end = text.IndexOf('\n', claim.End) is >= 0 and var found ? found : text.Length;
        console.WriteLine();
        if (start > 1)
        {
            var before = text.LastIndexOf('\n', start - 2) + 1;
            console.MarkupLineInterpolated($"[grey]{SafeText.OneLine(text[before..(start - 1)])}[/]");
        }

        console.MarkupLineInterpolated($"{SafeText.OneLine(text[start..claim.Start])}[bold underline]【{SafeText.OneLine(text[claim.Start..claim.End])}】[/]{SafeText.OneLine(text[claim.End..end])}");
        if (end < text.Length)
        {
            var after = text.IndexOf('\n', end + 1) is >= 0 and var next ? next : text.Length;
            console.MarkupLineInterpolated($"[grey]{SafeText.OneLine(text[(end + 1)..after])}[/]");
        }

        console.WriteLine();
    }

    private static string ReviewLine(Review review) => string.Join(" · ", new[]
    {
        $"{review.Version}. {Moment(review.At)} {review.Reviewer}",
        review.Verdict is { } verdict ? ContractNames.Of(verdict) : null,
        ContractNames.Of(review.State),
        review.Assignee is { } assignee ? $"for {assignee}" : null,
        review.Note,
        review.Evidence.Count > 0 ? string.Join(' ', review.Evidence) : null,
    }.OfType<string>());

    private static string Stated(Claim? claim) => claim is null ? "—" : ClaimTable.Value(claim);

    private static string Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "at an unknown time";

    private static void Row(Grid grid, string name, string? value)
    {
        if (value is not null)
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(SafeText.OneLine(value)));
        }
    }
}
