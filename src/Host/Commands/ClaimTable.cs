using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Queries;
using Spectre.Console;

namespace Pipeline.Host.Commands;

/// <summary>Claims as a table for a person.</summary>
internal static class ClaimTable
{
    /// <summary>How much of an id is shown: enough to hand to <c>show</c>.</summary>
    public const int ShownIdLength = 10;

    public static void Write(IAnsiConsole console, IEnumerable<StoredClaim> claims)
    {
        var table = new Table { Border = TableBorder.Minimal, Expand = false };
        foreach (var column in new[] { "id", "kind", "value", "subject", "metric", "time", "speaker", "source" })
        {
            table.AddColumn(new TableColumn(column) { NoWrap = column is "id" or "kind" or "time" });
        }

        foreach (var stored in claims)
        {
            var claim = stored.Claim;
            table.AddRow(
                claim.Id[..Math.Min(ShownIdLength, claim.Id.Length)],
                ContractNames.Of(claim.Kind),
                Cell(Value(claim) + (stored.Verdict is { } verdict ? $" [{ContractNames.Of(verdict)}]" : "") + (stored.Standing == ClaimStanding.Current ? "" : $" [{ContractNames.Of(stored.Standing)}]")),
                Cell(claim.SubjectId is { } id && id != claim.Subject ? $"{claim.Subject} ({id})" : claim.Subject),
                Cell(claim.Metric),
                Cell(claim.Time),
                Cell(claim.Speaker),
                Cell(Place(stored)));
        }

        console.Write(table);
    }

    /// <summary>The value as stated, with what surrounds it: ↓ from 95% to 零.</summary>
    public static string Value(Claim claim)
    {
        var bound = claim.Bound switch { Bound.About => "≈", Bound.Above => ">", Bound.Below => "<", _ => "" };
        var direction = claim.Direction switch { ChangeDirection.Up => "↑ ", ChangeDirection.Down => "↓ ", _ => "" };
        var from = claim.From is { } earlier ? Scaled(earlier) + " → " : "";
        var modality = claim.Modality == Modality.Asserted ? "" : $" ({ContractNames.Of(claim.Modality)})";
        return $"{direction}{from}{bound}{claim.Text}{(claim.Per is { } per ? "/" + per : "")}{modality}";
    }

    /// <summary>A number as the news writes it, in 万, 亿 or 万亿: 8000000000 as 80亿.</summary>
    public static string Scaled(decimal value)
    {
        var (factor, word) = Math.Abs(value) switch { >= 1e12m => (1e12m, "万亿"), >= 1e8m => (1e8m, "亿"), >= 1e4m => (1e4m, "万"), _ => (1m, "") };
        return (value / factor).ToString("0.######", CultureInfo.InvariantCulture) + word;
    }

    /// <summary>Who published a claim, in a word: the medium, else the host, else the headline, else the file.</summary>
    public static string Outlet(StoredClaim stored) =>
        stored.Publisher ?? (Uri.TryCreate(stored.Url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : stored.Title ?? Path.GetFileName(stored.Source));

    private static string Place(StoredClaim stored) =>
        Outlet(stored) + (stored.PublishedAt is { } published ? " " + published.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");

    private static string Cell(string? text) => text is null ? "" : Markup.Escape(SafeText.OneLine(text));
}
