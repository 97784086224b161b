namespace Pipeline.Extract.Context;

/// <summary>Joins what a clause compares with into one adverbial: 与2010年相比, 和对照组相比较, 跟上一代机型相比.</summary>
/// <remarks>Left apart, the thing compared with stands before the verb like what is measured. <see cref="ComparisonReader"/> names it from the text.</remarks>
internal static class ComparisonPhrases
{
    /// <summary>Longest phrase, in tokens.</summary>
    private const int Longest = 12;

    /// <summary>Puts one adverb in place of every such phrase in <paramref name="tokens"/>.</summary>
    public static void Join(string folded, List<Token> tokens)
    {
        for (var i = tokens.Count - 1; i > 1; i--)
        {
            if (IsClosing(folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start)) && FirstOf(folded, tokens, i) is var first and >= 0)
            {
                tokens[first] = new Token(tokens[first].Start, tokens[i].End, TokenRole.Adverb, "d", WordSense.None);
                tokens.RemoveRange(first + 1, i - first);
                i = first;
            }
        }
    }

    /// <summary>True for the word that closes such a phrase.</summary>
    public static bool IsClosing(ReadOnlySpan<char> word) => word is "相比" or "相较" or "相比较" or "对比" or "比较" or "比起来";

    /// <summary>True for the word that opens one.</summary>
    public static bool IsOpening(ReadOnlySpan<char> word) => word is "与" or "和" or "同" or "跟";

    private static int FirstOf(string folded, List<Token> tokens, int closing)
    {
        for (var i = closing - 1; i >= Math.Max(0, closing - Longest); i--)
        {
            if (tokens[i].Role is TokenRole.Clause or TokenRole.Quantity)
            {
                return -1;
            }

            if (IsOpening(folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start)) && i < closing - 1)
            {
                return i;
            }
        }

        return -1;
    }
}
