using Pipeline.Extract.Model;
using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>What is found by what, for every engine.</summary>
public abstract class SearchSuite
{
    private protected static StoreOptions Options { get; } = new() { Vocabulary = ExtractorVocabulary.Of(JiebaSegmenter.Default, ContextLexicon.Default, new QuantityScanner()) };

    private protected abstract IClaimStore Open();

    /// <summary>Words, and the quantities of the claims they find, best and newest first.</summary>
    [Theory]
    [InlineData("英伟达", "26% 5万亿美元 95%")]
    [InlineData("英偉達", "26% 5万亿美元 95%")]
    [InlineData("NVIDIA", "26% 5万亿美元 95%")]
    [InlineData("輝達", "26% 5万亿美元 95%")]
    [InlineData("\"辉达\"", "95%")] // a phrase is looked for as it stands
    [InlineData("市场份额", "95%")]
    [InlineData("市場份額", "95%")]
    [InlineData("涨", "12%")] // one character, inside a word
    [InlineData("上涨", "12%")]
    [InlineData("昇腾", "800TFLOP/s")]
    [InlineData("昇騰910C", "800TFLOP/s")]
    [InlineData("910", "800TFLOP/s")]
    [InlineData("tflop", "800TFLOP/s")]
    [InlineData("算力 达到", "800TFLOP/s")]
    [InlineData("“达到800TFLOP/s的算力”", "800TFLOP/s")]
    [InlineData("“算力达到”", "")]
    [InlineData("英伟达的营收", "26%")] // both words, wherever they stand
    [InlineData("头条标题", "12%")] // the headline
    [InlineData("黄仁勋", "95%")]
    [InlineData("不存在", "")]
    [InlineData("!!!", "")]
    [InlineData("\"", "26% 5万亿美元 800TFLOP/s 95% 12% 3至5倍")] // nothing is wanted
    public async Task Words_find(string words, string found) => Assert.Equal(found, await Found(("q", words)));

    /// <summary>Filters, and the quantities of the claims they leave.</summary>
    [Theory]
    [InlineData("kind=money", "5万亿美元")]
    [InlineData("kind=money,compute", "5万亿美元 800TFLOP/s")]
    [InlineData("kind=market-share", "95%")]
    [InlineData("metric=market_share", "95%")]
    [InlineData("metric=市场份额", "95%")]
    [InlineData("metric=份额", "95%")]
    [InlineData("subject=英伟达", "26% 5万亿美元 95%")]
    [InlineData("subject=NVIDIA", "26% 5万亿美元 95%")]
    [InlineData("subject=昇腾", "800TFLOP/s")]
    [InlineData("speaker=黄仁勋", "95%")]
    [InlineData("speaker=黃仁勳", "95%")]
    [InlineData("unit=USD", "5万亿美元")]
    [InlineData("unit=%&min=90", "95%")]
    [InlineData("unit=%&max=25.9999", "12%")]
    [InlineData("unit=%&min=26&max=95", "26% 95%")]
    [InlineData("unit=%&min=26.0001&max=94.9", "")]
    [InlineData("unit=USD&min=5000000000000", "5万亿美元")]
    [InlineData("unit=USD&min=5e12&max=5e12", "5万亿美元")]
    [InlineData("unit=USD&min=5.000001e12", "")]
    [InlineData("unit=FLOP/s&min=5e14", "800TFLOP/s")]
    [InlineData("unit=x&min=4&max=4.5", "3至5倍")] // a stated range is met anywhere in it
    [InlineData("unit=x&min=5.1", "")]
    [InlineData("modality=forecast", "3至5倍")]
    [InlineData("since=2025-11-02", "26% 5万亿美元 800TFLOP/s 95%")]
    [InlineData("until=2025-11-01", "12% 3至5倍")]
    [InlineData("since=2025-11-01&until=2025-11-01", "12%")]
    [InlineData("time=2024", "95%")]
    [InlineData("time=2025Q1", "26% 12%")]
    [InlineData("time=2025-01/2025-12", "26% 12%")]
    [InlineData("source=乙报", "12%")]
    [InlineData("source=b.example", "12%")]
    [InlineData("source=https://www.b.example/2", "12%")]
    [InlineData("source=nowhere.example", "")]
    [InlineData("verdict=false", "95%")]
    [InlineData("verdict=true", "")]
    [InlineData("review=closed", "95%")]
    [InlineData("review=none", "26% 5万亿美元 800TFLOP/s 12% 3至5倍")]
    [InlineData("review=none,closed&unit=%", "26% 95% 12%")]
    [InlineData("review=none,open&unit=%", "26% 12%")]
    [InlineData("subject=昇腾910C,\"英伟达\"&kind=money,compute", "5万亿美元 800TFLOP/s")]
    [InlineData("subject=\"英伟达,昇腾910C\"", "")]
    [InlineData("q=英伟达&kind=money&unit=USD&min=3000000000000", "5万亿美元")]
    [InlineData("q=英伟达&verdict=false", "95%")]
    public async Task Filters_leave(string filters, string found) =>
        Assert.Equal(found, await Found([.. filters.Split('&').Select(f => (f[..f.IndexOf('=', StringComparison.Ordinal)], f[(f.IndexOf('=', StringComparison.Ordinal) + 1)..]))]));

    [Theory]
    [InlineData("英伟达")]
    [InlineData("")]
    public async Task Pages_follow_each_other_without_gap_or_repeat(string words)
    {
        await using var store = await Filled();
        var query = new ClaimQueryParser(Options.Vocabulary).Parse([new("q", words), new("limit", "1")]);
        var all = await store.QueryAsync(query with { Limit = 100 }, TestContext.Current.CancellationToken);
        var paged = new List<string>();
        for (var cursor = (string?)null; ;)
        {
            var page = await store.QueryAsync(query with { Cursor = cursor }, TestContext.Current.CancellationToken);
            paged.AddRange(page.Claims.Select(c => c.Claim.Id));

            // A claim that is stored meanwhile disturbs nothing.
            await Save(store, $"英伟达另有{paged.Count}个新厂。", $"{paged.Count}个", paged.Count, "个", ClaimKind.Count, "2026-01-01", subject: "英伟达");
            if ((cursor = page.Next) is null)
            {
                break;
            }
        }

        Assert.Equal(all.Claims.Select(c => c.Claim.Id), paged);
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_refused()
    {
        await using var store = await Filled();
        var page = await store.QueryAsync(new ClaimQuery { Limit = 1 }, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<QueryException>(() => store.QueryAsync(new ClaimQuery { Kinds = [ClaimKind.Money], Cursor = page.Next }, TestContext.Current.CancellationToken));
        Assert.Equal("cursor", error.Parameter);
        await Assert.ThrowsAsync<QueryException>(() => store.QueryAsync(new ClaimQuery { Cursor = "nonsense" }, TestContext.Current.CancellationToken));
    }

    /// <summary>Topics by their newest claim, each with its values; the first after a cursor, the rest of the way after it.</summary>
    [Theory]
    [InlineData("", "甲 市值: 9 3 1|乙 市值: 8 2|甲 营收: 7")]
    [InlineData("q=甲", "甲 市值: 9 3 1|甲 营收: 7")]
    [InlineData("unit=CNY&max=8", "乙 市值: 8 2|甲 营收: 7|甲 市值: 3 1")]
    [InlineData("since=2025-11-02&until=2025-11-08", "乙 市值: 8 2|甲 营收: 7|甲 市值: 3")]
    [InlineData("metric=营收", "甲 营收: 7")]
    public async Task Topics_come_in_the_order_of_their_newest_claim(string filters, string topics)
    {
        await using var store = Open();
        foreach (var (subject, metric, day) in new[] { ("甲", "市值", 1), ("乙", "市值", 2), ("甲", "市值", 3), ("甲", "营收", 7), ("乙", "市值", 8), ("甲", "市值", 9) })
        {
            await Save(store, $"{subject}公司的{metric}为{day}元。", $"{day}元", day, "CNY", ClaimKind.Money, $"2025-11-0{day}", subject, metric: metric, metricId: metric == "营收" ? "revenue" : null);
        }

        var query = new ClaimQueryParser(Options.Vocabulary).Parse(filters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => KeyValuePair.Create(f.Split('=')[0], (string?)f.Split('=')[1])));
        var whole = await TopicsOf(store, query);
        Assert.Equal(topics, string.Join('|', whole.Select(topic => $"{topic.Claims[0].Claim.Subject} {topic.Claims[0].Claim.Metric}: {string.Join(' ', topic.Claims.Select(claim => claim.Claim.Low))}")));
        for (var i = 0; i < whole.Count; i++)
        {
            var rest = await TopicsOf(store, query with { Cursor = whole[i].Next });
            Assert.Equal(whole.Skip(i + 1).Select(topic => topic.Claims[0].Claim.Id), rest.Select(topic => topic.Claims[0].Claim.Id));
        }

        await foreach (var topic in store.StreamTopicsAsync(query, maxClaims: 2, TestContext.Current.CancellationToken))
        {
            Assert.InRange(topic.Claims.Count, 1, 2);
            Assert.Equal(whole.Single(all => all.Claims[0].Claim.Id == topic.Claims[0].Claim.Id).Claims.Count <= 2, topic.IsComplete);
        }
    }

    private static async Task<List<ClaimTopic>> TopicsOf(IClaimStore store, ClaimQuery query)
    {
        var topics = new List<ClaimTopic>();
        await foreach (var topic in store.StreamTopicsAsync(query, cancellationToken: TestContext.Current.CancellationToken))
        {
            topics.Add(topic);
        }

        return topics;
    }

    [Fact]
    public async Task Searches_are_answered_while_others_write()
    {
        await using var store = await Filled();
        var query = new ClaimQueryParser(Options.Vocabulary).Parse([new("q", "英伟达")]);
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i <= 40; i++)
            {
                await Save(store, $"英伟达另有{i}个新厂。", $"{i}个", i, "个", ClaimKind.Count, "2026-01-01", subject: "英伟达", subjectId: "英伟达");
            }
        }, TestContext.Current.CancellationToken);
        var before = 3;
        do
        {
            var found = (await store.QueryAsync(query with { Limit = 100 }, TestContext.Current.CancellationToken)).Claims.Count;
            Assert.InRange(found, before, 43);
            Assert.InRange((await store.CountAsync(query, TestContext.Current.CancellationToken)).Total, found, 43);
            before = found;
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(43, (await store.QueryAsync(query with { Limit = 100 }, TestContext.Current.CancellationToken)).Claims.Count);
    }

    [Fact]
    public async Task Facets_count_what_the_query_finds()
    {
        await using var store = await Filled();
        var counts = await store.CountAsync(new ClaimQueryParser(Options.Vocabulary).Parse([new("q", "英伟达")]), TestContext.Current.CancellationToken);
        Assert.Equal((3, true), (counts.Total, counts.IsComplete));
        Assert.Equal([new("market_share", 1), new("money", 1), new("revenue_share", 1)], counts.Facets["kind"]);
        Assert.Equal([new("英伟达", 3)], counts.Facets["subject"]);
    }

    [Fact]
    public async Task A_claim_is_found_by_the_beginning_of_its_id()
    {
        await using var store = await Filled();
        var id = (await store.QueryAsync(new ClaimQuery { Limit = 1 }, TestContext.Current.CancellationToken)).Claims[0].Claim.Id;
        Assert.Equal(id, (await store.FindClaimAsync(id[..8], TestContext.Current.CancellationToken))!.Claim.Claim.Id);
        Assert.Null(await store.FindClaimAsync("ffffffffffffffffffff", TestContext.Current.CancellationToken));
        Assert.Null(await store.FindClaimAsync("", TestContext.Current.CancellationToken));
    }

    private static async Task Save(IClaimStore store, string text, string quantity, decimal low, string unit, ClaimKind kind, string published, string? subject = null, string? subjectId = null, string? metric = null, string? metricId = null, decimal? high = null, string? time = null, string? speaker = null, Modality modality = Modality.Asserted, string? url = null, string? publisher = null, string? title = null)
    {
        var article = Some.Article(text, url ?? "file.txt", url, publisher, title, published);
        await store.SaveAsync(new Submission(article, [Some.Claim(article, quantity, low, unit, kind, subject, subjectId, metric, metricId, high, time, speaker, modality: modality)]), TestContext.Current.CancellationToken);
    }

    private async Task<IClaimStore> Filled()
    {
        var store = Open();
        await Save(store, "巅峰时期,中国市场贡献了英伟达全球营收的26%。", "26%", 26, "%", ClaimKind.RevenueShare, "2025-12-05T09:00:00+08:00", "英伟达", "英伟达", "营收", "revenue", time: "2025");
        await Save(store, "英偉達這家市值5万亿美元的科技巨頭。", "5万亿美元", 5e12m, "USD", ClaimKind.Money, "2025-12-04T09:00:00+08:00", "英偉達", "英伟达", "市值", "market_cap");
        await Save(store, "昇腾910C达到800TFLOP/s的算力。", "800TFLOP/s", 8e14m, "FLOP/s", ClaimKind.Compute, "2025-12-03", "昇腾910C", metric: "算力");
        await Save(store, "黄仁勋称,辉达在华市场份额从95%掉了下来。", "95%", 95, "%", ClaimKind.MarketShare, "2025-12-02T23:59:00+08:00", "辉达", "英伟达", "市场份额", "market_share", time: "2024-12", speaker: "英伟达CEO黄仁勋");
        await Save(store, "股价上涨了12%。", "12%", 12, "%", ClaimKind.Change, "2025-11-01T12:00:00+08:00", time: "2025-01/2025-03", url: "https://www.b.example/2", publisher: "乙报", title: "头条标题");
        await Save(store, "产能预计是去年的3至5倍。", "3至5倍", 3, "x", ClaimKind.Ratio, "2025-10-01", high: 5, modality: Modality.Forecast);
        var share = await store.QueryAsync(new ClaimQuery { Kinds = [ClaimKind.MarketShare] }, TestContext.Current.CancellationToken);
        await store.AddReviewAsync(new ReviewDraft { ClaimId = share.Claims[0].Claim.Id, Reviewer = "审核甲", Verdict = Verdict.False }, TestContext.Current.CancellationToken);
        return store;
    }

    private async Task<string> Found(params (string Name, string Value)[] filters)
    {
        await using var store = await Filled();
        var query = new ClaimQueryParser(Options.Vocabulary).Parse(filters.Select(f => KeyValuePair.Create(f.Name, (string?)f.Value)));
        var page = await store.QueryAsync(query, TestContext.Current.CancellationToken);
        return string.Join(' ', page.Claims.Select(c => c.Claim.Text));
    }
}
