using System.CommandLine;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Service;

namespace Pipeline.Host.Commands;

/// <summary><c>serve</c>, also with no verb: the background service.</summary>
internal static class ServeCommand
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("serve", "Watch the feeds of the configuration, store what they bring, and serve the page and the API, until stopped.", "serve --config pipeline.json", "serve --db desk.db") { EndsItself = true };
        verb.Run(terminal, RunAsync);
        return verb;
    }

    /// <summary>Runs the service as the options say.</summary>
    public static Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken stopping)
    {
        var config = parsed.GetValue(SharedOptions.Config);
        return ServiceHost.RunAsync(SettingsReader.Read(config, parsed.GetValue(SharedOptions.Db)), SettingsReader.Sources(config), terminal, stopping);
    }
}
