using Microsoft.Playwright;

namespace Pipeline.Host.Tests.Web;

/// <summary>A real headless Chromium: the distribution's, or the one that CHROMIUM names. Without one the tests are skipped, in CI they fail.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>A browser that talks to nobody but the page.</summary>
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;

    public IBrowser? Browser { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>The browser, or the end of the test.</summary>
    public IBrowser Require()
    {
        if (Browser is null)
        {
            var reason = $"no Chromium at {Executable}: install the package chromium, or name one in the environment variable CHROMIUM";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
        }

        return Browser!;
    }
}
