namespace Pipeline.Ingest.Tests.Fetching;

/// <summary>A clock that goes on by hand; the one on the wall can be put back by itself, as an operator would. Timers run in real time.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _elapsed;
    private DateTimeOffset _wall = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _wall;

    public override long GetTimestamp() => _elapsed;

    public void Advance(TimeSpan time)
    {
        _elapsed += time.Ticks;
        _wall += time;
    }

    public void PutBack(TimeSpan time) => _wall -= time;
}
