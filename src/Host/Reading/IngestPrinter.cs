using System.Globalization;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Commands;
using Pipeline.Ingest;
using Pipeline.Store.Articles;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Reading;

/// <summary>Prints the course of an ingest: a line an input on standard error, the stored claims on standard output.</summary>
internal sealed class IngestPrinter(Terminal terminal, bool asTable)
{
    private int stored;
    private int known;
    private int claims;

    /// <summary>How many inputs gave no article.</summary>
    public int Failed { get; private set; }

    /// <summary>An input that gave no article.</summary>
    public void WriteFailure(IngestFailure failure)
    {
        Failed++;
        terminal.Report($"failed: {failure}");
    }

    /// <summary>An article that is on the disk.</summary>
    public void WriteStored(IngestedArticle ingested, SaveReceipt receipt)
    {
        if (receipt.Outcome == SaveOutcome.AlreadyKnown)
        {
            known++;
            terminal.Report($"already known: {ingested.Article.Source}");
            return;
        }

        stored++;
        claims += receipt.ClaimCount;
        terminal.Report(string.Create(CultureInfo.InvariantCulture, $"{Outcome(receipt)}: {ingested.Article.Source}: {Count(receipt.ClaimCount, "claim")}"));
        if (receipt.ClaimCount > 0)
        {
            WriteClaims(ingested);
        }
    }

    /// <summary>What the whole run did.</summary>
    public void WriteTotals() => terminal.Report(
        $"{Count(stored + known + Failed, "input")}: {stored} stored, {known} already known, {Failed} failed; {Count(claims, "new claim")}");

    /// <summary>Hands the claims over to the reader.</summary>
    public void Flush() => terminal.Flush();

    private void WriteClaims(IngestedArticle ingested)
    {
        var article = ingested.Article;
        var shown = ingested.Claims.Select(claim => new StoredClaim
        {
            Claim = claim,
            Title = article.Title,
            Url = article.Url,
            Publisher = article.Publisher,
            PublishedAt = article.PublishedAt,
            Source = article.Source,
        });
        if (asTable)
        {
            ClaimTable.Write(terminal.TableConsole(), shown);
            return;
        }

        foreach (var claim in shown)
        {
            terminal.Output.WriteLine(StoredClaimJson.ToLine(claim));
        }
    }

    private static string Outcome(SaveReceipt receipt) => receipt switch
    {
        { Outcome: SaveOutcome.NewAppearance } => "stored as another appearance",
        { Outcome: SaveOutcome.NewVersion } => "stored as a new version",
        { Outcome: SaveOutcome.ClaimsRevised } => "claims revised",
        { NearCopyOf: { } origin } => $"stored as a near copy of {origin}",
        _ => "stored",
    };

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
