namespace Pipeline.Store.Watches;

/// <summary>Watches and what they fired. Looking and delivering are the service's work; this remembers both across restarts.</summary>
public interface IWatchStore
{
    /// <summary>Keeps a new watch; it fires on what is stored from now on.</summary>
    Task AddAsync(Watch watch, CancellationToken cancellationToken = default);

    /// <summary>All watches, oldest first.</summary>
    Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Drops a watch and its events.</summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Looks at what was stored since the last look, and keeps what fires; each happening fires once, also when the process dies in between.</summary>
    /// <returns>How many events are new.</returns>
    /// <exception cref="Queries.QueryException">The filters of a watch cannot be read; all others have been looked at.</exception>
    Task<int> LookAsync(CancellationToken cancellationToken = default);

    /// <summary>The newest events of a watch.</summary>
    Task<IReadOnlyList<WatchEvent>> ReadEventsAsync(string watchId, int limit, CancellationToken cancellationToken = default);

    /// <summary>Events that want delivering now, with their watch: the oldest of each webhook, then the second of each, and so on, so that one with many leaves room for the others.</summary>
    Task<IReadOnlyList<(Watch Watch, WatchEvent Event)>> ReadDueAsync(int limit, CancellationToken cancellationToken = default);

    /// <summary>Records an attempt to deliver.</summary>
    /// <param name="eventKey">The event.</param>
    /// <param name="problem">Why it failed; null when it was delivered.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task RecordDeliveryAsync(long eventKey, string? problem, CancellationToken cancellationToken = default);

    /// <summary>What became of the events of each watch, in the order of <see cref="ListAsync"/>.</summary>
    Task<IReadOnlyList<WatchDeliveries>> ReadDeliveriesAsync(CancellationToken cancellationToken = default);
}
