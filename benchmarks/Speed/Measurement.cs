using System.Runtime;

namespace Pipeline.Benchmarks.Speed;

/// <summary>What one stage took.</summary>
/// <param name="Megabytes">Read in a round.</param>
/// <param name="BestSeconds">Processor time of the fastest round.</param>
/// <param name="MedianSeconds">Processor time of the middle round.</param>
/// <param name="Allocated">Bytes allocated in a round.</param>
internal readonly record struct Measurement(double Megabytes, double BestSeconds, double MedianSeconds, long Allocated)
{
    /// <summary>Shortest round that the process's processor clock measures well.</summary>
    private const double ShortestRound = 0.05;

    /// <summary>Processor time without a newly compiled method after which the code is taken to be as fast as it gets.</summary>
    private const double Settled = 1;

    /// <summary>Longest time to warm up, in seconds of processor time.</summary>
    private const double LongestWarmUp = 30;

    /// <summary>Warms up until the JIT has nothing left to compile, then repeats <paramref name="run"/> for <paramref name="seconds"/> of processor time.</summary>
    /// <remarks>Processor time, not the clock on the wall: other work on the machine must not count. It is that of the whole process, the garbage collector's included.</remarks>
    public static Measurement Of(Action run, long bytes, double seconds)
    {
        var (repeats, warm) = (1, Now());
        var (compiled, since) = (0L, warm);
        while (Now() - since < Settled && Now() - warm < LongestWarmUp)
        {
            if (JitInfo.GetCompiledMethodCount() is var now && now != compiled)
            {
                (compiled, since) = (now, Now());
            }

            var start = Now();
            for (var i = 0; i < repeats; i++)
            {
                run();
            }

            if (Now() - start < ShortestRound)
            {
                repeats *= 2;
            }
        }

        var rounds = new List<double>();
        var allocated = 0L;
        var begin = Now();
        do
        {
            var (start, before) = (Now(), GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < repeats; i++)
            {
                run();
            }

            rounds.Add((Now() - start) / repeats);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / repeats;
        }
        while (Now() - begin < seconds);
        rounds.Sort();
        return new Measurement(bytes / 1e6, rounds[0], rounds[rounds.Count / 2], allocated);
    }

    public string ToRow(string name) =>
        $"{name,-28} {Megabytes / BestSeconds,8:F2} MB/s best {Megabytes / MedianSeconds,8:F2} MB/s median {Allocated / Megabytes / 1e6,8:F2} MB allocated a MB";

    /// <summary>To the microsecond; what <see cref="System.Diagnostics.Process"/> tells comes in steps of ten milliseconds, a fifth of a round.</summary>
    private static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
