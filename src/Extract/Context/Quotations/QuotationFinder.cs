using System.Buffers;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Quotations;

/// <summary>Finds the outermost quotations of an article and tells speech from quoted names (docs/time-and-speakers.md, section 4).</summary>
/// <remarks>Reads “ ”, 「 」, 『 』 and the straight mark, which opens and closes in turn within a paragraph. Time is linear in length.</remarks>
public static class QuotationFinder
{
    /// <summary>From this length on a quotation without any mark inside is a statement, not a term. Set by hand: names and slogans of the gold are shorter.</summary>
    private const int ShortestStatement = 14;

    /// <summary>From this length on, marks included, a quotation that is called a rumour states something. Set by hand.</summary>
    private const int ShortestClaim = 8;

    private static readonly SearchValues<char> Marks = SearchValues.Create("“”「」『』\"\n");
    private static readonly SearchValues<char> Stops = SearchValues.Create("。!?;…");

    /// <summary>Appends the quotations of <paramref name="folded"/>, in order; none lies in another.</summary>
    public static void Find(ReadOnlySpan<char> folded, CircumstanceLexicon lexicon, List<Quotation> quotations)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(quotations);
        var open = -1;
        var depth = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            var found = folded[at..].IndexOfAny(Marks);
            if (found < 0)
            {
                break;
            }

            at += found;
            var mark = folded[at];
            if (mark == '\n')
            {
                if (open >= 0)
                {
                    Add(folded, lexicon, open, at, false, quotations);
                }

                (open, depth) = (-1, 0);
            }
            else if (open < 0)
            {
                if (mark is '“' or '「' or '『' || (mark == '"' && !IsInch(folded, at)))
                {
                    (open, depth) = (at, 1);
                }
            }
            else if (mark == folded[open] && mark != '"')
            {
                depth++;
            }
            else if (mark == Closing(folded[open]) && --depth == 0)
            {
                Add(folded, lexicon, open, at + 1, true, quotations);
                open = -1;
            }
        }

        if (open >= 0)
        {
            Add(folded, lexicon, open, folded.Length, false, quotations);
        }
    }

    private static char Closing(char open) => open switch
    {
        '“' => '”',
        '「' => '」',
        '『' => '』',
        _ => '"',
    };

    /// <summary>65" is a length.</summary>
    private static bool IsInch(ReadOnlySpan<char> folded, int at) => at > 0 && char.IsAsciiDigit(folded[at - 1]);

    private static void Add(ReadOnlySpan<char> folded, CircumstanceLexicon lexicon, int start, int end, bool isClosed, List<Quotation> quotations) =>
        quotations.Add(new Quotation(new TextSpan(start, end), IsSpeech(folded, lexicon, start, end, isClosed)));

    private static bool IsSpeech(ReadOnlySpan<char> folded, CircumstanceLexicon lexicon, int start, int end, bool isClosed)
    {
        var before = start;
        while (before > 0 && folded[before - 1] == ' ')
        {
            before--;
        }

        if (before > 0 && folded[before - 1] == ':')
        {
            return true;
        }

        var verbEnd = before > 0 && folded[before - 1] == ',' ? before - 1 : before;
        if (lexicon.Speech.EndsWithVerb(folded[Math.Max(0, verbEnd - lexicon.Speech.Longest)..verbEnd]))
        {
            return true;
        }

        // 网传「财损达200亿元」并非事实, “人均跌破500元”的说法: what was said, by whomever.
        var after = folded[Math.Min(end, folded.Length)..];
        if (end - start >= ShortestClaim && (lexicon.Cues.IsAtEnd(ContextCue.RumourBefore, folded[..before]) || lexicon.Cues.IsAtStart(ContextCue.RumourAfter, after)))
        {
            return true;
        }

        var inside = folded[(start + 1)..(isClosed ? end - 1 : end)];
        if (inside.IndexOfAny(Stops) >= 0 || inside.EndsWith(","))
        {
            return true;
        }

        return inside.Length >= ShortestStatement && (end >= folded.Length || folded[end] is ',' or '。' or '\n' or ';' || !isClosed);
    }
}
