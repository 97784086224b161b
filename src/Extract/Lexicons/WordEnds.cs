using System.Runtime.CompilerServices;

namespace Pipeline.Extract.Lexicons;

/// <summary>The first and last units of a few words in two small bit maps, which turn most other words away without a look at the words.</summary>
internal sealed class WordEnds
{
    private const int Bits = 64;

    /// <summary>Units share a bit of the maps; a power of two.</summary>
    private const int Places = 1024;

    private readonly ulong[] _first = new ulong[Places / Bits];
    private readonly ulong[] _last = new ulong[Places / Bits];

    public WordEnds(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Longest = Math.Max(Longest, word.Length);
            _first[word[0] % Places / Bits] |= 1UL << word[0];
            _last[word[^1] % Places / Bits] |= 1UL << word[^1];
        }
    }

    /// <summary>Length of the longest word.</summary>
    public int Longest { get; }

    /// <summary>False where no word starts with <paramref name="unit"/>.</summary>
    public bool MayStart(char unit) => Has(_first, unit);

    /// <summary>False where no word ends with <paramref name="unit"/>.</summary>
    public bool MayEnd(char unit) => Has(_last, unit);

    /// <summary>False where <paramref name="word"/> is none of the words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ReadOnlySpan<char> word) => !word.IsEmpty && word.Length <= Longest && MayStart(word[0]) && MayEnd(word[^1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] map, char unit) => (map[unit % Places / Bits] >> unit & 1) != 0;
}
