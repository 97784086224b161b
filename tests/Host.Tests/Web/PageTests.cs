using Microsoft.Playwright;
using Pipeline.Host.Api;
using Pipeline.Host.Tests.Api;
using static Microsoft.Playwright.Assertions;
using Pipeline.Store;

namespace Pipeline.Host.Tests.Web;

/// <summary>The page in a real browser over a real store: search, filter, open, read, review, compare, export.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private DeskHost desk = null!;

    public async ValueTask InitializeAsync() => desk = await DeskHost.StartAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("輝達")]
    [InlineData("英伟达")]
    [InlineData("NVIDIA")]
    public async Task Typing_a_name_in_any_script_narrows_the_table(string name)
    {
        await using var visit = await Visit.StartAsync(chromium, desk);
        await Expect(Rows(visit)).ToHaveCountAsync(10);
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync(name);
        await Expect(Rows(visit)).ToHaveCountAsync(4);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("4 条主张");
        await Expect(Rows(visit).First.Locator("mark")).ToHaveCountAsync(1);
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task Facets_filter_and_stand_in_the_address_and_as_chips()
    {
        await using var visit = await Visit.StartAsync(chromium, desk);
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "金额" }).CheckAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(4);
        Assert.EndsWith("#/claims?kind=money", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "数量" }).CheckAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(5);
        await visit.Page.ReloadAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(5);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "去掉条件 类别 数量" }).ClickAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(4);
        await visit.Page.GoBackAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(5);
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task A_filter_that_makes_no_sense_is_explained_on_the_page()
    {
        await using var visit = await Visit.StartAsync(chromium, desk);
        await visit.Page.GetByLabel("最小值").FillAsync("很多");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "应用" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("很多");
    }

    [Fact]
    public async Task A_claim_opens_beside_the_list_and_closes_with_Escape()
    {
        await using var visit = await Visit.StartAsync(chromium, desk);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "打开主张：5萬億美元" }).ClickAsync();
        var pane = visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "主张" });
        await Expect(pane.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync("5萬億美元");
        await Expect(pane).ToContainTextAsync("> 5万亿 USD");
        await Expect(pane).ToContainTextAsync("黃仁勳");
        await Expect(pane.Locator("blockquote mark")).ToHaveTextAsync("5萬億美元");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(pane).ToBeHiddenAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(10);
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task The_desk_can_be_used_without_a_mouse()
    {
        await using var visit = await Visit.StartAsync(chromium, desk);
        await Expect(Rows(visit)).ToHaveCountAsync(10);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "跳到内容" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("市值");
        await Expect(Rows(visit)).ToHaveCountAsync(4);
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("j");
        await Expect(Rows(visit).Nth(1).Locator("[data-step]")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("k");
        await Expect(Rows(visit).Nth(0).Locator("[data-step]")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "主张" })).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("快捷键");
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task In_the_article_every_claim_is_marked_and_shows_its_fields_on_focus()
    {
        var article = DeskArticles.All[0];
        await using var visit = await Visit.StartAsync(chromium, desk, $"#/article/{article.Article.Id}?at={article.Claims[1].Id}");
        var marks = visit.Page.Locator(".prose .claim-mark");
        await Expect(marks).ToHaveTextAsync(article.Claims.Select(claim => claim.Text));
        await Expect(visit.Page.Locator(".prose")).ToHaveTextAsync(article.Article.Text.Replace("\n", "", StringComparison.Ordinal));
        await Expect(marks.Nth(1)).ToBeFocusedAsync();
        var card = visit.Page.GetByRole(AriaRole.Tooltip);
        await Expect(card).ToContainTextAsync("同比");
        await marks.Nth(2).HoverAsync();
        await Expect(card).ToContainTextAsync("预测");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(card).ToBeHiddenAsync();
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task A_finding_is_recorded_with_the_token_and_shows_in_the_table()
    {
        var claim = DeskArticles.All[1].Claims[0];
        await using var visit = await Visit.StartAsync(chromium, desk, $"#/claims?open={claim.Id}");
        await FillFindingAsync(visit, "不实", "财报为420亿元", "王核查");
        await visit.Page.GetByLabel("证据链接").FillAsync("https://example.org/report");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "保存结论" }).ClickAsync();

        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("令牌").FillAsync("wrong");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "使用" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("这个令牌不对");
        await dialog.GetByLabel("令牌").FillAsync(DeskHost.Token);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "使用" }).ClickAsync();

        await Expect(visit.Page.Locator(".history")).ToContainTextAsync("财报为420亿元");
        await Expect(visit.Page.Locator(".history").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://example.org/report");
        await Expect(visit.Page.Locator($"tr[data-id='{claim.Id}'] .badge")).ToHaveTextAsync("不实");
        var stored = await desk.Store.FindClaimAsync(claim.Id, TestContext.Current.CancellationToken);
        Assert.Equal("王核查", Assert.Single(stored!.Reviews.Steps).Reviewer);
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task When_somebody_else_was_quicker_the_page_says_so_and_keeps_what_was_written()
    {
        var claim = DeskArticles.All[1].Claims[1];
        await using var visit = await Visit.StartAsync(chromium, desk, $"#/claims?open={claim.Id}");
        await visit.Page.EvaluateAsync("token => sessionStorage.setItem('pipeline.token', token)", DeskHost.Token);
        await FillFindingAsync(visit, "属实", "我的理由", "乙");
        using (var other = desk.Client(DeskHost.Token))
        {
            Assert.True((await other.PostAsync($"/api/claims/{claim.Id}/reviews", new { verdict = "false", reviewer = "甲", version = 0 })).IsSuccessStatusCode);
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "保存结论" }).ClickAsync();
        await Expect(visit.Page.Locator("#review-form [role=alert]")).ToContainTextAsync("甲 已写下结论");
        await Expect(visit.Page.Locator(".history .fresh")).ToContainTextAsync("不实");
        await Expect(visit.Page.GetByLabel("理由")).ToHaveValueAsync("我的理由");
        Assert.Single((await desk.Store.FindClaimAsync(claim.Id, TestContext.Current.CancellationToken))!.Reviews.Steps);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "保存结论" }).ClickAsync();
        await Expect(visit.Page.Locator(".history li").Nth(1)).ToContainTextAsync("我的理由");
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_never_run()
    {
        var hostile = DeskArticles.All.Single(s => s.Article.Text == DeskArticles.Hostile);
        await using var visit = await Visit.StartAsync(chromium, desk, $"#/claims?open={hostile.Claims[0].Id}");
        var pane = visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "主张" });
        await Expect(pane).ToContainTextAsync("<script>document.title='owned'</script>");
        await Expect(pane).ToContainTextAsync("=HYPERLINK(\"http://evil.example\")U+202E反转U+202C公司称");
        await visit.Page.GotoAsync($"{desk.Root}/#/article/{hostile.Article.Id}");
        await Expect(visit.Page.Locator(".prose")).ToContainTextAsync("<img src=x onerror=");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("<b>粗体</b>U+202E标题");
        Assert.Equal(0, await visit.Page.Locator("main img, main script, main b, main iframe").CountAsync());
        Assert.DoesNotContain("owned", await visit.Page.TitleAsync(), StringComparison.Ordinal);
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task The_policy_stops_what_should_ever_slip_through()
    {
        await using var visit = await Visit.StartAsync(chromium, desk);
        var thrown = await visit.Page.EvaluateAsync<string>("() => { try { document.body.innerHTML = '<b>x</b>'; return 'parsed'; } catch (e) { return e.name; } }");
        Assert.Equal("TypeError", thrown);
        var ran = await visit.Page.EvaluateAsync<bool>("() => { const s = document.createElement('img'); try { s.setAttribute('onerror', 'window.ran = true'); } catch { return false; } s.src = '/nothing.png'; document.body.append(s); return new Promise(done => s.addEventListener('error', () => done(window.ran === true))); }");
        Assert.False(ran);
    }

    [Fact]
    public async Task Conflicts_are_drawn_with_their_reason()
    {
        await using var visit = await Visit.StartAsync(chromium, desk, "#/conflicts");
        var slip = visit.Page.Locator(".group").Filter(new() { HasText = "差了数量级" });
        await Expect(slip).ToContainTextAsync("远山汽车");
        await Expect(slip.Locator("svg.interval")).ToHaveCountAsync(2);
        await slip.GetByRole(AriaRole.Link).Filter(new() { HasText = "42億元" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync("42億元");
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task A_timeline_is_drawn_and_listed()
    {
        await using var visit = await Visit.StartAsync(chromium, desk, "#/timeline");
        await visit.Page.GetByLabel("主体", new() { Exact = true }).FillAsync("英伟达");
        await visit.Page.GetByLabel("指标", new() { Exact = true }).FillAsync("market_cap");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "显示" }).ClickAsync();
        await Expect(visit.Page.Locator("svg a.point")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("table.values tbody tr")).ToHaveCountAsync(2);
        await visit.Page.Locator("svg a.point").First.FocusAsync();
        await Expect(visit.Page.Locator(".tip")).ToBeVisibleAsync();
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task A_search_is_watched_and_the_watch_removed()
    {
        await using var visit = await Visit.StartAsync(chromium, desk, "#/claims?kind=money");
        await visit.Page.EvaluateAsync("token => sessionStorage.setItem('pipeline.token', token)", DeskHost.Token);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "关注此搜索" }).ClickAsync();
        await visit.Page.GetByLabel("名称").FillAsync("金额");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "悄悄修改" }).UncheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "开始关注" }).ClickAsync();

        var watch = visit.Page.Locator(".watch");
        await Expect(watch).ToContainTextAsync("还没有提醒过");
        await Expect(watch.GetByRole(AriaRole.Heading)).ToHaveTextAsync("金额");
        Assert.Equal(2, Assert.Single(await desk.Store.Watches(TimeProvider.System).ListAsync(TestContext.Current.CancellationToken)).Events.Count);

        await watch.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(watch.GetByRole(AriaRole.Button)).ToHaveTextAsync("连同记录一起删除？");
        await watch.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(watch).ToHaveCountAsync(0);
        Assert.Empty(await desk.Store.Watches(TimeProvider.System).ListAsync(TestContext.Current.CancellationToken));
        visit.AssertQuiet(desk);
    }

    [Theory]
    [InlineData("CSV", "claims.csv")]
    [InlineData("JSONL", "claims.jsonl")]
    public async Task What_is_found_is_exported(string format, string name)
    {
        await using var visit = await Visit.StartAsync(chromium, desk, "#/claims?kind=money");
        await Expect(Rows(visit)).ToHaveCountAsync(4);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(format == "CSV" ? 5 : 4, lines.Length);
    }

    [Theory]
    [InlineData("zh-CN", "zh-Hans", "主张")]
    [InlineData("zh-TW", "zh-Hant", "主張")]
    [InlineData("en-GB", "en", "Claims")]
    [InlineData("fr-FR", "zh-Hans", "主张")]
    public async Task The_page_speaks_the_readers_language_and_changes_it_on_demand(string browser, string language, string claims)
    {
        await using var visit = await Visit.StartAsync(chromium, desk, language: browser);
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(visit.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).First).ToHaveTextAsync(claims);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "繁" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("10 條主張");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hant");
        visit.AssertQuiet(desk);
    }

    [Theory]
    [InlineData("#/claims", 320)]
    [InlineData("#/claims", 390)]
    [InlineData("#/conflicts", 390)]
    [InlineData("#/timeline?subject=英伟达&metric=market_cap", 390)]
    [InlineData("article", 390)]
    [InlineData("#/claims", 800)]
    public async Task Nothing_is_cut_off_on_a_phone(string address, int width)
    {
        await using var visit = await Visit.StartAsync(chromium, desk, address == "article" ? "#/article/" + DeskArticles.All[^1].Article.Id : address, width: width, height: 780);
        await Expect(visit.Page.Locator("tr[data-id], .group, .values, .prose").First).ToBeVisibleAsync();
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        visit.AssertQuiet(desk);
    }

    [Theory]
    [InlineData("#/claims?open=claim")]
    [InlineData("#/timeline")]
    public async Task Every_control_has_a_name_and_every_text_enough_contrast_in_light_and_dark(string address)
    {
        await using var visit = await Visit.StartAsync(chromium, desk, address.Replace("open=claim", "open=" + DeskArticles.All[0].Claims[0].Id, StringComparison.Ordinal));
        await Expect(visit.Page.Locator("tr[data-id], #t-subject").First).ToBeVisibleAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Accessibility.Faults));
        }
    }

    [Fact]
    public async Task New_claims_are_announced_and_the_list_moves_only_on_demand()
    {
        await using var visit = await Visit.StartAsync(chromium, desk);
        await Expect(Rows(visit)).ToHaveCountAsync(10);
        await desk.Store.SaveAsync(DeskArticles.Of("又一家公司花费3亿元。", null, "https://x.example/", "某报", "2025-11-06", ("3亿元", c => c with { Low = 3e8m, High = 3e8m, Unit = "CNY" })), TestContext.Current.CancellationToken);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "有 1 条新主张" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(Rows(visit)).ToHaveCountAsync(10);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "有 1 条新主张" }).ClickAsync();
        await Expect(Rows(visit)).ToHaveCountAsync(11);
        visit.AssertQuiet(desk);
    }

    [Fact]
    public async Task Without_a_token_configured_the_page_is_read_only_and_says_why()
    {
        await using var closed = await DeskHost.StartAsync(settings: new DeskSettings());
        await using var visit = await Visit.StartAsync(chromium, closed);
        await Expect(Rows(visit)).ToHaveCountAsync(10);
        await Rows(visit).First.ClickAsync();
        await Expect(visit.Page.Locator(".pane .off")).ToContainTextAsync("Web:Token");
        await Expect(visit.Page.Locator("#review-form")).ToHaveCountAsync(0);
        visit.AssertQuiet(closed);
    }

    private static ILocator Rows(Visit visit) => visit.Page.Locator("tr[data-id]");

    private static async Task FillFindingAsync(Visit visit, string verdict, string note, string reviewer)
    {
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = verdict, Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("理由").FillAsync(note);
        await visit.Page.GetByLabel("核查人").FillAsync(reviewer);
    }
}
