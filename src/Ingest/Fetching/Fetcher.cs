using System.Globalization;
using System.Net;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Hosts;
using Pipeline.Ingest.Fetching.Http;
using Pipeline.Ingest.Fetching.Robots;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Pipeline.Ingest.Fetching;

/// <summary>
/// Fetches politely and safely: robots.txt obeyed, one request and a pause a host, redirects followed by hand so that each is judged anew,
/// every size and time limited. Safe for use from many threads; one for a process, or politeness is lost.
/// </summary>
public sealed class Fetcher : IDisposable
{
    /// <summary>Most characters of a reason.</summary>
    private const int MaxReasonLength = 500;

    private readonly FetchSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpExchange _exchange;
    private readonly HostDirectory _hosts;
    private readonly RobotsDirectory _robots;
    private readonly SemaphoreSlim _slots;
    private readonly ResiliencePipeline<HttpAnswer> _oneRequest;

    /// <summary>Its limits and manners.</summary>
    public FetchSettings Settings => _settings;

    /// <summary>Makes a fetcher that looks names up as the machine does.</summary>
    public Fetcher(FetchSettings settings, TimeProvider clock)
        : this(settings, clock, Dns.GetHostAddressesAsync)
    {
    }

    /// <param name="settings">Limits and manners.</param>
    /// <param name="clock">Pauses and time limits.</param>
    /// <param name="resolve">Looks up the addresses of a name.</param>
    /// <param name="isAllowed">Which addresses may be connected to; null for what <paramref name="settings"/> say.</param>
    internal Fetcher(FetchSettings settings, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool>? isAllowed = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        (_settings, _clock) = (settings, clock);
        _exchange = new HttpExchange(settings, clock, resolve, isAllowed ?? (address => settings.AllowPrivateNetworks || PublicInternet.Contains(address)));
        _hosts = new HostDirectory(settings, clock);
        _robots = new RobotsDirectory(settings, clock, FetchAsync);
        _slots = new SemaphoreSlim(settings.MaxConcurrent);
        _oneRequest = HostResilience.OfOneRequest(settings, clock);
    }

    /// <summary>Fetches one address. What goes wrong is told by the result, never by an exception.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var url = request.Address.Url;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            visited.Add(url.AbsoluteUri);
            var answer = await AskAsync(url, request, cancellationToken).ConfigureAwait(false);
            if (answer.Location is null)
            {
                return Result(answer);
            }

            if (!DocumentAddress.TryResolve(answer.Location, url, out var next))
            {
                return Result(answer with { Reason = $"redirects to '{answer.Location}', no http address" });
            }

            if (visited.Contains(next.AbsoluteUri))
            {
                return Result(answer with { Reason = $"redirects in a circle, back to {next}" });
            }

            if (request.IsHeld is { } isHeld && DocumentAddress.TryCreate(next.AbsoluteUri, null, out var target) && target.Key != request.Address.Key && isHeld(target))
            {
                return Result(answer with { Outcome = FetchOutcome.MovedToHeld, Url = next });
            }

            if (visited.Count > _settings.MaxRedirects)
            {
                return Result(answer with { Reason = string.Create(CultureInfo.InvariantCulture, $"more than {_settings.MaxRedirects} redirects (Fetch:MaxRedirects)") });
            }

            url = next;
        }
    }

    /// <summary>Waits until a host's pause is over, without taking its turn; returns at once when it is longer than <see cref="FetchSettings.LongestWait"/>.</summary>
    public Task WaitForPauseAsync(string host, CancellationToken cancellationToken) => _hosts.WaitForPauseAsync(host, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _exchange.Dispose();
        _slots.Dispose();
    }

    private async Task<HttpAnswer> AskAsync(Uri url, FetchRequest request, CancellationToken cancellationToken)
    {
        var pause = _settings.DelayPerHost;
        if (_settings.RespectRobots && request.Purpose != FetchPurpose.Robots)
        {
            var verdict = await _robots.AskAsync(url, cancellationToken).ConfigureAwait(false);
            if (!verdict.Allowed)
            {
                return verdict.Unreachable is null
                    ? new HttpAnswer(FetchOutcome.DisallowedByRobots, url) { Reason = "the site's robots.txt forbids it" }
                    : new HttpAnswer(FetchOutcome.Unreachable, url) { Reason = verdict.Unreachable, RetryAfter = verdict.AskAgainIn };
            }

            pause = verdict.CrawlDelay > pause ? verdict.CrawlDelay.Value : pause;
        }

        var (turn, wait) = await _hosts.EnterAsync(url.IdnHost, cancellationToken).ConfigureAwait(false);
        if (turn is null)
        {
            return new HttpAnswer(FetchOutcome.Throttled, url) { RetryAfter = wait, Reason = string.Create(CultureInfo.InvariantCulture, $"{url.IdnHost} asks to wait for {wait.TotalSeconds:0} s") };
        }

        using (turn)
        {
            // Only a page that is held unchanged has validators to send; behind a redirect it is another page.
            var validators = url == request.Address.Url ? request.Validators : null;
            turn.PauseAfterwards(pause);
            var answer = await SendAsync(turn.Host, url, request.Purpose, validators, cancellationToken).ConfigureAwait(false);
            if (answer.Location is not null)
            {
                turn.PauseAfterwards(TimeSpan.Zero);
            }

            if (answer is { Outcome: FetchOutcome.Throttled, RetryAfter: { } retryAfter })
            {
                _hosts.Postpone(turn.Host, retryAfter);
            }

            return answer;
        }
    }

    private async Task<HttpAnswer> SendAsync(HostState host, Uri url, FetchPurpose purpose, Validators? validators, CancellationToken cancellationToken)
    {
        try
        {
            return await host.Resilience.ExecuteAsync(
                static async (state, token) => await state.Item1.SendOnceAsync(state.url, state.purpose, state.validators, token).ConfigureAwait(false),
                (this, url, purpose, validators),
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            return new HttpAnswer(FetchOutcome.TimedOut, url) { Reason = string.Create(CultureInfo.InvariantCulture, $"no complete answer within {_settings.Timeout.TotalSeconds:0.###} s (Fetch:Timeout)") };
        }
        catch (BrokenCircuitException e)
        {
            return new HttpAnswer(FetchOutcome.Throttled, url) { RetryAfter = e.RetryAfter ?? _settings.BreakDuration, Reason = $"{host.Name} keeps failing and is left alone for a while" };
        }
    }

    /// <summary>A slot is held while the request is under way, not while a further try is waited for: a host that asks to wait must not keep others waiting.</summary>
    private async ValueTask<HttpAnswer> SendOnceAsync(Uri url, FetchPurpose purpose, Validators? validators, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _oneRequest.ExecuteAsync(
                static async (state, token) => await state._exchange.SendAsync(state.url, state.purpose, state.validators, token).ConfigureAwait(false),
                (_exchange, url, purpose, validators),
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private FetchResult Result(HttpAnswer answer) => new()
    {
        Outcome = answer.Outcome,
        Url = answer.Url,
        RetrievedAt = _clock.GetUtcNow(),
        Reason = answer.Reason is { } reason ? Legible(reason) : null,
        StatusCode = answer.StatusCode,
        Body = answer.Body,
        MediaType = answer.MediaType,
        Validators = answer.Validators,
        RetryAfter = answer.RetryAfter,
    };

    /// <summary>Reasons quote what servers send: they must neither fill a log nor drive the terminal that shows it.</summary>
    private static string Legible(string reason) => string.Create(Math.Min(reason.Length, MaxReasonLength), reason, static (legible, reason) =>
    {
        for (var i = 0; i < legible.Length; i++)
        {
            legible[i] = char.IsControl(reason[i]) ? ' ' : reason[i];
        }
    });
}
