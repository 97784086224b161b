using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Exports;

/// <summary>
/// Claims as CSV (RFC 4180) that opens right in spreadsheets: UTF-8 with a byte order mark, one header row, and no cell that a spreadsheet would run as a formula.
/// </summary>
/// <remarks>A text that begins with = + - @, a tab or a carriage return gets an apostrophe before it (OWASP, CSV Injection); numbers stay numbers.</remarks>
public static class ClaimCsv
{
    private static readonly string[] Columns =
    [
        "id", "article_id", "kind", "text", "low", "high", "unit", "bound", "per", "direction", "from", "basis", "subject", "subject_id", "metric", "metric_id", "whole", "time",
        "speaker", "quoted", "modality", "confidence", "rule", "sentence", "start", "end", "title", "publisher", "published_at", "url", "source", "verdict", "review", "standing", "copy_of",
    ];

    /// <summary>Writes the header and a row for each claim; returns how many.</summary>
    public static async Task<long> WriteAsync(TextWriter output, IAsyncEnumerable<StoredClaim> claims, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(claims);
        await output.WriteAsync('\uFEFF').ConfigureAwait(false);
        var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.None, NewLine = "\r\n" }, leaveOpen: true);
        await using var _ = csv.ConfigureAwait(false);
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }

        await csv.NextRecordAsync().ConfigureAwait(false);
        var count = 0L;
        await foreach (var claim in claims.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            WriteRow(csv, claim);
            await csv.NextRecordAsync().ConfigureAwait(false);
            count++;
        }

        return count;
    }

    /// <summary>A text that no spreadsheet takes for a formula.</summary>
    internal static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;

    private static void WriteRow(CsvWriter csv, StoredClaim stored)
    {
        var json = StoredClaimJson.ToJson(stored);
        foreach (var column in Columns)
        {
            var value = json[column];
            csv.WriteField(value?.GetValueKind() switch
            {
                null => "",
                System.Text.Json.JsonValueKind.String => Harmless(value.GetValue<string>()),
                _ => value.ToJsonString(),
            });
        }
    }
}
