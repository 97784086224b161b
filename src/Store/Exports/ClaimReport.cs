using System.Globalization;
using System.Net;
using System.Text;
using Pipeline.Extract.Model;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Exports;

/// <summary>A claim with its evidence as one printable HTML page: no script, no outside resource, everything from articles escaped.</summary>
public static class ClaimReport
{
    private static readonly CompositeFormat Head = CompositeFormat.Parse("""
        <!doctype html>
        <html lang="{0}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer"><title>{1}</title>
        <style>body{{font:16px/1.6 "Noto Serif CJK SC","Songti SC",serif;max-width:46em;margin:2em auto;padding:0 1em}}mark{{background:#ffec99;padding:0 .15em}}table{{border-collapse:collapse;width:100%;font-size:.9em}}th,td{{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}}th{{white-space:nowrap}}blockquote{{border-left:3px solid #bbb;margin-left:0;padding-left:1em}}small{{color:#555}}@media print{{body{{margin:0;max-width:none}}h2{{break-after:avoid}}tr{{break-inside:avoid}}}}</style></head><body>
        """);

    /// <summary>The page.</summary>
    /// <param name="dossier">The claim.</param>
    /// <param name="madeAt">The moment printed as that of the report.</param>
    public static string ToHtml(ClaimDossier dossier, DateTimeOffset madeAt)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (claim, article) = (dossier.Claim.Claim, dossier.Article);
        var html = new StringBuilder();
        html.AppendFormat(CultureInfo.InvariantCulture, Head, Escape(article.Language), Escape($"{claim.Text} · {article.Title}"));
        html.Append("<h1>").Append(Escape(article.Title ?? article.Source)).Append("</h1>");
        html.Append("<blockquote>").Append(Marked(claim)).Append("</blockquote>");
        Table(html, "Claim", [
            ("id", claim.Id),
            ("kind", ContractNames.Of(claim.Kind)),
            ("value", string.Create(CultureInfo.InvariantCulture, $"{(claim.Low == claim.High ? $"{claim.Low}" : $"{claim.Low} – {claim.High}")} {claim.Unit}{(claim.Per is { } per ? "/" + per : "")} ({ContractNames.Of(claim.Bound)})")),
            ("from", claim.From?.ToString(CultureInfo.InvariantCulture)),
            ("subject", claim.SubjectId is { } id && id != claim.Subject ? $"{claim.Subject} ({id})" : claim.Subject),
            ("metric", claim.MetricId is { } metric ? $"{claim.Metric} ({metric})" : claim.Metric),
            ("whole", claim.Whole),
            ("time", claim.Time),
            ("speaker", claim.Speaker),
            ("modality", ContractNames.Of(claim.Modality)),
            ("finding", dossier.Reviews.Verdict is { } verdict ? ContractNames.Of(verdict) : null),
        ]);
        Rows(html, "Review", ["", "when", "who", "state", "finding", "note", "evidence"], dossier.Reviews.Steps.Select(step => new[]
        {
            step.Version.ToString(CultureInfo.InvariantCulture), Moment(step.At), step.Reviewer, ContractNames.Of(step.State), step.Verdict is { } finding ? ContractNames.Of(finding) : "", step.Note ?? "", string.Join('\n', step.Evidence),
        }));
        Rows(html, "Appearances", ["published", "publisher", "title", "where", "retrieved", "SHA-256 of the raw page"], dossier.Appearances.Select(a => new[]
        {
            a.PublishedAt?.ToString() ?? "", a.Publisher ?? "", a.Title ?? "", (a.Url ?? a.Source) + (a.IsNearCopy ? "\n(near copy)" : ""), Moment(a.RetrievedAt), a.EvidenceSha256 ?? "",
        }));
        Rows(html, "Edits", ["seen", "address", "version", "what", "before", "after"], dossier.Edits.Select(edit => new[]
        {
            Moment(edit.SeenAt), edit.Address, edit.Version.ToString(CultureInfo.InvariantCulture), ContractNames.Of(edit.Kind), edit.Old?.Sentence ?? "", edit.New?.Sentence ?? "",
        }));
        html.Append("<h2>Article</h2>");
        foreach (var (start, line) in Lines(article.Text))
        {
            var end = start + line.Length;
            html.Append("<p>").Append(claim.Start >= start && claim.End <= end
                ? $"{Escape(line[..(claim.Start - start)])}<mark>{Escape(line[(claim.Start - start)..(claim.End - start)])}</mark>{Escape(line[(claim.End - start)..])}"
                : Escape(line)).Append("</p>");
        }

        return html.Append("<hr><small>").Append(Escape($"Report of {Moment(madeAt)}, claim {claim.Id}, rule {claim.Rule}")).Append("</small></body></html>\n").ToString();
    }

    /// <summary>The sentence with the quantity marked, by its place in the article.</summary>
    private static string Marked(Claim claim)
    {
        var at = claim.Sentence.IndexOf(claim.Text, StringComparison.Ordinal);
        return at < 0 ? Escape(claim.Sentence) : $"{Escape(claim.Sentence[..at])}<mark>{Escape(claim.Text)}</mark>{Escape(claim.Sentence[(at + claim.Text.Length)..])}";
    }

    private static IEnumerable<(int Start, string Line)> Lines(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return (start, line);
            start += line.Length + 1;
        }
    }

    private static void Table(StringBuilder html, string title, IEnumerable<(string Name, string? Value)> rows)
    {
        html.Append("<h2>").Append(title).Append("</h2><table>");
        foreach (var (name, value) in rows.Where(row => row.Value is not null))
        {
            html.Append("<tr><th>").Append(name).Append("</th><td>").Append(Escape(value!)).Append("</td></tr>");
        }

        html.Append("</table>");
    }

    private static void Rows(StringBuilder html, string title, string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        html.Append("<h2>").Append(title).Append("</h2><table><tr>").AppendJoin("", columns.Select(column => $"<th>{column}</th>")).Append("</tr>");
        foreach (var row in all)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Escape(cell).Replace("\n", "<br>", StringComparison.Ordinal)}</td>")).Append("</tr>");
        }

        html.Append("</table>");
    }

    private static string Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Markup characters as entities; characters that turn the reading direction are taken out.</summary>
    private static string Escape(string text) => WebUtility.HtmlEncode(string.Concat(text.Where(c => !(char.IsControl(c) && c != '\n') && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F'))));
}
