using System.Text;
using Pipeline.Extract.Text;

namespace Pipeline.Store.Queries;

/// <summary>
/// The words that texts are found by: every pair of neighbouring Chinese characters, and Latin words and numbers whole.
/// Folded, so that both scripts meet; in lower case; free of any dictionary, so that no index goes stale when one changes.
/// </summary>
/// <remarks>The last character of a run stands alone too, so that each character begins a token and one character can be searched for as a prefix.</remarks>
internal static class SearchTokens
{
    /// <summary>
    /// Stands before the words of a claim's own fields, so that they have word lists of their own: a name is then looked for among
    /// the claims about it, not among all sentences that mention it.
    /// </summary>
    public const char OwnMark = '◆';

    /// <summary>Folded and in lower case, whitespace left out: what a phrase is looked for in.</summary>
    public static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            var folded = TextFold.Fold(unit);
            if (!char.IsWhiteSpace(folded))
            {
                squeezed.Append(char.ToLowerInvariant(folded));
            }
        }

        return squeezed.ToString();
    }

    /// <summary>True for a token of one character outside ASCII: it begins the pairs that are looked for.</summary>
    public static bool IsSingle(string token) => (token.Length == 1 && !char.IsAscii(token[0])) || (token.Length == 2 && char.IsSurrogatePair(token[0], token[1]));

    /// <summary>Yields the tokens of <paramref name="text"/>, repeats included; no string is made of them.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="take">Is given each token.</param>
    /// <param name="toSearch">True for what is searched for: a mixed word (910C) gives itself alone, and a run of two or more characters no single one.</param>
    public static void Read(string text, Action<ReadOnlySpan<char>> take, bool toSearch = false)
    {
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(TextFold.Fold(text[i]));
        }

        for (var at = 0; at < folded.Length;)
        {
            at = char.IsAsciiLetterOrDigit(folded[at]) ? ReadLatin(folded, at, take, toSearch)
                : UnitsOf(folded, at) > 0 ? ReadRun(folded, at, take, toSearch)
                : at + 1;
        }
    }

    /// <summary>Units of the character that is found in pairs, a letter or digit outside ASCII; 0 for any other.</summary>
    private static int UnitsOf(ReadOnlySpan<char> folded, int at)
    {
        if (at == folded.Length)
        {
            return 0;
        }

        var unit = folded[at];
        return char.IsHighSurrogate(unit) && at + 1 < folded.Length && char.IsLowSurrogate(folded[at + 1])
            ? (Rune.IsLetterOrDigit(new Rune(unit, folded[at + 1])) ? 2 : 0)
            : (!char.IsAscii(unit) && char.IsLetterOrDigit(unit) ? 1 : 0);
    }

    private static int ReadRun(ReadOnlySpan<char> folded, int start, Action<ReadOnlySpan<char>> take, bool toSearch)
    {
        var last = start;
        var end = start + UnitsOf(folded, start);
        while (UnitsOf(folded, end) is > 0 and var units)
        {
            take(folded[last..(end + units)]);
            last = end;
            end += units;
        }

        if (!toSearch || last == start)
        {
            take(folded[last..end]);
        }

        return end;
    }

    private static int ReadLatin(ReadOnlySpan<char> folded, int start, Action<ReadOnlySpan<char>> take, bool toSearch)
    {
        var end = start;
        var hasDigit = false;
        var hasLetter = false;
        for (; end < folded.Length; end++)
        {
            var isPoint = folded[end] == '.' && end > start && char.IsAsciiDigit(folded[end - 1]) && end + 1 < folded.Length && char.IsAsciiDigit(folded[end + 1]);
            if (!char.IsAsciiLetterOrDigit(folded[end]) && !isPoint)
            {
                break;
            }

            hasDigit |= char.IsAsciiDigit(folded[end]);
            hasLetter |= char.IsAsciiLetter(folded[end]);
        }

        var word = folded[start..end];
        take(word);
        if (hasDigit && hasLetter && !toSearch)
        {
            // 910C is also found by 910, 800TFLOP by TFLOP.
            var from = 0;
            for (var i = 1; i <= word.Length; i++)
            {
                if (i == word.Length || char.IsAsciiLetter(word[i]) != char.IsAsciiLetter(word[i - 1]))
                {
                    take(word[from..i].Trim('.'));
                    from = i;
                }
            }
        }

        return end;
    }
}
