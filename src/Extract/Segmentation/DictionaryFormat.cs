namespace Pipeline.Extract.Segmentation;

/// <summary>
/// Layout of the compiled dictionary, shared by the compiler that writes it and <c>WordDictionary</c> that reads it.
/// Little-endian; sections in the order of the header's counts.
/// </summary>
/// <remarks>
/// <para>Header: magic; int32 trie units, frequencies, codes, tags, bytes of the tags, tag emissions; int64 total of all frequencies.</para>
/// <para>
/// Sections: character table (uint16 × 65,536), trie units (uint64), frequencies (int32, entry 0 unused); of the word model
/// start (double × 4), transitions (double × 16), emissions (double × 4 × codes); tags (UTF-8, LF between); of the tag model
/// start (float × tags), steps (float × 4 × tags), first emission by code (int32 × (codes + 1)), tag and state of each
/// emission (byte, tag in the low 6 bits), its figure (float).
/// </para>
/// <para>
/// The trie is a double array addressed by exclusive or: the child of a unit by character code c stands at base ^ c and is
/// real when its label is c. Every parent has a base of its own, so a label proves its parent. The root's base is 0.
/// A unit: label 14 bits, base 20, frequency index 13 (0: prefix of words, no word itself), tag 6, has-children 1.
/// </para>
/// </remarks>
internal static class DictionaryFormat
{
    /// <summary>First bytes of the file; the last one counts the versions of this layout.</summary>
    public const ulong Magic = 0x01_41_42_45_49_4A_4C_50;

    /// <summary>Entries of the character table: one for every UTF-16 unit, character code in the low 14 bits, <see cref="CharacterClass"/> above.</summary>
    public const int CodeTable = 65536;

    public const int CodeBits = 14;
    public const int CodeMask = (1 << CodeBits) - 1;

    /// <summary>Code of every character that neither a word nor the Markov model knows. No unit has it as label.</summary>
    public const int UnknownCode = 1;

    /// <summary>First code given to a character; 0 is the label of an empty unit.</summary>
    public const int FirstCode = 2;

    public const int BaseShift = CodeBits;
    public const int BaseBits = 20;
    public const int FrequencyShift = BaseShift + BaseBits;
    public const int FrequencyBits = 13;
    public const int TagShift = FrequencyShift + FrequencyBits;
    public const int TagBits = 6;
    public const int ChildrenShift = TagShift + TagBits;

    /// <summary>States of the Markov model: 0 begins, 1 ends, 2 middle of, 3 a word by itself. In jieba's order of letters (B E M S), which decides ties.</summary>
    public const int States = 4;

    /// <summary>Letters of the states, by index.</summary>
    public const string StateLetters = "BEMS";

    public const int Begin = 0;
    public const int End = 1;
    public const int Middle = 2;
    public const int Alone = 3;

    /// <summary>Figures that a tag has for the steps within a word; see <see cref="TagStep"/>.</summary>
    public const int TagSteps = 4;

    /// <summary>Log probability that jieba gives to the impossible.</summary>
    public const double Impossible = -3.14e100;

    /// <summary>Index of a step within a word: from its beginning or its middle, to its middle or its end.</summary>
    public static int TagStep(int from, int to) => (from == Begin ? 0 : 2) + (to == End ? 1 : 0);

    public static int Label(ulong unit) => (int)unit & CodeMask;

    public static int Base(ulong unit) => (int)(unit >> BaseShift) & ((1 << BaseBits) - 1);

    public static int FrequencyIndex(ulong unit) => (int)(unit >> FrequencyShift) & ((1 << FrequencyBits) - 1);

    public static int Tag(ulong unit) => (int)(unit >> TagShift) & ((1 << TagBits) - 1);

    public static bool HasChildren(ulong unit) => (unit >> ChildrenShift) != 0;

    public static ulong Pack(int label, int unitBase, int frequencyIndex, int tag, bool hasChildren) =>
        (uint)label | ((ulong)(uint)unitBase << BaseShift) | ((ulong)(uint)frequencyIndex << FrequencyShift) | ((ulong)(uint)tag << TagShift) | ((hasChildren ? 1UL : 0UL) << ChildrenShift);
}
