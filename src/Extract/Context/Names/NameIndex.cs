namespace Pipeline.Extract.Context.Names;

/// <summary>Says of almost every stretch of text that it is no listed name, without a look at the names: they are many, and a look at one leaves the processor's caches.</summary>
internal sealed class NameIndex
{
    private const int Bits = 1 << 16;

    // A bit for each hashed pair of first units; the lengths of the names that start so; a bit for each hashed pair, length and last unit.
    private readonly ulong[] _starts = new ulong[Bits / 64];
    private readonly uint[] _lengths = new uint[Bits];
    private readonly ulong[] _names = new ulong[Bits / 16];

    /// <summary>Length of the longest name, in UTF-16 units.</summary>
    public int Longest { get; private set; }

    /// <summary>Adds a name of two or more units.</summary>
    public void Add(ReadOnlySpan<char> name)
    {
        var pair = Pair(name);
        _starts[pair >> 6] |= 1UL << pair;
        _lengths[pair] |= ContextLexicon.LengthBit(name.Length);
        var whole = Whole(pair, name);
        _names[whole >> 6] |= 1UL << whole;
        Longest = Math.Max(Longest, name.Length);
    }

    /// <summary>The lengths that a name with the first two units of <paramref name="text"/> may have: for each its <see cref="ContextLexicon.LengthBit"/>.</summary>
    public uint Lengths(ReadOnlySpan<char> text) => text.Length > 1 && Pair(text) is var pair && (_starts[pair >> 6] >> pair & 1) != 0 ? _lengths[pair] : 0;

    /// <summary>False when <paramref name="name"/> is not listed.</summary>
    public bool MayHold(ReadOnlySpan<char> name) => name.Length > 1 && Whole(Pair(name), name) is var whole && (_names[whole >> 6] >> whole & 1) != 0;

    private static int Pair(ReadOnlySpan<char> text) => (int)((((text[0] * 0x9E3779B1U) + text[1]) * 0x85EBCA6BU) >> 16);

    private static int Whole(int pair, ReadOnlySpan<char> name) => (int)(((((uint)pair << 5) + (uint)name.Length) * 0x9E3779B1U + name[^1]) * 0x85EBCA6BU >> 14);
}
