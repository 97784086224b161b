using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Fetching.Http;
using Pipeline.Store.Watches;

namespace Pipeline.Host.Service;

/// <summary>Posts one event to its webhook.</summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>Names the event: the same in every attempt, so that a receiver can leave out what it has already.</summary>
    public const string EventHeader = "Pipeline-Event";

    /// <summary>Characters of a problem that are kept.</summary>
    private const int MaxProblemLength = 300;

    private readonly HttpMessageInvoker _invoker;
    private readonly string _userAgent;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    /// <param name="settings">Who we are, and which networks may be reached.</param>
    /// <param name="timeout">Most time until a receiver has answered.</param>
    /// <param name="clock">Stamps signatures and measures the timeout.</param>
    public WebhookSender(PipelineSettings settings, TimeSpan timeout, TimeProvider clock)
    {
        (_userAgent, _timeout, _clock) = (settings.Fetch.UserAgent, timeout, clock);
        _invoker = new HttpMessageInvoker(GuardedHandler.Create(settings.Fetch.AllowPrivateNetworks));
    }

    /// <summary>Posts it.</summary>
    /// <returns>Null when the receiver answered with a status from 200 to 299; else why it counts as not delivered.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<string?> PostAsync(Watch watch, WatchEvent fired, CancellationToken cancellationToken)
    {
        if (watch.Webhook is not { } address || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return "the webhook is no http or https address";
        }

        using var timeout = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(watch, fired, address);
            using var response = await _invoker.SendAsync(request, either.Token).ConfigureAwait(false);
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => null,
                var status and >= 300 and < 400 => string.Create(CultureInfo.InvariantCulture, $"status {status}: redirects are not followed"),
                var status => string.Create(CultureInfo.InvariantCulture, $"status {status}"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no answer within {_timeout.TotalSeconds:0.###} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            var message = e.GetBaseException().Message;
            return message.Length > MaxProblemLength ? message[..MaxProblemLength] : message;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private HttpRequestMessage Request(Watch watch, WatchEvent fired, Uri address)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(fired.Body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        request.Headers.Add(EventHeader, string.Create(CultureInfo.InvariantCulture, $"{watch.Id}:{fired.Key}"));
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(watch.Secret ?? "", _clock.GetUtcNow(), fired.Body));
        return request;
    }
}
