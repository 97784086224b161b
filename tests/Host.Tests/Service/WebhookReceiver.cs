using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Pipeline.Tests.Shared.Web;

namespace Pipeline.Host.Tests.Service;

/// <summary>Somebody's webhook on loopback, which keeps what it is sent.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly LoopbackSite _site;
    private readonly Channel<Post> _posts = Channel.CreateUnbounded<Post>();

    private WebhookReceiver(LoopbackSite site) => _site = site;

    /// <summary>One post.</summary>
    public sealed record Post(IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public JsonNode Json => JsonNode.Parse(Body)!;

        public string Kind => (string)Json["event"]!;

        public string ClaimText => (string)Json["claim"]!["text"]!;

        /// <summary>Checks the signature as a receiver would that has only read the documentation.</summary>
        public bool IsSignedWith(string secret)
        {
            var parts = Headers["Pipeline-Signature"].Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
            return parts["v1"] == Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{Body}")));
        }
    }

    public Uri Address => new(_site.Root + "/hook");

    public LoopbackSite Site => _site;

    /// <summary>Every post so far.</summary>
    public ConcurrentQueue<Post> Posts { get; } = new();

    /// <summary>Answers each post once it is kept; the default is an empty 200.</summary>
    public RequestDelegate Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver(await LoopbackSite.StartAsync());
        receiver._site.With("/hook", receiver.ReceiveAsync);
        return receiver;
    }

    /// <summary>The next post, waited for.</summary>
    public async Task<Post> NextAsync() => await _posts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Assert.Equal(HttpMethods.Post, context.Request.Method);
        var post = new Post(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body);
        Posts.Enqueue(post);
        await _posts.Writer.WriteAsync(post, context.RequestAborted);
        await Answer(context);
    }
}
