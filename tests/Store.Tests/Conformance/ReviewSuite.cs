using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>What reviewing means, for every engine.</summary>
public abstract class ReviewSuite
{
    private const string Story = "公司今日公布全年业绩,受海外需求回暖以及新产品放量带动,营业收入达到120亿元。\n管理层表示,未来三年将继续扩大研发投入,并在东南亚和欧洲建立新的生产基地,以便更快地响应客户的订单。\n分析人士认为,原材料价格的走势、汇率的变化以及竞争对手的扩产计划,都会影响公司今后的盈利水平。";

    private protected abstract IClaimStore Open();

    [Fact]
    public async Task Steps_are_appended_and_the_last_finding_holds()
    {
        await using var store = Open();
        var id = await Save(store, Story, "a.txt");
        var first = await store.AddReviewAsync(new ReviewDraft { ClaimId = id, Reviewer = "甲", State = ReviewState.SecondReview, Verdict = Verdict.False, Note = "财报为102亿元", Evidence = ["https://a.example/report"], ExpectedVersion = 0 }, TestContext.Current.CancellationToken);
        var second = await store.AddReviewAsync(new ReviewDraft { ClaimId = id, Reviewer = "乙", State = ReviewState.Closed, ExpectedVersion = first!.Version }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], second!.Steps.Select(step => step.Version));
        Assert.Equal((Verdict.False, ReviewState.Closed), (second.Verdict!.Value, second.State!.Value));
        Assert.Equal(("财报为102亿元", "https://a.example/report"), (second.Steps[0].Note, second.Steps[0].Evidence[0]));
    }

    [Fact]
    public async Task A_reviewer_who_did_not_see_the_last_step_is_refused()
    {
        await using var store = Open();
        var id = await Save(store, Story, "a.txt");
        await store.AddReviewAsync(new ReviewDraft { ClaimId = id, Reviewer = "甲", Verdict = Verdict.True, ExpectedVersion = 0 }, TestContext.Current.CancellationToken);

        var stale = await Assert.ThrowsAsync<StaleReviewException>(() => store.AddReviewAsync(new ReviewDraft { ClaimId = id, Reviewer = "乙", Verdict = Verdict.False, ExpectedVersion = 0 }, TestContext.Current.CancellationToken));

        Assert.Equal((0, 1), (stale.Expected, stale.Current.Version));
        Assert.Equal(Verdict.True, (await store.FindClaimAsync(id, TestContext.Current.CancellationToken))!.Reviews.Verdict);
    }

    [Fact]
    public async Task Two_reviewers_at_once_never_both_win()
    {
        await using var store = Open();
        var id = await Save(store, Story, "a.txt");
        var attempts = Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                await store.AddReviewAsync(new ReviewDraft { ClaimId = id, Reviewer = $"审核{n}", Verdict = Verdict.True, ExpectedVersion = 0 });
                return 1;
            }
            catch (StaleReviewException)
            {
                return 0;
            }
        });
        Assert.Equal(1, (await Task.WhenAll(attempts)).Sum());
    }

    [Fact]
    public async Task A_claim_that_is_not_there_has_no_history()
    {
        await using var store = Open();
        Assert.Null(await store.AddReviewAsync(new ReviewDraft { ClaimId = "none", Reviewer = "甲" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_near_copy_is_linked_to_its_origin_and_shares_its_finding()
    {
        await using var store = Open();
        var origin = await Save(store, Story, "https://a.example/1", "甲报");
        var receipt = await SaveReceiptOf(store, "甲报讯 " + Story, "https://b.example/2", "乙报");
        Assert.NotNull(receipt.NearCopyOf);

        await store.AddReviewAsync(new ReviewDraft { ClaimId = origin, Reviewer = "甲", Verdict = Verdict.MostlyTrue }, TestContext.Current.CancellationToken);

        // Once in a list, with both places; at the copy's own publisher, the copy.
        Assert.Equal(origin, Assert.Single((await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken)).Claims).Claim.Id);
        Assert.Equal(["甲报", "乙报"], (await store.FindClaimAsync(origin, TestContext.Current.CancellationToken))!.Appearances.Select(a => a.Publisher!).Order(StringComparer.Ordinal).Reverse());
        var copy = Assert.Single((await store.QueryAsync(new ClaimQuery { Sources = ["乙报"] }, TestContext.Current.CancellationToken)).Claims);
        Assert.Equal((origin, Verdict.MostlyTrue), (copy.CopyOf, copy.Verdict!.Value));
    }

    [Fact]
    public async Task A_report_from_the_same_template_with_another_number_is_no_copy_of_the_claim()
    {
        await using var store = Open();
        await Save(store, Story, "https://a.example/1");
        var receipt = await SaveReceiptOf(store, Story.Replace("120亿元", "95亿元", StringComparison.Ordinal), "https://b.example/2", "乙报", "95亿元", 95e8m);
        Assert.Null(receipt.NearCopyOf);
        Assert.Equal(["120亿元", "95亿元"], (await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken)).Claims.Select(c => c.Claim.Text).Order(StringComparer.Ordinal));
    }

    private static async Task<string> Save(IClaimStore store, string text, string source, string? publisher = null)
    {
        await SaveReceiptOf(store, text, source, publisher);
        return (await store.QueryAsync(new ClaimQuery(), TestContext.Current.CancellationToken)).Claims[0].Claim.Id;
    }

    private static async Task<SaveReceipt> SaveReceiptOf(IClaimStore store, string text, string source, string? publisher, string quantity = "120亿元", decimal value = 120e8m)
    {
        var article = Some.Article(text, source, source.StartsWith("https", StringComparison.Ordinal) ? source : null, publisher, published: "2025-11-01");
        var claim = Some.Claim(article, quantity, value, "CNY", Extract.Model.ClaimKind.Money, subject: "公司", metric: "营业收入");
        return await store.SaveAsync(new Submission(article, [claim with { Sentence = claim.Sentence.Replace("甲报讯 ", "", StringComparison.Ordinal) }]), TestContext.Current.CancellationToken);
    }
}
