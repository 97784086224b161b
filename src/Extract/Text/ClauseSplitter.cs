using System.Buffers;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Text;

/// <summary>Cuts a sentence into clauses: contiguous stretches that end after a comma, a semicolon, a colon, a dash, a headline's space or the sentence's end mark, with the closing quotes that follow.</summary>
/// <remarks>
/// A comma, colon or full stop between two digits belongs to a number (1,100 · 14:30 · 3.5) and cuts nothing, nor does a single dash before
/// a digit (2026年1—5月, 5%—8%): it joins the ends of a range (GB/T 15834-2011, 4.13). The enumeration comma 、 joins, so it cuts nothing either.
/// </remarks>
public static class ClauseSplitter
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(",;:。｡!?—…");
    private static readonly SearchValues<char> EndsAndGaps = SearchValues.Create(",;:。｡!?—… ");

    /// <summary>Appends the clauses of <paramref name="sentence"/> to <paramref name="clauses"/>.</summary>
    /// <param name="folded">Text after <see cref="TextFold"/>.</param>
    /// <param name="sentence">A span of <paramref name="folded"/>.</param>
    /// <param name="clauses">Receives the clauses; together they are the whole sentence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sentence"/> reaches beyond <paramref name="folded"/>.</exception>
    public static void Split(ReadOnlySpan<char> folded, TextSpan sentence, List<TextSpan> clauses)
    {
        ArgumentNullException.ThrowIfNull(clauses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sentence.End, folded.Length);
        var start = sentence.Start;
        var at = start;
        while (at < sentence.End)
        {
            var found = folded[at..sentence.End].IndexOfAny(EndsAndGaps);
            if (found < 0)
            {
                break;
            }

            at += found + 1;
            if (folded[at - 1] == ' ' && !HeadlineGap.IsAt(folded, at - 1, sentence))
            {
                continue;
            }

            if (IsInsideNumber(folded, at - 1, sentence) || folded[at - 1] == '—' && IsOfRange(folded, at - 1, sentence) || folded[at - 1] is ',' or ':' && IsInsideCode(folded, at - 1, sentence))
            {
                continue;
            }

            while (at < sentence.End && (Ends.Contains(folded[at]) || folded[at] is '”' or '’' or '」' or '』' or ')' or '】'))
            {
                at++;
            }

            clauses.Add(new TextSpan(start, at));
            start = at;
        }

        if (start < sentence.End)
        {
            clauses.Add(new TextSpan(start, sentence.End));
        }
    }

    /// <summary>True for a comma or colon in the bracket that tells a share's code or quote: (300104,股吧), (NASDAQ: NVDA), (1.61,-0.03,-1.83%).</summary>
    private static bool IsInsideCode(ReadOnlySpan<char> folded, int mark, TextSpan sentence)
    {
        var open = folded[sentence.Start..mark].LastIndexOfAny('(', ')');
        var close = folded[mark..sentence.End].IndexOfAny('(', ')');
        return open >= 0 && close > 0 && folded[sentence.Start + open] == '(' && folded[mark + close] == ')'
            && folded[(sentence.Start + open + 1)..(mark + close)] is var inner && (ExchangeCode.IsIn(inner) || ExchangeCode.IsQuote(inner));
    }

    /// <summary>True for a dash that stands alone, behind something and before a digit.</summary>
    private static bool IsOfRange(ReadOnlySpan<char> folded, int dash, TextSpan sentence) =>
        dash > sentence.Start && folded[dash - 1] != '—' && !Ends.Contains(folded[dash - 1])
        && dash + 1 < sentence.End && char.IsAsciiDigit(folded[dash + 1]);

    /// <summary>True for a thousands separator (a comma before exactly three digits) and for a colon between digits.</summary>
    private static bool IsInsideNumber(ReadOnlySpan<char> folded, int mark, TextSpan sentence)
    {
        if (folded[mark] is not (',' or ':')
            || mark == sentence.Start || !char.IsAsciiDigit(folded[mark - 1])
            || mark + 1 >= sentence.End || !char.IsAsciiDigit(folded[mark + 1]))
        {
            return false;
        }

        if (folded[mark] == ':')
        {
            return true;
        }

        var digits = 0;
        for (var i = mark + 1; i < sentence.End && digits < 4 && char.IsAsciiDigit(folded[i]); i++)
        {
            digits++;
        }

        return digits == 3;
    }
}
