using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>What the service's queue remembers, for every engine.</summary>
public abstract class FrontierSuite : IAsyncLifetime
{
    private const string Feed = "https://news.example/rss.xml";
    private static readonly DateTimeOffset s_noon = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private IClaimStore _store = null!;
    private IFrontier _frontier = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract IClaimStore Open();

    public ValueTask InitializeAsync()
    {
        _store = Open();
        _frontier = _store.Frontier;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes away what the engine kept.</summary>
    private protected abstract void Close();

    [Fact]
    public async Task A_feed_is_due_at_once_and_then_when_its_visit_says()
    {
        await RegisterAsync(Feed);
        Assert.Equal([new DueFeed(Feed, null, null, null)], _frontier.ReadDueFeeds(s_noon));
        await _frontier.RecordVisitAsync(new FeedVisit(Feed, s_noon, s_noon.AddMinutes(10)) { Succeeded = true, ETag = "\"1\"", LastModified = "Sat" }, Token);
        Assert.Empty(_frontier.ReadDueFeeds(s_noon.AddMinutes(9)));
        Assert.Equal([new DueFeed(Feed, "\"1\"", "Sat", s_noon)], _frontier.ReadDueFeeds(s_noon.AddMinutes(10)));
    }

    [Fact]
    public async Task Configuring_anew_keeps_history_drops_what_is_gone_and_honours_a_shorter_interval()
    {
        await RegisterAsync(Feed, "https://old.example/");
        await _frontier.RecordVisitAsync(new FeedVisit(Feed, s_noon, s_noon.AddHours(5)) { Succeeded = true, Pages = [Page("a")] }, Token);
        await RegisterAsync(Feed);
        Assert.Equal([Feed], _frontier.ReadDueFeeds(s_noon.AddMinutes(10)).Select(f => f.Url));
        var status = _frontier.ReadStatus(s_noon, 0);
        Assert.Equal([(Feed, true, 1L), ("https://old.example/", false, 0L)], status.Feeds.Select(f => (f.Url, f.IsActive, f.Found)));
    }

    [Fact]
    public async Task A_failing_feed_counts_its_failures_and_keeps_its_validators()
    {
        await RegisterAsync(Feed);
        await _frontier.RecordVisitAsync(new FeedVisit(Feed, s_noon, s_noon) { Succeeded = true, ETag = "\"1\"", Pages = [Page("a")] }, Token);
        await _frontier.RecordVisitAsync(new FeedVisit(Feed, s_noon.AddHours(1), s_noon) { Problem = "HTTP 500" }, Token);
        await _frontier.RecordVisitAsync(new FeedVisit(Feed, s_noon.AddHours(2), s_noon) { Problem = "HTTP 502" }, Token);
        var feed = _frontier.ReadStatus(s_noon, 0).Feeds.Single();
        Assert.Equal((2, "HTTP 502", s_noon, s_noon.AddHours(2), s_noon), (feed.Failures, feed.Problem, feed.SucceededAt, feed.CheckedAt, feed.FoundAt));
        Assert.Equal("\"1\"", _frontier.ReadDueFeeds(s_noon).Single().ETag);
        Assert.False(feed.IsSilentAt(s_noon.AddDays(1)));
        Assert.True(feed.IsSilentAt(s_noon.AddDays(1).AddTicks(1)));
    }

    [Fact]
    public async Task A_page_is_new_once_whatever_feed_names_it()
    {
        await RegisterAsync(Feed, "https://other.example/");
        Assert.Equal(2, await _frontier.RecordVisitAsync(new FeedVisit(Feed, s_noon, s_noon) { Succeeded = true, Pages = [Page("a"), Page("b")] }, Token));
        Assert.Equal(1, await _frontier.RecordVisitAsync(new FeedVisit("https://other.example/", s_noon, s_noon) { Succeeded = true, Pages = [Page("b"), Page("c")] }, Token));
        Assert.Equal(["a", "b", "c"], Due("news.example").Select(p => p.Document));
    }

    [Fact]
    public async Task Only_hosts_with_pages_due_that_have_not_asked_for_peace_are_named()
    {
        await AddAsync(Page("a", "a.example"), Page("b", "b.example"), Page("c", "c.example"));
        await _frontier.PostponeHostAsync("b.example", s_noon.AddHours(1), Token);
        await _frontier.PostponeHostAsync("b.example", s_noon.AddMinutes(1), Token);
        await ReportAsync(Due("c.example").Single(), PageState.Rejected);
        Assert.Equal(["a.example"], _frontier.ReadDueHosts(s_noon));
        Assert.Equal(["a.example", "b.example"], _frontier.ReadDueHosts(s_noon.AddHours(1)));
        Assert.Empty(_frontier.ReadDueHosts(s_noon.AddTicks(-TimeSpan.TicksPerSecond)));
    }

    [Fact]
    public async Task What_waits_or_is_stored_is_held_and_what_failed_is_not()
    {
        await AddAsync(Page("waits"), Page("stored", "b.example"), Page("fails", "c.example"));
        await ReportAsync(Due("b.example").Single(), PageState.Stored);
        await ReportAsync(Due("c.example").Single(), PageState.Failed);
        Assert.Equal([true, true, false, false], ((string[])["waits", "stored", "fails", "unknown"]).Select(_frontier.Holds));
    }

    [Fact]
    public async Task What_a_clock_that_ran_ahead_put_off_is_due_when_it_is_right_again()
    {
        var ahead = s_noon.AddYears(5);
        await AddAsync(Page("a", "a.example"), Page("b", "b.example"));
        await _frontier.RecordVisitAsync(new FeedVisit(Feed, ahead, ahead.AddHours(1)) { Succeeded = true }, Token);
        await _frontier.ReportAsync([new PageReport(Due("a.example").Single(), ahead, PageState.Stored, ahead.AddDays(1))], Token);
        await _frontier.PostponeHostAsync("b.example", ahead.AddHours(1), Token);
        Assert.Equal(["b.example"], ((string[])["a.example", "b.example"]).Where(host => _frontier.ReadDuePages(host, s_noon, 1).Count > 0));
        Assert.Empty(_frontier.ReadDueHosts(s_noon));
        Assert.Single(_frontier.ReadDueFeeds(s_noon));
        await RegisterAsync(Feed);
        Assert.Equal(["a.example", "b.example"], _frontier.ReadDueHosts(s_noon));
    }

    [Fact]
    public async Task A_stored_page_and_its_article_are_recorded_together()
    {
        await AddAsync(Page("a"));
        var article = Some.Article("出货量5万颗。", url: "https://news.example/a");
        var report = new PageReport(Due("news.example").Single(), s_noon, PageState.Stored, s_noon.AddDays(1))
        {
            ETag = "\"1\"",
            Article = _store.Prepare(new Submission(article, [Some.Claim(article, "5万颗", 50000, "颗")])),
        };
        var receipt = (await _frontier.ReportAsync([report], Token)).Single();
        Assert.Equal((SaveOutcome.Stored, article.Id), (receipt!.Outcome, receipt.ArticleId));
        Assert.NotNull(await _store.FindArticleAsync(article.Id, Token));
        Assert.Empty(Due("news.example"));
        var again = _frontier.ReadDuePages("news.example", s_noon.AddDays(1), 10).Single();
        Assert.Equal((PageState.Stored, 1, "\"1\""), (again.State, again.Fetches, again.ETag));
    }

    [Fact]
    public async Task A_report_that_cannot_be_recorded_leaves_nothing_of_its_batch()
    {
        await AddAsync(Page("a"), Page("b"));
        var (first, second) = (Due("news.example")[0], Due("news.example")[1]);
        var article = Some.Article("出货量5万颗。");
        var good = new PageReport(first, s_noon, PageState.Stored, null) { Article = _store.Prepare(new Submission(article, [])) };
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _frontier.ReportAsync([good, new PageReport(second, s_noon, (PageState)99, null)], Token));
        Assert.Equal(2, Due("news.example").Count);
        Assert.Null(await _store.FindArticleAsync(article.Id, Token));
    }

    [Fact]
    public async Task Transient_failures_are_counted_until_an_answer_settles_the_page()
    {
        await AddAsync(Page("a"));
        for (var i = 1; i <= 2; i++)
        {
            await _frontier.ReportAsync([new PageReport(Due("news.example").Single(), s_noon, PageState.Waiting, s_noon) { IsTransientFailure = true, Problem = "HTTP 502" }], Token);
            Assert.Equal((i, 0), (Due("news.example").Single().Attempts, Due("news.example").Single().Fetches));
        }

        await _frontier.ReportAsync([new PageReport(Due("news.example").Single(), s_noon, PageState.Stored, s_noon)], Token);
        Assert.Equal((0, 1), (Due("news.example").Single().Attempts, Due("news.example").Single().Fetches));
    }

    [Fact]
    public async Task What_a_redirect_led_to_is_not_fetched_besides()
    {
        await AddAsync(Page("a"), Page("b"));
        await _frontier.ReportAsync([new PageReport(Due("news.example")[0], s_noon, PageState.Stored, null) { LedTo = Page("b") }], Token);
        Assert.Empty(Due("news.example"));
        await AddAsync(Page("c"));
        await _frontier.ReportAsync([new PageReport(Due("news.example")[0], s_noon, PageState.Stored, null) { LedTo = Page("d") }], Token);
        await AddAsync(Page("d"));
        Assert.Empty(Due("news.example"));
        Assert.Equal(2, _frontier.ReadStatus(s_noon, 0).Pages[PageState.Alias]);
    }

    [Fact]
    public async Task Status_counts_pages_and_names_the_newest_problems()
    {
        await AddAsync(Page("a"), Page("b"), Page("c"), Page("d"));
        await ReportAsync(Due("news.example")[0], PageState.Failed, "HTTP 404", s_noon.AddMinutes(1));
        await ReportAsync(Due("news.example")[0], PageState.Rejected, "not an article", s_noon.AddMinutes(2));
        var status = _frontier.ReadStatus(s_noon, 1);
        Assert.Equal(2, status.Due);
        Assert.Equal((2L, 1L, 1L), (status.Pages[PageState.Waiting], status.Pages[PageState.Failed], status.Pages[PageState.Rejected]));
        Assert.Equal([new PageProblem("https://news.example/b", PageState.Rejected, "not an article", s_noon.AddMinutes(2))], status.Problems);
    }

    [Fact]
    public async Task Everything_outlives_the_process()
    {
        await AddAsync(Page("a"), Page("b"));
        await ReportAsync(Due("news.example")[0], PageState.Stored);
        await _store.DisposeAsync();
        await using var reopened = Open();
        Assert.Equal(["b"], reopened.Frontier.ReadDuePages("news.example", s_noon, 10).Select(p => p.Document));
    }

    private static FoundPage Page(string name, string host = "news.example") => new(name, $"https://{host}/{name}", host);

    private Task RegisterAsync(params string[] feeds) =>
        _frontier.RegisterFeedsAsync([.. feeds.Select(feed => new FeedRegistration(feed, "rss", TimeSpan.FromMinutes(10), TimeSpan.FromDays(1)))], s_noon, Token);

    private async Task AddAsync(params FoundPage[] pages)
    {
        await RegisterAsync(Feed);
        await _frontier.RecordVisitAsync(new FeedVisit(Feed, s_noon, s_noon) { Succeeded = true, Pages = pages }, Token);
    }

    private async Task ReportAsync(DuePage page, PageState state, string? problem = null, DateTimeOffset? at = null) =>
        await _frontier.ReportAsync([new PageReport(page, at ?? s_noon, state, null) { Problem = problem }], Token);

    private IReadOnlyList<DuePage> Due(string host) => _frontier.ReadDuePages(host, s_noon, 10);
}
