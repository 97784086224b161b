namespace Pipeline.Ingest.Fetching.Hosts;

/// <summary>Gives each host its turns: one request at a time, and a pause between two.</summary>
internal sealed class HostDirectory(FetchSettings settings, TimeProvider clock)
{
    /// <summary>Hosts remembered before idle ones are forgotten: their pauses are over, so nothing is lost but a breaker's count.</summary>
    private const int MaxHosts = 1_024;

    private readonly Dictionary<string, HostState> _hosts = new(StringComparer.Ordinal);

    private readonly long _started = clock.GetTimestamp();

    /// <summary>Counted without the clock on the wall, which may be put back by hours.</summary>
    private TimeSpan Now => clock.GetElapsedTime(_started);

    /// <summary>Waits for the turn of <paramref name="host"/>.</summary>
    /// <returns>The turn, or none and how long the host wants to be left alone when that is longer than <see cref="FetchSettings.LongestWait"/>.</returns>
    public async Task<(HostTurn? Turn, TimeSpan Wait)> EnterAsync(string host, CancellationToken cancellationToken)
    {
        var state = Rent(host);
        var entered = false;
        try
        {
            if (Wait(state) is var early && early > settings.LongestWait)
            {
                return (null, early);
            }

            await state.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            entered = true;
            while (Wait(state) is var wait && wait > TimeSpan.Zero)
            {
                if (wait > settings.LongestWait)
                {
                    return (null, wait);
                }

                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            }

            var turn = new HostTurn(this, state);
            (entered, state) = (false, null);
            return (turn, TimeSpan.Zero);
        }
        finally
        {
            if (state is not null)
            {
                Return(state, entered, TimeSpan.Zero);
            }
        }
    }

    /// <summary>Waits until the pause of <paramref name="host"/> is over, or is longer than <see cref="FetchSettings.LongestWait"/>.</summary>
    public async Task WaitForPauseAsync(string host, CancellationToken cancellationToken)
    {
        while (PauseOf(host) is var wait && wait > TimeSpan.Zero && wait <= settings.LongestWait)
        {
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps every request from <paramref name="host"/> for at least <paramref name="wait"/>.</summary>
    public void Postpone(HostState host, TimeSpan wait)
    {
        lock (_hosts)
        {
            var until = Now + wait;
            host.NotBefore = host.NotBefore > until ? host.NotBefore : until;
        }
    }

    public void Leave(HostState host, TimeSpan pause) => Return(host, entered: true, pause);

    private TimeSpan PauseOf(string host)
    {
        lock (_hosts)
        {
            return _hosts.TryGetValue(host, out var state) ? state.NotBefore - Now : TimeSpan.Zero;
        }
    }

    private TimeSpan Wait(HostState state)
    {
        lock (_hosts)
        {
            return state.NotBefore - Now;
        }
    }

    private HostState Rent(string host)
    {
        lock (_hosts)
        {
            if (!_hosts.TryGetValue(host, out var state))
            {
                if (_hosts.Count >= MaxHosts)
                {
                    ForgetIdle();
                }

                _hosts.Add(host, state = new HostState(host, HostResilience.Create(settings, clock)));
            }

            state.Users++;
            return state;
        }
    }

    private void Return(HostState state, bool entered, TimeSpan pause)
    {
        lock (_hosts)
        {
            state.Users--;
            if (pause > TimeSpan.Zero && Now + pause is var until && until > state.NotBefore)
            {
                state.NotBefore = until;
            }

            if (entered)
            {
                state.Turn.Release();
            }
        }
    }

    private void ForgetIdle()
    {
        var now = Now;
        foreach (var (name, state) in _hosts)
        {
            if (state.Users == 0 && state.NotBefore <= now)
            {
                _hosts.Remove(name);
            }
        }
    }
}
