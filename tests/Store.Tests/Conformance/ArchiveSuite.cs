using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Extract.Model;
using Pipeline.Store.Archives;
using Pipeline.Store.Articles;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;
using Pipeline.Store.Watches;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>Moving all that a store holds into another, for every engine.</summary>
public abstract class ArchiveSuite
{
    private const string Story = "公司今日公布全年业绩,受海外需求回暖以及新产品放量带动,营业收入达到120亿元。\n管理层表示,未来三年将继续扩大研发投入,并在东南亚和欧洲建立新的生产基地,以便更快地响应客户的订单。\n分析人士认为,原材料价格的走势、汇率的变化以及竞争对手的扩产计划,都会影响公司今后的盈利水平。";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens the store that is moved from.</summary>
    private protected abstract IClaimStore Open();

    /// <summary>Opens the store that is moved to.</summary>
    private protected abstract IClaimStore OpenOther();

    [Fact]
    public async Task Everything_comes_over_in_the_same_order_and_the_archive_of_the_new_store_is_the_same()
    {
        await using var store = await Filled();
        await using var other = OpenOther();
        var archive = await Export(store);

        Assert.True(await Import(other, archive) > 0);

        Assert.Equal(archive, await Export(other));
        Assert.Equal((await store.ReadStatisticsAsync(Token)) with { Bytes = 0 }, (await other.ReadStatisticsAsync(Token)) with { Bytes = 0 });
        ClaimQuery[] queries =
        [
            new(), new() { IncludeCopies = true }, new() { Edited = true }, new() { Terms = [new("营业收入")] }, new() { Units = ["CNY"], Min = 1e9m }, new() { Sources = ["乙报"] },
            new() { Verdicts = [Verdict.MostlyTrue] }, new() { ReviewStates = [ReviewState.Closed] },
        ];
        foreach (var query in queries)
        {
            var claims = (await store.QueryAsync(query, Token)).Claims;
            Assert.NotEmpty(claims);
            Assert.Equal(claims.Select(StoredClaimJson.ToLine), (await other.QueryAsync(query, Token)).Claims.Select(StoredClaimJson.ToLine));
            foreach (var claim in claims)
            {
                Assert.Equal(Text(ClaimDossierJson.ToJson((await store.FindClaimAsync(claim.Claim.Id, Token))!)), Text(ClaimDossierJson.ToJson((await other.FindClaimAsync(claim.Claim.Id, Token))!)));
                Assert.Equal(Text(ClaimDossierJson.ToJson((await store.FindArticleAsync(claim.Claim.ArticleId, Token))!)), Text(ClaimDossierJson.ToJson((await other.FindArticleAsync(claim.Claim.ArticleId, Token))!)));
            }
        }

        var evidence = (await store.FindClaimAsync((await store.QueryAsync(new ClaimQuery { Units = ["CNY"] }, Token)).Claims[0].Claim.Id, Token))!.Appearances[0].EvidenceSha256!;
        Assert.Equal((await store.ReadEvidenceAsync(evidence, Token))!.Bytes, (await other.ReadEvidenceAsync(evidence, Token))!.Bytes);
        Assert.Equal(await EventsOf(store), await EventsOf(other));
    }

    [Fact]
    public async Task The_new_store_goes_on_as_the_old_one_would()
    {
        await using var store = await Filled();
        await using var other = OpenOther();
        await Import(other, await Export(store));
        var again = await SaveAsync(other, Story, "120亿元", 120e8m, "https://a.example/1", "甲报");
        Assert.Equal(SaveOutcome.AlreadyKnown, again.Outcome);
        Assert.NotNull((await SaveAsync(other, "丁报讯 " + Story, "120亿元", 120e8m, "https://d.example/4", "丁报")).NearCopyOf);
        Assert.Equal(SaveOutcome.NewVersion, (await SaveAsync(other, "产量为7万辆。", "7万辆", 70000, "https://c.example/3", "丙报")).Outcome);
        Assert.Equal(1, await other.Watches(TimeProvider.System).LookAsync(Token)); // the new count, and not the ones that came over
    }

    [Fact]
    public async Task An_archive_put_in_again_adds_nothing()
    {
        await using var store = await Filled();
        await using var other = OpenOther();
        var archive = await Export(store);
        await Import(other, archive);
        Assert.Equal(0, await Import(other, archive));
        Assert.Equal(archive, await Export(other));
    }

    [Fact]
    public async Task An_archive_that_was_broken_off_goes_on_where_it_stopped()
    {
        await using var store = await Filled();
        await using var other = OpenOther();
        var archive = await Export(store);
        var lines = archive.Split('\n');
        var cut = string.Join('\n', lines[..(lines.Length / 2)]);
        Assert.Contains("cut off", (await Assert.ThrowsAsync<ArchiveFormatException>(() => Import(other, cut))).Message, StringComparison.Ordinal);
        Assert.NotEqual(0, await Import(other, archive));
        Assert.Equal(archive, await Export(other));
    }

    [Fact]
    public async Task An_archive_does_not_mix_with_other_articles()
    {
        await using var store = await Filled();
        await using var other = OpenOther();
        await SaveAsync(other, "另一家公司有5人。", "5人", 5, "https://z.example/9", "戊报");
        var before = await Export(other);
        var archive = await Export(store);
        var error = await Assert.ThrowsAsync<StoreException>(() => Import(other, archive));
        Assert.Equal(StoreFault.Foreign, error.Fault);
        Assert.Contains("new store", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Export(other));
    }

    [Theory]
    [InlineData("{\"text\":\"华为\"}\n", "no archive")]
    [InlineData("{\"archive\":2}\n", "newer version")]
    [InlineData("{\"archive\":1}\n{\"recipe\":{}}\n", "'recipe'")]
    [InlineData("{\"archive\":1}\n{\"article\":{\"number\":1}}\n", "x:2: ")]
    [InlineData("{\"archive\":1}\n{\"article\"", "no JSON")]
    [InlineData("{\"archive\":1}\n{\"end\":3}\n", "lines are missing")]
    [InlineData("{\"archive\":1}\n{\"end\":0}\n{\"end\":0}\n", "after the end")]
    [InlineData("{\"archive\":1}\n", "cut off")]
    [InlineData("{\"archive\":1}\n{\"version\":{\"address\":\"a\",\"number\":1,\"article_id\":\"b\",\"seen_at\":\"2025-11-01T00:00:00+08:00\",\"changes\":[]}}\n{\"end\":1}\n", "article b")]
    [InlineData("{\"archive\":1}\n{\"evidence\":{\"sha256\":\"00\",\"length\":3,\"brotli\":\"AAAA\"}}\n{\"end\":1}\n", "damaged")]
    public async Task A_damaged_archive_is_refused_by_its_line(string archive, string why)
    {
        await using var other = OpenOther();
        Assert.Contains(why, (await Assert.ThrowsAsync<ArchiveFormatException>(() => Import(other, archive))).Message, StringComparison.Ordinal);
        Assert.Equal(0, (await other.ReadStatisticsAsync(Token)).Articles);
    }

    /// <summary>The archive without its date.</summary>
    private protected static async Task<string> Export(IClaimStore store)
    {
        var output = new StringWriter();
        await ArchiveJsonLines.WriteAsync(output, store.Archive.ReadAsync(Token), DateTimeOffset.UnixEpoch, Token);
        return output.ToString();
    }

    private protected static async Task<int> Import(IClaimStore store, string archive)
    {
        var (added, batch) = (0, new List<ArchiveRecord>());
        try
        {
            await foreach (var record in ArchiveJsonLines.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(archive)), "x", Token))
            {
                batch.Add(record);
                if (batch.Count == 4)
                {
                    added += (await store.Archive.WriteAsync(batch, Token)).Count(isNew => isNew);
                    batch.Clear();
                }
            }
        }
        finally
        {
            added += (await store.Archive.WriteAsync(batch, Token)).Count(isNew => isNew);
        }

        return added;
    }

    /// <summary>A store with a near copy, an edited page, a page that went back, claims read anew, reviews of all sorts, and a watch that has fired.</summary>
    private protected async Task<IClaimStore> Filled()
    {
        var store = Open();
        await store.Watches(TimeProvider.System).AddAsync(new Watch { Id = "0123456789ab", Name = "产量", Filters = [new("kind", "count")], Events = [WatchEventKind.NewMatch, WatchEventKind.SilentEdit], Webhook = new Uri("https://desk.example/hook"), Secret = "s", CreatedAt = DateTimeOffset.UnixEpoch }, Token);
        await SaveAsync(store, Story, "120亿元", 120e8m, "https://a.example/1", "甲报");
        await SaveAsync(store, "甲报讯 " + Story, "120亿元", 120e8m, "https://b.example/2", "乙报");
        await SaveAsync(store, Story, "120亿元", 120e8m, "https://b.example/3", "乙报");
        await SaveAsync(store, "产量为5万辆。", "5万辆", 50000, "https://c.example/3", "丙报");
        await SaveAsync(store, "产量为6万辆。", "6万辆", 60000, "https://c.example/3", "丙报");
        await SaveAsync(store, "产量为5万辆。", "5万辆", 50000, "https://c.example/3", "丙报");
        var article = Some.Article("营收增长12%,利润增长8%。");
        var (kept, lost) = (Some.Claim(article, "12%", 12, "%", ClaimKind.Change), Some.Claim(article, "8%", 8, "%", ClaimKind.Change));
        await store.SaveAsync(new Submission(article, [kept, lost]), Token);
        await store.AddReviewAsync(new ReviewDraft { ClaimId = lost.Id, Reviewer = "审核乙", State = ReviewState.Assigned, Assignee = "审核甲", Note = "待查" }, Token);
        await store.SaveAsync(new Submission(article, [kept with { Metric = "营收" }]), Token);
        var origin = (await store.QueryAsync(new ClaimQuery { Terms = [new("营业收入")] }, Token)).Claims[0].Claim.Id;
        await store.AddReviewAsync(new ReviewDraft { ClaimId = origin, Reviewer = "审核甲", State = ReviewState.SecondReview, Verdict = Verdict.False, Evidence = ["https://e.example/report"] }, Token);
        await store.AddReviewAsync(new ReviewDraft { ClaimId = origin, Reviewer = "审核乙", Verdict = Verdict.MostlyTrue, Note = "口径不同\n\"合并\"" }, Token);
        await store.AddReviewAsync(new ReviewDraft { ClaimId = kept.Id, Reviewer = "审核甲", Verdict = Verdict.True, CoversAppearances = false }, Token);
        await store.Watches(TimeProvider.System).LookAsync(Token);
        return store;
    }

    private static Task<SaveReceipt> SaveAsync(IClaimStore store, string text, string quantity, decimal value, string url, string publisher)
    {
        var article = Some.Article(text, url, url, publisher, "题", "2025-11-01");
        var claim = Some.Claim(article, quantity, value, value < 1e6m ? "辆" : "CNY", value < 1e6m ? ClaimKind.Count : ClaimKind.Money, subject: "公司", metric: value < 1e6m ? "产量" : "营业收入");
        return store.SaveAsync(new Submission(article, [claim with { Sentence = claim.Sentence.Replace("甲报讯 ", "", StringComparison.Ordinal).Replace("丁报讯 ", "", StringComparison.Ordinal) }], Some.Evidence(text)), Token);
    }

    private static async Task<IEnumerable<string>> EventsOf(IClaimStore store)
    {
        var watches = store.Watches(TimeProvider.System);
        return (await watches.ReadDueAsync(100, Token)).Select(due => due.Watch.Secret + due.Event.Body);
    }

    private static string Text(JsonObject json) => json.ToJsonString(StoredClaimJson.Compact);
}
