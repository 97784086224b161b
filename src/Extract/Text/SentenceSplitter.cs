using System.Buffers;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Text;

/// <summary>Cuts folded text into sentences. A sentence keeps its end mark and the closing quotes and brackets that follow it.</summary>
/// <remarks>
/// A sentence ends at 。！？, at a run of them, and at a line end. An ASCII ! or ? ends one only where no letter or digit follows,
/// so that addresses stay whole; an ASCII full stop never does: decimals, names and versions hold it.
/// Quoted speech is cut like any other; who speaks is carried by the attribution rules, not by the cut.
/// </remarks>
public static class SentenceSplitter
{
    private const string ClosingMarks = "”’」』》〉】〕)]}\"'";
    private static readonly SearchValues<char> Ends = SearchValues.Create("。｡!?\n\r\u2028\u2029");

    /// <summary>The span of the sentence that starts at or after <paramref name="position"/>, without white space around it.</summary>
    /// <param name="folded">Text after <see cref="TextFold"/>.</param>
    /// <param name="position">Where to start; moved to where the next search starts.</param>
    /// <param name="sentence">The sentence, never empty.</param>
    /// <returns>False when nothing but white space is left.</returns>
    public static bool TryNext(ReadOnlySpan<char> folded, ref int position, out TextSpan sentence)
    {
        while (position < folded.Length)
        {
            var start = position;
            var end = FindEnd(folded, start);
            position = end;
            while (start < end && char.IsWhiteSpace(folded[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(folded[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                sentence = new TextSpan(start, end);
                return true;
            }
        }

        sentence = default;
        return false;
    }

    /// <summary>All sentences of <paramref name="folded"/>, in order.</summary>
    public static IReadOnlyList<TextSpan> Split(ReadOnlySpan<char> folded)
    {
        var sentences = new List<TextSpan>();
        var position = 0;
        while (TryNext(folded, ref position, out var sentence))
        {
            sentences.Add(sentence);
        }

        return sentences;
    }

    private static int FindEnd(ReadOnlySpan<char> folded, int start)
    {
        var at = start;
        while (true)
        {
            var found = folded[at..].IndexOfAny(Ends);
            if (found < 0)
            {
                return folded.Length;
            }

            at += found;
            if (folded[at] is not ('。' or '｡' or '!' or '?'))
            {
                return at + 1;
            }

            var mark = at++;
            while (at < folded.Length && folded[at] is '。' or '｡' or '!' or '?')
            {
                at++;
            }

            if (folded[mark] is '!' or '?' && at < folded.Length && char.IsAsciiLetterOrDigit(folded[at]))
            {
                continue;
            }

            while (at < folded.Length && IsClosing(folded, start, at))
            {
                at++;
            }

            return at;
        }
    }

    /// <summary>An ASCII quotation mark closes where it follows the end mark directly and an odd number of them came before it in the sentence.</summary>
    private static bool IsClosing(ReadOnlySpan<char> folded, int start, int at) =>
        folded[at] is '"' or '\''
            ? folded[start..at].Count(folded[at]) % 2 == 1
            : ClosingMarks.Contains(folded[at], StringComparison.Ordinal);
}
