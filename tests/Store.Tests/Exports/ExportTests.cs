using System.Text.Json.Nodes;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Tests.Exports;

public class ExportTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("华为,\"5G\"", "\"华为,\"\"5G\"\"\"")]
    [InlineData("华为", "华为")]
    public async Task A_spreadsheet_runs_nothing_and_loses_nothing(string subject, string cell)
    {
        var output = new StringWriter();
        await ClaimCsv.WriteAsync(output, new[] { Stored(subject) }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        var lines = output.ToString().Split("\r\n");
        Assert.StartsWith("\uFEFFid,article_id,kind,text,low,", lines[0], StringComparison.Ordinal);
        Assert.Contains("," + cell + ",", lines[1], StringComparison.Ordinal);
        Assert.Contains(",-5.10,", lines[1], StringComparison.Ordinal); // a number stays a number
    }

    [Fact]
    public async Task A_line_holds_every_field_of_the_contract_and_reads_back_as_the_claim()
    {
        var stored = Stored("华为");
        var output = new StringWriter();
        await ClaimJsonLines.WriteAsync(output, new[] { stored }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        var line = output.ToString().TrimEnd('\n');
        Assert.Equal(stored.Claim, System.Text.Json.JsonSerializer.Deserialize(line, ContractJson.Contract.Claim));
        Assert.Contains("华为", line, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(line)!.AsObject().ContainsKey("verdict"));
    }

    [Fact]
    public void A_closed_finding_is_a_claim_review_with_every_appearance()
    {
        var review = ClaimReviewJson.ToJson(Dossier(Verdict.MostlyFalse, ReviewState.Closed), "核查组")!;
        Assert.Equal(("https://schema.org", "ClaimReview", 2), ((string?)review["@context"], (string?)review["@type"], (int?)review["reviewRating"]!["ratingValue"]));
        Assert.Equal("核查组", (string?)review["author"]!["name"]);
        Assert.Equal(2, review["itemReviewed"]!["appearance"]!.AsArray().Count);
        Assert.DoesNotContain("null", review.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.False, ReviewState.SecondReview)]
    [InlineData(null, ReviewState.Closed)]
    public void What_is_not_found_or_not_closed_is_not_published(Verdict? verdict, ReviewState state) => Assert.Null(ClaimReviewJson.ToJson(Dossier(verdict, state)));

    [Fact]
    public void A_report_shows_hostile_text_as_text()
    {
        var html = ClaimReport.ToHtml(Dossier(Verdict.True, ReviewState.Closed), DateTimeOffset.UnixEpoch);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("<mark>-5.10%</mark>", html, StringComparison.Ordinal);
    }

    private static StoredClaim Stored(string subject)
    {
        var article = Some.Article("<script>alert(1)</script>\u202E增速为-5.10%。", "a.txt", "https://a.example/1", "甲报", "题", "2025-11-01");
        return new StoredClaim { Claim = Some.Claim(article, "-5.10%", -5.10m, "%", ClaimKind.Change, subject: subject), Source = "a.txt", Title = "题", Url = article.Url, Publisher = "甲报" };
    }

    private static ClaimDossier Dossier(Verdict? verdict, ReviewState state)
    {
        var stored = Stored("华为");
        var article = Some.Article("<script>alert(1)</script>\u202E增速为-5.10%。", "a.txt", "https://a.example/1", "甲报", "题", "2025-11-01");
        Appearance At(string publisher, string url) => new() { ArticleId = article.Id, Source = url, Url = url, Publisher = publisher };
        return new ClaimDossier
        {
            Claim = stored,
            Article = article,
            Appearances = [At("甲报", "https://a.example/1"), At("乙报", "https://b.example/2")],
            Edits = [],
            Reviews = new ReviewHistory([new Review { Version = 1, ClaimId = stored.Claim.Id, Reviewer = "甲", At = DateTimeOffset.UnixEpoch, State = state, Verdict = verdict, Note = "见财报", Evidence = ["https://c.example/"], CoversAppearances = true }]),
        };
    }
}
