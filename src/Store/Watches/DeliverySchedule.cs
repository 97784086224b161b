namespace Pipeline.Store.Watches;

/// <summary>When a failed delivery is tried again: after a minute, then five times as long each time, at most a day apart, eight times in all (about three days).</summary>
public static class DeliverySchedule
{
    /// <summary>Attempts before a delivery is given up.</summary>
    public const int MaxAttempts = 8;

    /// <summary>How long to wait after so many failed attempts; null when that was the last.</summary>
    /// <param name="attempts">Attempts so far, 1 or more.</param>
    public static TimeSpan? After(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return attempts >= MaxAttempts ? null : TimeSpan.FromMinutes(Math.Min(Math.Pow(5, attempts - 1), TimeSpan.FromDays(1).TotalMinutes));
    }
}
