namespace Pipeline.Ingest.Fetching.Hosts;

/// <summary>The right to be the one request under way to a host; disposing it hands the turn on.</summary>
internal sealed class HostTurn(HostDirectory directory, HostState host) : IDisposable
{
    private TimeSpan _pause;

    /// <summary>The host the turn is for.</summary>
    public HostState Host => host;

    /// <summary>Sets how long after this turn the next one starts; zero when a redirect goes on at once.</summary>
    public void PauseAfterwards(TimeSpan pause) => _pause = pause;

    public void Dispose() => directory.Leave(host, _pause);
}
