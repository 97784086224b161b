using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Pipeline.Host.Tests.Service;

/// <summary>A <c>pipeline serve</c> of its own, followed by what it logs.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServeProcess(Process process) => _process = process;

    /// <summary>One line of the log: its event and the values it names.</summary>
    public sealed record LogLine(int EventId, string Message, JsonElement State)
    {
        public const int Stored = 40;

        public string? this[string name] => State.ValueKind == JsonValueKind.Object && State.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    /// <summary>The process, for its memory and handles.</summary>
    public Process Process => _process;

    public static ServeProcess Start(string configFile, params (string Name, string Value)[] environment) => StartWithin([], configFile, environment);

    /// <summary>Starts it through a command that replaces itself by its arguments, such as <c>unshare</c>.</summary>
    public static ServeProcess StartWithin(string[] wrapper, string configFile, params (string Name, string Value)[] environment)
    {
        string[] command = [.. wrapper, "dotnet"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "pipeline.dll"), "serve", "--config", configFile])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ServeProcess(Process.Start(start)!);
    }

    /// <summary>Writes a configuration for a feed on loopback.</summary>
    public static string Configure(string folder, string feed, string more = "")
    {
        var file = Path.Combine(folder, "pipeline.json");
        File.WriteAllText(file, $$"""
            {
              "Store": { "Db": {{JsonSerializer.Serialize(Path.Combine(folder, "claims.db"))}} },
              "Feeds": [ { "Url": "{{feed}}", "Every": "01:00:00" } ],
              "Fetch": { "DelayPerHost": "00:00:00", "AllowPrivateNetworks": true, "RefetchAfter": [] {{more}} },
              "Web": { "Urls": "http://127.0.0.1:0" }
            }
            """);
        return file;
    }

    /// <summary>The log until the process ends; lines that are no log line are passed on as event 0.</summary>
    public async IAsyncEnumerable<LogLine> ReadLogAsync()
    {
        while (await _process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            yield return Parse(line);
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as systemd sends it.</summary>
    public void Terminate() => Assert.Equal(0, SendSignal(_process.Id, 15));

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static LogLine Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new LogLine(root.GetProperty("EventId").GetInt32(), root.GetProperty("Message").GetString() ?? "", root.TryGetProperty("State", out var state) ? state.Clone() : default);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            return new LogLine(0, string.Create(CultureInfo.InvariantCulture, $"{line}"), default);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
