using System.Globalization;

namespace Pipeline.Host.CommandLine;

/// <summary>How far long work has come: one line on standard error, drawn only for a person at a terminal whose results go elsewhere.</summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider clock) : IDisposable
{
    /// <summary>Short enough to feel alive, long enough that drawing costs nothing; short work never shows a line.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(0.5);

    private long drawn = clock.GetTimestamp();
    private int done;
    private bool visible;

    /// <summary>Counts one more input that is done.</summary>
    public void Advance()
    {
        done++;
        if (terminal.ErrorIsTerminal && !terminal.OutputIsTerminal && clock.GetElapsedTime(drawn) >= s_interval)
        {
            drawn = clock.GetTimestamp();
            visible = true;
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done:N0} inputs done\e[K"));
        }
    }

    /// <summary>Takes the line away, before something else is written.</summary>
    public void Clear()
    {
        if (visible)
        {
            visible = false;
            terminal.Error.Write("\r\e[K");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
