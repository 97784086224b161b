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

    /// <summary>Appends the tokens of <paramref name="text"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="tokens">Receives them, repeats included.</param>
    /// <param name="toSearch">True for what is searched for: a mixed word (910C) gives itself alone, and a run of two or more characters no single one.</param>
    public static void Append(ReadOnlySpan<char> text, List<string> tokens, bool toSearch = false)
    {
        Span<char> pair = stackalloc char[4];
        var previous = 0; // units of the character before, kept at the start of pair; 0 at the start of a run
        var runLength = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = char.ToLowerInvariant(TextFold.Fold(text[i]));
            if (char.IsAsciiLetterOrDigit(c))
            {
                EndRun(pair, ref previous, ref runLength, tokens, toSearch);
                i = AppendLatin(text, i, tokens, toSearch);
                continue;
            }

            var units = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            if (!IsRunCharacter(text, i))
            {
                EndRun(pair, ref previous, ref runLength, tokens, toSearch);
                i += units;
                continue;
            }

            pair[previous] = c;
            if (units == 2)
            {
                pair[previous + 1] = text[i + 1];
            }

            if (previous > 0)
            {
                tokens.Add(new string(pair[..(previous + units)]));
                pair.Slice(previous, units).CopyTo(pair);
            }

            previous = units;
            runLength++;
            i += units;
        }

        EndRun(pair, ref previous, ref runLength, tokens, toSearch);
    }

    /// <summary>True for a letter or digit outside ASCII: a character that is found in pairs.</summary>
    private static bool IsRunCharacter(ReadOnlySpan<char> text, int at)
    {
        var c = TextFold.Fold(text[at]);
        return char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? Rune.IsLetterOrDigit(new Rune(c, text[at + 1]))
            : !char.IsAscii(c) && char.IsLetterOrDigit(c);
    }

    private static void EndRun(ReadOnlySpan<char> pair, ref int previous, ref int runLength, List<string> tokens, bool toSearch)
    {
        if (previous > 0 && (!toSearch || runLength == 1))
        {
            tokens.Add(new string(pair[..previous]));
        }

        previous = 0;
        runLength = 0;
    }

    private static int AppendLatin(ReadOnlySpan<char> text, int start, List<string> tokens, bool toSearch)
    {
        var end = start;
        var hasDigit = false;
        var hasLetter = false;
        var buffer = new StringBuilder();
        for (; end < text.Length; end++)
        {
            var c = char.ToLowerInvariant(TextFold.Fold(text[end]));
            var isPoint = c == '.' && end > start && char.IsAsciiDigit(buffer[^1]) && end + 1 < text.Length && char.IsAsciiDigit(TextFold.Fold(text[end + 1]));
            if (!char.IsAsciiLetterOrDigit(c) && !isPoint)
            {
                break;
            }

            hasDigit |= char.IsAsciiDigit(c);
            hasLetter |= char.IsAsciiLetter(c);
            buffer.Append(c);
        }

        var word = buffer.ToString();
        tokens.Add(word);
        if (hasDigit && hasLetter && !toSearch)
        {
            // 910C is also found by 910, 800TFLOP by TFLOP.
            var from = 0;
            for (var i = 1; i <= word.Length; i++)
            {
                if (i == word.Length || char.IsAsciiLetter(word[i]) != char.IsAsciiLetter(word[i - 1]))
                {
                    tokens.Add(word[from..i].Trim('.'));
                    from = i;
                }
            }
        }

        return end;
    }
}
