namespace Pipeline.Extract.Lexicons;

/// <summary>Says of almost every stretch of text that it is no listed word, without a look at the words: they are many, and a look at one leaves the processor's caches.</summary>
internal sealed class WordFilter
{
    /// <summary>Lengths that <see cref="Lengths"/> tells apart; longer ones share the last bit.</summary>
    public const int LongestTold = 31;

    private const int Bits = 1 << 16;

    // A bit for each hashed pair of first units; the lengths of the words that start so; a bit for each hashed pair, length and last unit.
    private readonly ulong[] _starts = new ulong[Bits / 64];
    private readonly uint[] _lengths = new uint[Bits];
    private readonly ulong[] _words = new ulong[Bits / 16];

    /// <summary>Length of the longest word, in UTF-16 units.</summary>
    public int Longest { get; private set; }

    /// <summary>The bit of <see cref="Lengths"/> that stands for words of <paramref name="length"/> units.</summary>
    public static uint LengthBit(int length) => 1U << Math.Min(length, LongestTold);

    /// <summary>Adds a word of two or more units.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var pair = Pair(word);
        _starts[pair >> 6] |= 1UL << pair;
        _lengths[pair] |= LengthBit(word.Length);
        var whole = Whole(pair, word);
        _words[whole >> 6] |= 1UL << whole;
        Longest = Math.Max(Longest, word.Length);
    }

    /// <summary>The lengths that a word with the first two units of <paramref name="text"/> may have: for each its <see cref="LengthBit"/>.</summary>
    public uint Lengths(ReadOnlySpan<char> text) => text.Length > 1 && Pair(text) is var pair && (_starts[pair >> 6] >> pair & 1) != 0 ? _lengths[pair] : 0;

    /// <summary>False when <paramref name="word"/> is not listed.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => word.Length > 1 && Whole(Pair(word), word) is var whole && (_words[whole >> 6] >> whole & 1) != 0;

    private static int Pair(ReadOnlySpan<char> text) => (int)((((text[0] * 0x9E3779B1U) + text[1]) * 0x85EBCA6BU) >> 16);

    private static int Whole(int pair, ReadOnlySpan<char> word) => (int)(((((uint)pair << 5) + (uint)word.Length) * 0x9E3779B1U + word[^1]) * 0x85EBCA6BU >> 14);
}
