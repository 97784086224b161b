using Pipeline.Ingest.Fetching.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Pipeline.Ingest.Fetching.Hosts;

/// <summary>How requests to one host deal with its faults: further tries and a breaker around each, a time limit on one.</summary>
internal static class HostResilience
{
    /// <summary>A host is left alone when at least half of at least this many requests failed…</summary>
    private const int BreakerThroughput = 6;

    /// <summary>…within this time, or the time in which twice as many run into their limit, so that a host that lets every request wait is left alone too.</summary>
    private static readonly TimeSpan s_breakerWindow = TimeSpan.FromMinutes(2);

    /// <summary>Each break is twice as long as the one before, up to this, until the host answers: a dead host must not cost a slot again and again.</summary>
    private static readonly TimeSpan s_longestBreak = TimeSpan.FromHours(1);

    /// <summary>Least break that the breaker's library takes.</summary>
    private static readonly TimeSpan s_leastBreak = TimeSpan.FromMilliseconds(500);

    public static ResiliencePipeline<HttpAnswer> Create(FetchSettings settings, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<HttpAnswer> { TimeProvider = clock };
        if (settings.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnotherTry(arguments.Outcome.Result, settings)),
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = settings.RetryDelay,
                UseJitter = true,
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Exception: TimeoutRejectedException } => true,
                    { Result.Outcome: FetchOutcome.TimedOut or FetchOutcome.Unreachable or FetchOutcome.ServerError or FetchOutcome.BrokenResponse } => true,
                    _ => false,
                }),
                FailureRatio = 0.5,
                MinimumThroughput = BreakerThroughput,
                SamplingDuration = Longer(s_breakerWindow, settings.Timeout * BreakerThroughput * 2),
                BreakDurationGenerator = arguments => ValueTask.FromResult(Break(Longer(settings.BreakDuration, s_leastBreak), arguments.HalfOpenAttempts)),
            })
            .Build();
    }

    /// <summary>Most time for one request.</summary>
    public static ResiliencePipeline<HttpAnswer> OfOneRequest(FetchSettings settings, TimeProvider clock) =>
        new ResiliencePipelineBuilder<HttpAnswer> { TimeProvider = clock }.AddTimeout(new TimeoutStrategyOptions { Timeout = settings.Timeout }).Build();

    private static TimeSpan Break(TimeSpan first, int failedProbes) =>
        first >= s_longestBreak ? first : TimeSpan.FromTicks((long)Math.Min(first.Ticks * Math.Pow(2, Math.Max(0, failedProbes)), s_longestBreak.Ticks));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A request that ran into the time limit is not sent again at once, it has already cost its share; nor one to a server whose certificate is wrong.</summary>
    private static bool IsWorthAnotherTry(HttpAnswer? answer, FetchSettings settings) => answer is not null
        && answer.Outcome.IsTransient() && answer.Outcome is not (FetchOutcome.TimedOut or FetchOutcome.InsecureServer)
        && (answer.Outcome == FetchOutcome.Throttled ? answer.RetryAfter <= settings.LongestWait : answer.RetryAfter is null || answer.RetryAfter <= settings.LongestWait);
}
