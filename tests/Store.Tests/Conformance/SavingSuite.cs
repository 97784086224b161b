using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>What saving means, for every engine.</summary>
public abstract class SavingSuite
{
    private protected abstract IClaimStore Open();

    [Fact]
    public async Task An_article_comes_back_as_it_was_stored()
    {
        await using var store = Open();
        var article = Some.Article("华为今年出货5万颗芯片。", url: "https://example.org/1", publisher: "示例报", title: "出货", published: "2025-11-01T08:30:00+08:00", retrieved: "2025-11-01T10:00:00+08:00");
        var claim = Some.Claim(article, "5万颗", 50000, "颗", subject: "华为", subjectId: "华为", metric: "出货", time: "2025") with { From = 12345678901234567890.123456789m, Low = 0.1m, High = 7.9m };

        var receipt = await store.SaveAsync(new Submission(article, [claim], Some.Evidence("<html>")), TestContext.Current.CancellationToken);

        Assert.Equal((SaveOutcome.Stored, article.Id, 1), (receipt.Outcome, receipt.ArticleId, receipt.ClaimCount));
        var dossier = await store.FindArticleAsync(article.Id, TestContext.Current.CancellationToken);
        Assert.Equal(article, dossier!.Article);
        Assert.Equal(claim, Assert.Single(dossier.Claims).Claim);
        Assert.Empty(dossier.Versions);
        var appearance = Assert.Single(dossier.Appearances);
        Assert.Equal("news.txt", appearance.Source);
        var evidence = await store.ReadEvidenceAsync(appearance.EvidenceSha256!, TestContext.Current.CancellationToken);
        Assert.Equal("<html>"u8.ToArray(), evidence!.Bytes);
    }

    [Fact]
    public async Task The_same_input_twice_changes_nothing()
    {
        await using var store = Open();
        var article = Some.Article("营收增长12%。", url: "https://example.org/1");
        var submission = new Submission(article, [Some.Claim(article, "12%", 12, "%", ClaimKind.Change)], Some.Evidence("a"));
        await store.SaveAsync(submission, TestContext.Current.CancellationToken);
        var before = await store.ReadStatisticsAsync(TestContext.Current.CancellationToken);

        var again = await store.SaveAsync(submission, TestContext.Current.CancellationToken);

        Assert.Equal((SaveOutcome.AlreadyKnown, 0), (again.Outcome, again.ClaimCount));
        Assert.Equal(before, await store.ReadStatisticsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_text_from_elsewhere_is_another_appearance()
    {
        await using var store = Open();
        const string text = "营收增长12%。";
        var first = Some.Article(text, "https://a.example/1", "https://a.example/1", "甲报");
        var second = Some.Article(text, "https://b.example/2", "https://b.example/2", "乙报");
        await store.SaveAsync(new Submission(first, [Some.Claim(first, "12%", 12, "%")]), TestContext.Current.CancellationToken);

        var receipt = await store.SaveAsync(new Submission(second, [Some.Claim(second, "12%", 12, "%")]), TestContext.Current.CancellationToken);

        Assert.Equal(SaveOutcome.NewAppearance, receipt.Outcome);
        var page = await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken);
        var claim = await store.FindClaimAsync(Assert.Single(page.Claims).Claim.Id, TestContext.Current.CancellationToken);
        Assert.Equal(["甲报", "乙报"], claim!.Appearances.Select(a => a.Publisher!));
        Assert.Single((await store.QueryAsync(new ClaimQuery { Sources = ["乙报"] }, TestContext.Current.CancellationToken)).Claims);
        Assert.Single((await store.QueryAsync(new ClaimQuery { Sources = ["b.example"] }, TestContext.Current.CancellationToken)).Claims);
        Assert.Empty((await store.QueryAsync(new ClaimQuery { Sources = ["丙报"] }, TestContext.Current.CancellationToken)).Claims);
    }

    [Fact]
    public async Task Another_text_at_a_known_address_is_a_new_version_and_the_edit_is_kept()
    {
        await using var store = Open();
        const string url = "https://a.example/1";
        var older = Some.Article("营收为12亿元。\n员工有300人。\n另有2家工厂。", url, url);
        var newer = Some.Article("营收为15亿元。\n员工有300人。\n利润为1亿元。", url, url);
        Claim[] oldClaims = [Some.Claim(older, "12亿元", 12e8m, "CNY", ClaimKind.Money, metric: "营收"), Some.Claim(older, "300人", 300, "人"), Some.Claim(older, "2家", 2, "家")];
        Claim[] newClaims = [Some.Claim(newer, "15亿元", 15e8m, "CNY", ClaimKind.Money, metric: "营收"), Some.Claim(newer, "300人", 300, "人"), Some.Claim(newer, "1亿元", 1e8m, "CNY", ClaimKind.Money, metric: "利润")];
        await store.SaveAsync(new Submission(older, oldClaims), TestContext.Current.CancellationToken);

        var receipt = await store.SaveAsync(new Submission(newer, newClaims), TestContext.Current.CancellationToken);

        Assert.Equal(SaveOutcome.NewVersion, receipt.Outcome);
        Assert.Equal(
            [new(ClaimChangeKind.Changed, oldClaims[0].Id, newClaims[0].Id), new(ClaimChangeKind.Removed, oldClaims[2].Id, null), new(ClaimChangeKind.Added, null, newClaims[2].Id)],
            receipt.Changes);
        var current = await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken);
        Assert.Equal(newClaims.Select(c => c.Id), current.Claims.Select(c => c.Claim.Id));
        var edited = await store.QueryAsync(new ClaimQuery { Edited = true }, TestContext.Current.CancellationToken);
        Assert.Equal([oldClaims[0].Id, oldClaims[2].Id], edited.Claims.Select(c => c.Claim.Id));
        Assert.All(edited.Claims, claim => Assert.Equal(ClaimStanding.Superseded, claim.Standing));
        var dossier = await store.FindClaimAsync(newClaims[0].Id, TestContext.Current.CancellationToken);
        var edit = Assert.Single(dossier!.Edits);
        Assert.Equal((ClaimChangeKind.Changed, 12e8m, 15e8m), (edit.Kind, edit.Old!.Low, edit.New!.Low));
        Assert.Equal([1, 2], (await store.FindArticleAsync(newer.Id, TestContext.Current.CancellationToken))!.Versions.Select(v => v.Number));
    }

    [Fact]
    public async Task An_address_that_goes_back_to_its_first_text_is_an_edit_too()
    {
        await using var store = Open();
        const string url = "https://a.example/1";
        var first = Some.Article("营收为12亿元。", url, url);
        var second = Some.Article("营收为15亿元。", url, url);
        var one = new Submission(first, [Some.Claim(first, "12亿元", 12e8m, "CNY")]);
        var two = new Submission(second, [Some.Claim(second, "15亿元", 15e8m, "CNY")]);
        await store.SaveAsync(one, TestContext.Current.CancellationToken);
        await store.SaveAsync(two, TestContext.Current.CancellationToken);

        Assert.Equal(SaveOutcome.NewVersion, (await store.SaveAsync(one, TestContext.Current.CancellationToken)).Outcome);

        var current = await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken);
        Assert.Equal("12亿元", Assert.Single(current.Claims).Claim.Text);
        Assert.Equal(SaveOutcome.AlreadyKnown, (await store.SaveAsync(one, TestContext.Current.CancellationToken)).Outcome);
    }

    [Fact]
    public async Task Two_saved_files_of_one_page_can_be_read_again_without_a_change()
    {
        await using var store = Open();
        const string url = "https://a.example/1";
        var first = Some.Article("营收为12亿元。", "monday.html", url);
        var second = Some.Article("营收为15亿元。", "tuesday.html", url);
        Submission[] both = [new(first, []), new(second, [])];
        await store.SaveAllAsync(both, TestContext.Current.CancellationToken);

        var again = await store.SaveAllAsync(both, TestContext.Current.CancellationToken);

        Assert.All(again, receipt => Assert.Equal(SaveOutcome.AlreadyKnown, receipt.Outcome));
    }

    [Fact]
    public async Task Claims_read_anew_replace_the_old_ones_and_findings_stay()
    {
        await using var store = Open();
        var article = Some.Article("营收增长12%,利润增长8%。");
        var kept = Some.Claim(article, "12%", 12, "%", ClaimKind.Change);
        var lost = Some.Claim(article, "8%", 8, "%", ClaimKind.Change);
        await store.SaveAsync(new Submission(article, [kept, lost]), TestContext.Current.CancellationToken);
        await store.AddReviewAsync(new ReviewDraft { ClaimId = kept.Id, Reviewer = "审核甲", Verdict = Verdict.True }, TestContext.Current.CancellationToken);

        var receipt = await store.SaveAsync(new Submission(article, [kept with { Metric = "营收" }]), TestContext.Current.CancellationToken);

        Assert.Equal(SaveOutcome.ClaimsRevised, receipt.Outcome);
        var claim = Assert.Single((await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken)).Claims);
        Assert.Equal(("营收", Verdict.True), (claim.Claim.Metric, claim.Verdict!.Value));
        Assert.Equal(ClaimStanding.Withdrawn, (await store.FindClaimAsync(lost.Id, TestContext.Current.CancellationToken))!.Claim.Standing);
    }
}
