using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Pipeline.Ingest.Fetching.Robots;

namespace Pipeline.Ingest.Fetching.Http;

/// <summary>One request and its answer, within limits: no redirect is followed, no cookie kept, no proxy used.</summary>
internal sealed class HttpExchange : IDisposable
{
    /// <summary>Most kilobytes of response headers; browsers allow 256, servers send under 16.</summary>
    private const int MaxHeaderKilobytes = 64;

    /// <summary>Most characters of an ETag or Last-Modified field; real ones stay below 100.</summary>
    private const int MaxValidatorLength = 512;

    private readonly FetchSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _invoker;

    public HttpExchange(FetchSettings settings, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool> isAllowed)
    {
        (_settings, _clock) = (settings, clock);
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = new GuardedConnector(isAllowed, resolve).ConnectAsync,
            ConnectTimeout = settings.Timeout,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            // What is left of a refused body is not worth reading: the connection is closed instead.
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // A proxy would connect for us, past the check of addresses.
            UseProxy = false,
            UseCookies = false,
        });
    }

    /// <summary>Sends one request and reads its answer.</summary>
    /// <returns>The answer, or why there is none; <see cref="HttpAnswer.Location"/> is set when it is a redirect.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<HttpAnswer> SendAsync(Uri url, FetchPurpose purpose, Validators? validators, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(url, purpose, validators);
            using var response = await _invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return await ReadAsync(url, purpose, response, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler's own limit on connecting.
            return new HttpAnswer(FetchOutcome.TimedOut, url) { Reason = string.Create(CultureInfo.InvariantCulture, $"no connection within {_settings.Timeout.TotalSeconds:0.###} s") };
        }
        catch (HttpRequestException e)
        {
            return Failure(url, e);
        }
        catch (SocketException e)
        {
            // The handler lets it through when a connection is lost before it has asked for its address.
            return new HttpAnswer(FetchOutcome.Unreachable, url) { Reason = e.Message };
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return new HttpAnswer(FetchOutcome.BrokenResponse, url) { Reason = Innermost(e) };
        }
    }

    public void Dispose() => _invoker.Dispose();

    private HttpRequestMessage Request(Uri url, FetchPurpose purpose, Validators? validators)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        headers.TryAddWithoutValidation("Accept", MediaTypes.Accept(purpose));
        headers.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9,zh-TW;q=0.8,en;q=0.3");
        if (validators?.ETag is { } tag)
        {
            headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (validators?.LastModified is { } date)
        {
            headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return request;
    }

    private async Task<HttpAnswer> ReadAsync(Uri url, FetchPurpose purpose, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var location = Header(response.Headers, "Location");
        if (status is 301 or 302 or 303 or 307 or 308)
        {
            return new HttpAnswer(FetchOutcome.BadRedirect, url) { StatusCode = status, Location = location, Reason = location is null ? $"HTTP {status} without a Location" : null };
        }

        if (status != 200)
        {
            var retryAfter = RetryAfter(response.Headers);
            return new HttpAnswer(OutcomeOf(status, retryAfter), url) { StatusCode = status, RetryAfter = retryAfter, Reason = status == 304 ? null : Describe(response, status) };
        }

        var type = Header(response.Content.Headers, "Content-Type");
        if (!MediaTypes.IsTaken(type, purpose))
        {
            return new HttpAnswer(FetchOutcome.WrongMediaType, url) { StatusCode = status, Reason = $"'{type}' is no {MediaTypes.Expected(purpose)}" };
        }

        var limit = purpose == FetchPurpose.Robots ? RobotsRules.MaxBytes : _settings.MaxBytes;
        var tooLarge = new HttpAnswer(FetchOutcome.TooLarge, url) { StatusCode = status, Reason = string.Create(CultureInfo.InvariantCulture, $"the body has more than {limit:N0} bytes (Fetch:MaxBytes)") };
        if (response.Content.Headers.ContentLength > limit && purpose != FetchPurpose.Robots)
        {
            return tooLarge;
        }

        // An encoding that the handler could not undo is still named here.
        if (response.Content.Headers.ContentEncoding.FirstOrDefault(e => e is not ("" or "identity")) is { } encoding)
        {
            return new HttpAnswer(FetchOutcome.BrokenResponse, url) { StatusCode = status, Reason = $"content encoding '{encoding}' is not supported" };
        }

        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var (body, isWhole) = await ReadAsync(stream, limit, cancellationToken).ConfigureAwait(false);
        if (!isWhole && purpose != FetchPurpose.Robots)
        {
            return tooLarge;
        }

        var (tag, modified) = (Validator(response.Headers, "ETag"), Validator(response.Content.Headers, "Last-Modified"));
        return new HttpAnswer(FetchOutcome.Fetched, url)
        {
            StatusCode = status,
            Body = body,
            MediaType = type,
            Validators = tag is null && modified is null ? null : new Validators(tag, modified),
        };
    }

    /// <summary>Reads up to <paramref name="limit"/> bytes, and says whether that was all.</summary>
    private static async Task<(byte[] Body, bool IsWhole)> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (read == 0 || length > limit)
                {
                    return (buffer[..Math.Min(length, limit)], length <= limit);
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        TimeSpan? wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => null,
        };
        return wait is not { } stated ? null : stated < TimeSpan.Zero ? TimeSpan.Zero : stated > FetchSettings.LongestPause ? FetchSettings.LongestPause : stated;
    }

    private static FetchOutcome OutcomeOf(int status, TimeSpan? retryAfter) => status switch
    {
        304 => FetchOutcome.NotModified,
        404 or 410 => FetchOutcome.Missing,
        429 => FetchOutcome.Throttled,
        503 when retryAfter is not null => FetchOutcome.Throttled,
        408 or 425 => FetchOutcome.TimedOut,
        >= 500 => FetchOutcome.ServerError,
        >= 400 => FetchOutcome.Denied,
        _ => FetchOutcome.BrokenResponse,
    };

    private static HttpAnswer Failure(Uri url, HttpRequestException e) => e switch
    {
        { InnerException: AddressRefusedException refused } => new HttpAnswer(FetchOutcome.AddressRefused, url) { Reason = refused.Message },
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new HttpAnswer(FetchOutcome.TooLarge, url) { Reason = $"the headers have more than {MaxHeaderKilobytes} kB" },
        // A handshake that broke off tells nothing of the certificate: the connection was lost.
        { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: IOException } =>
            new HttpAnswer(FetchOutcome.Unreachable, url) { Reason = Innermost(e) },
        { HttpRequestError: HttpRequestError.SecureConnectionError } => new HttpAnswer(FetchOutcome.InsecureServer, url) { Reason = Innermost(e) },
        { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError } or { InnerException: SocketException } =>
            new HttpAnswer(FetchOutcome.Unreachable, url) { Reason = Innermost(e) },
        _ => new HttpAnswer(FetchOutcome.BrokenResponse, url) { Reason = Innermost(e) },
    };

    /// <summary>A validator that can be sent back: a request's headers must be ASCII, and an endless one would be kept for nothing.</summary>
    private static string? Validator(HttpHeaders headers, string name) =>
        Header(headers, name) is { Length: > 0 and <= MaxValidatorLength } value && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? value : null;

    private static string Describe(HttpResponseMessage response, int status) =>
        string.IsNullOrWhiteSpace(response.ReasonPhrase) ? $"HTTP {status}" : $"HTTP {status} {response.ReasonPhrase}";

    private static string Innermost(Exception e) => e.GetBaseException().Message;

    private static string? Header(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
