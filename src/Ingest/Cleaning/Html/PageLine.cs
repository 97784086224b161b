namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>A line of a page as a reader sees it: the text between two block boundaries.</summary>
/// <param name="Text">White space normalized, not empty.</param>
/// <param name="FirstNode">The node its first character stands in.</param>
/// <param name="Block">The innermost block element around it.</param>
/// <param name="Length">Characters that are no white space.</param>
/// <param name="LinkLength">How many of them are inside links.</param>
/// <param name="Marks">Punctuation of sentences: ，。！？； and their half-width forms after a Chinese character.</param>
/// <param name="Flags">What surrounds it.</param>
internal sealed record PageLine(string Text, int FirstNode, int Block, int Length, int LinkLength, int Marks, LineFlags Flags)
{
    /// <summary>Lines with fewer characters prove nothing.</summary>
    private const int ShortestProse = 10;

    /// <summary>From here on a line without a punctuation mark is prose too.</summary>
    private const int LongWithoutMarks = 40;

    /// <summary>0 to 1.</summary>
    public double LinkShare => (double)LinkLength / Length;

    /// <summary>True for sentences; false for menus, headings, links, bylines.</summary>
    public bool IsProse => LinkShare < 0.5 && !(Is(LineFlags.Heading) && Length < LongWithoutMarks * 2) && Length >= ShortestProse && (Marks > 0 || (Length >= LongWithoutMarks && IsMostlyChinese));

    // 發布時間：2020/07/12 17:33　更新時間：2020/07/13 13:33 is long, and no prose.
    private bool IsMostlyChinese
    {
        get
        {
            var han = 0;
            foreach (var c in Text)
            {
                han += c is >= '\u3400' and <= '\u9fff' ? 1 : 0;
            }

            return han * 2 > Length;
        }
    }

    /// <summary>True when it ends as a sentence does.</summary>
    public bool EndsAsSentence => Text[^1] is '。' or '！' or '？' or '；' or '…' or '!' or '?' or ';' or '”' or '』' or '」' or '）' or ')' or '：' or ':' or '，';

    /// <summary>True when the flag is set.</summary>
    public bool Is(LineFlags flag) => (Flags & flag) != 0;
}
