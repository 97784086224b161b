using Pipeline.Ingest.Fetching.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Pipeline.Ingest.Fetching.Hosts;

/// <summary>How requests to one host deal with its faults: further tries, a breaker, a time limit.</summary>
internal static class HostResilience
{
    /// <summary>A host is left alone when at least half of at least this many requests failed…</summary>
    private const int BreakerThroughput = 6;

    /// <summary>…within this time.</summary>
    private static readonly TimeSpan s_breakerWindow = TimeSpan.FromMinutes(2);

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
                SamplingDuration = s_breakerWindow,
                BreakDuration = settings.BreakDuration > s_leastBreak ? settings.BreakDuration : s_leastBreak,
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = settings.Timeout })
            .Build();
    }

    /// <summary>A request that ran into the time limit is not sent again at once: it has already cost its share.</summary>
    private static bool IsWorthAnotherTry(HttpAnswer? answer, FetchSettings settings) => answer is not null
        && answer.Outcome.IsTransient() && answer.Outcome != FetchOutcome.TimedOut
        && (answer.Outcome == FetchOutcome.Throttled ? answer.RetryAfter <= settings.LongestWait : answer.RetryAfter is null || answer.RetryAfter <= settings.LongestWait);
}
