using Pipeline.Host.Configuration;
using Pipeline.Host.Service;
using Pipeline.Ingest.Fetching;
using Pipeline.Store.Frontier;

namespace Pipeline.Host.Tests.Service;

public class PageSchedulingTests
{
    private static readonly DateTimeOffset s_noon = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ServiceSettings s_settings = new() { MaxAttempts = 3, TryAgainAfter = TimeSpan.FromMinutes(1), RefetchAfter = [TimeSpan.FromHours(6), TimeSpan.FromDays(1)] };

    [Theory]
    [InlineData(FetchOutcome.ServerError, 0, null, PageState.Waiting, 1)]
    [InlineData(FetchOutcome.TimedOut, 1, null, PageState.Waiting, 4)]
    [InlineData(FetchOutcome.Throttled, 0, 30, PageState.Waiting, 30)]
    [InlineData(FetchOutcome.Throttled, 1, 2, PageState.Waiting, 4)]
    [InlineData(FetchOutcome.ServerError, 2, null, PageState.Failed, null)]
    [InlineData(FetchOutcome.Missing, 0, null, PageState.Failed, null)]
    [InlineData(FetchOutcome.DisallowedByRobots, 0, null, PageState.Failed, null)]
    public void A_new_page_waits_ever_longer_and_not_for_ever(FetchOutcome outcome, int attempts, int? retryAfterMinutes, PageState state, int? dueInMinutes)
    {
        var report = PageScheduling.WithoutBody(Page(PageState.Waiting, attempts), Result(outcome) with { RetryAfter = retryAfterMinutes is { } m ? TimeSpan.FromMinutes(m) : null }, s_settings);
        Assert.Equal((state, dueInMinutes is { } due ? s_noon.AddMinutes(due) : null, state == PageState.Waiting), (report.State, report.DueAt, report.IsTransientFailure));
        Assert.StartsWith($"{outcome}: why", report.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(1, 24)]
    [InlineData(2, null)]
    public void An_unchanged_article_is_looked_at_again_as_configured(int fetches, int? hours)
    {
        var report = PageScheduling.WithoutBody(Page(PageState.Stored, 0, fetches), Result(FetchOutcome.NotModified), s_settings);
        Assert.Equal((PageState.Stored, hours is { } h ? s_noon.AddHours(h) : null, "\"1\""), (report.State, report.DueAt, report.ETag));
        Assert.Null(report.Problem);
    }

    [Fact]
    public void An_article_that_is_gone_stays_stored_and_its_loss_is_on_record()
    {
        var report = PageScheduling.WithoutBody(Page(PageState.Stored, 0, 1), Result(FetchOutcome.Missing), s_settings);
        Assert.Equal((PageState.Stored, s_noon.AddDays(1)), (report.State, report.DueAt));
        Assert.NotNull(report.Problem);
    }

    [Fact]
    public void A_backoff_never_exceeds_half_a_day() =>
        Assert.Equal(s_noon.AddHours(12), PageScheduling.WithoutBody(Page(PageState.Waiting, 90), Result(FetchOutcome.TimedOut), s_settings with { MaxAttempts = 1_000 }).DueAt);

    private static DuePage Page(PageState state, int attempts, int fetches = 0) => new(1, "k", "https://news.example/a", "news.example", attempts, fetches, state, "\"1\"", null);

    private static FetchResult Result(FetchOutcome outcome) => new() { Outcome = outcome, Url = new Uri("https://news.example/a"), RetrievedAt = s_noon, Reason = "why" };
}
