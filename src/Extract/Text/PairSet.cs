using System.Runtime.CompilerServices;

namespace Pipeline.Extract.Text;

/// <summary>Which two UTF-16 units words start with, as a bit map of their hashes that stays in the processor's first caches: turns most places of a text away, and lets a few too many through.</summary>
/// <param name="bits">Binary logarithm of the map's size, 6 to 30.</param>
internal sealed class PairSet(int bits)
{
    private const int Bits = 64;

    private readonly ulong[] _map = new ulong[1 << bits >> 6];
    private readonly int _shift = 32 - bits;

    /// <summary>A set of the same pairs that later ones of this set do not reach.</summary>
    public PairSet Copy()
    {
        var copy = new PairSet(32 - _shift);
        _map.CopyTo(copy._map, 0);
        return copy;
    }

    /// <summary>Puts a pair into the set.</summary>
    public void Add(char first, char second)
    {
        var hash = Hash(first, second);
        _map[hash / Bits] |= 1UL << (int)hash;
    }

    /// <summary>False for a pair that was not added; true for each that was, and for the few that share its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayContain(char first, char second)
    {
        var hash = Hash(first, second);
        return (_map[hash / Bits] >> (int)hash & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Hash(char first, char second) => (((first * 0x9E3779B1U) + second) * 0x85EBCA6BU) >> _shift;
}
