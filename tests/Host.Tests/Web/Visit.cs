using Microsoft.Playwright;
using Pipeline.Host.Tests.Api;

namespace Pipeline.Host.Tests.Web;

/// <summary>Somebody at the page: what the browser complains of, and whom it talks to, is kept.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console (violations of the policy among them), and exceptions.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address that was asked for.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<Visit> StartAsync(Chromium chromium, DeskHost desk, string address = "", string language = "zh-CN", int width = 1360, int height = 860)
    {
        var context = await chromium.Require().NewContextAsync(new BrowserNewContextOptions { Locale = language, ViewportSize = new ViewportSize { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Console += (_, message) =>
        {
            // An answer of 401 or 409 is part of the story; the browser reports each as an error to load.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                visit.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => visit.Complaints.Add(error);
        page.Request += (_, request) => visit.Requests.Add(request.Url);
        await page.GotoAsync(desk.Root + "/" + address);
        return visit;
    }

    /// <summary>Nothing was refused by the policy, nothing threw, and nobody else was asked.</summary>
    public void AssertQuiet(DeskHost desk)
    {
        Assert.Empty(Complaints);
        Assert.All(Requests, request => Assert.True(request.StartsWith(desk.Root, StringComparison.Ordinal) || request.StartsWith("blob:" + desk.Root, StringComparison.Ordinal), request));
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
