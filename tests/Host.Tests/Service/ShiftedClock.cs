namespace Pipeline.Host.Tests.Service;

/// <summary>The machine's clock, put forward by hand.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _shiftTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shiftTicks));

    public void PutForward(TimeSpan time) => Interlocked.Add(ref _shiftTicks, time.Ticks);
}
