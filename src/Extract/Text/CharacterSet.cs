using System.Runtime.CompilerServices;

namespace Pipeline.Extract.Text;

/// <summary>A fixed set of UTF-16 units as a bit map: one look a unit, where members stand close together and a vector search would stop all the time.</summary>
internal sealed class CharacterSet
{
    private const int Bits = 64;

    private readonly ulong[] _map = new ulong[(char.MaxValue + 1) / Bits];

    /// <summary>Makes the set of <paramref name="units"/>.</summary>
    public CharacterSet(ReadOnlySpan<char> units)
    {
        foreach (var unit in units)
        {
            _map[unit / Bits] |= 1UL << unit;
        }
    }

    /// <summary>True when <paramref name="unit"/> is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(char unit) => (_map[unit / Bits] >> unit & 1) != 0;

    /// <summary>The first place from <paramref name="at"/> on that holds a member; the length of <paramref name="text"/> when none does.</summary>
    public int NextIn(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !Contains(text[at]))
        {
            at++;
        }

        return at;
    }
}
