using System.Numerics;

namespace Pipeline.Store.Duplicates;

/// <summary>
/// Charikar's SimHash over pairs of neighbouring words: texts that share most of them differ in few of the 64 bits.
/// </summary>
/// <remarks>M. Charikar, Similarity estimation techniques from rounding algorithms, STOC 2002; bands after G. Manku et al., Detecting near-duplicates for web crawling, WWW 2007.</remarks>
internal static class SimHash
{
    /// <summary>Bands that a fingerprint is cut into: six of neighbouring bits, six of every sixth bit. Two that differ in five bits or fewer share at least one whole band, of eight bits nineteen in twenty do, of twelve three in four.</summary>
    public const int Bands = 2 * Cuts;

    /// <summary>The most bits in which two fingerprints may differ and still be compared; texts that are no copies differ in 24 and more.</summary>
    /// <remarks>Measured with benchmarks/NearCopies on 125 articles of 2005 to 2024, their reprints and all pairs of them (docs/storage.md).</remarks>
    public const int MaxDistance = 16;

    private const int Cuts = 6;

    /// <summary>The fingerprint of a text's features.</summary>
    public static long Of(IEnumerable<ulong> features)
    {
        Span<int> weights = stackalloc int[64];
        foreach (var feature in features)
        {
            for (var bit = 0; bit < 64; bit++)
            {
                weights[bit] += (int)((feature >> bit) & 1) * 2 - 1;
            }
        }

        var hash = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            hash |= weights[bit] > 0 ? 1UL << bit : 0;
        }

        return (long)hash;
    }

    /// <summary>How many bits differ, 0 to 64.</summary>
    public static int Distance(long a, long b) => BitOperations.PopCount((ulong)(a ^ b));

    /// <summary>A band of a fingerprint, 0 to <see cref="Bands"/> − 1: ten or eleven bits.</summary>
    public static long Band(long fingerprint, int band)
    {
        if (band >= Cuts)
        {
            var taken = 0L;
            for (var bit = band - Cuts; bit < 64; bit += Cuts)
            {
                taken = (taken << 1) | ((fingerprint >> bit) & 1);
            }

            return taken;
        }

        var start = band * 64 / Cuts;
        var width = ((band + 1) * 64 / Cuts) - start;
        return ((long)((ulong)fingerprint >> start)) & ((1L << width) - 1);
    }

    /// <summary>FNV-1a over UTF-16 units, finished with a mixing step so that short words fill all bits.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93UL;
        return hash ^ (hash >> 32);
    }
}
