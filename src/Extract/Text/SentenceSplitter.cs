using System.Buffers;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Text;

/// <summary>Cuts folded text into sentences. A sentence keeps its end mark and the closing quotes and brackets that follow it.</summary>
/// <remarks>
/// A sentence ends at 。！？, at a run of them, at a line end and before a circled number (②).
/// A headline in 【】 is a sentence of its own. An ASCII ! or ? ends one only where no letter or digit follows,
/// so that addresses stay whole; an ASCII full stop never does: decimals, names and versions hold it.
/// Quoted speech is cut like any other; who speaks is carried by the attribution rules, not by the cut.
/// Text that goes on without an end mark for more than <see cref="Longest"/> units (lost line breaks, lists) is cut after a comma or semicolon
/// instead: what a rule looks back through stays bounded, and time linear. Where even those are wanting, it is cut between two words far from any number.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>Longest stretch without an end mark that is left whole, UTF-16 units; the longest sentence of the gold has fewer than half as many.</summary>
    public const int Longest = 1000;

    /// <summary>Longest topic before a headline's colon, in characters.</summary>
    private const int LongestTopic = 12;

    /// <summary>Shortest and longest headline in 【】, in characters; a shorter one is a label.</summary>
    private const int ShortestHeadline = 8;

    private const int LongestHeadline = 80;

    /// <summary>How far behind a numeral its unit may reach: 平方公里, 个百分点.</summary>
    private const int NumberBefore = 6;

    /// <summary>How far before a numeral its currency may stand: 人民币.</summary>
    private const int NumberAfter = 4;

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789零〇一二三四五六七八九十百千万亿兆两半几数多余");
    private static readonly SearchValues<char> NumberStarts = SearchValues.Create("0123456789零〇一二三四五六七八九十两数");
    private static readonly SearchValues<char> Openings = SearchValues.Create("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿【〔");
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",;");
    private static readonly SearchValues<char> EndsAndPauses = SearchValues.Create("。｡!?\n\r\u2028\u2029,;");

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
            while (start < folded.Length && char.IsWhiteSpace(folded[start]))
            {
                start++;
            }

            var end = start == folded.Length ? start : start + Opening(folded[start..FindEnd(folded, start)]);
            position = end;

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

    /// <summary>【东山集团拟减持】东山集团公告…, …涨2%;②西山科技…, 拼出路〔记者…/台北报导〕东山集团…: how much of what no end mark parts is the first sentence.</summary>
    private static int Opening(ReadOnlySpan<char> text)
    {
        if (text[0] == '【' && text[..Math.Min(text.Length, LongestHeadline)].IndexOf('】') is > ShortestHeadline and var close && close + 1 < text.Length && !IsByline(text))
        {
            return close + 1;
        }

        for (var at = 1; at < text.Length; at++)
        {
            var found = text[at..].IndexOfAny(Openings);
            at = found < 0 ? text.Length : at + found;
            if (at < text.Length && (text[at] is '【' or '〔' ? IsByline(text[at..]) : IsItem(text, at)))
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <summary>【…/台北报导】: who reports.</summary>
    private static bool IsByline(ReadOnlySpan<char> text) =>
        text[..Math.Min(text.Length, LongestHeadline)].IndexOfAny('】', '〕') is > 4 and var close && text[(close - 2)..close] is "报导" or "报道";

    /// <summary>A circled number that opens an item; not 图①, ①②.</summary>
    private static bool IsItem(ReadOnlySpan<char> text, int at) => text[at - 1] is ';' or ',' or ':' or '”' or ' ' or ')' or '、' || IsHan(text[at - 1]) && text[at - 1] is not ('图' or '表' or '第' or '式' or '和' or '与' or '至' or '见');

    /// <summary>All sentences of <paramref name="folded"/>, in order.</summary>
    public static IReadOnlyList<TextSpan> Split(ReadOnlySpan<char> folded)
    {
        var sentences = new List<TextSpan>();
        var position = 0;
        while (TryNext(folded, ref position, out var sentence))
        {
            if (BodyStart(folded, sentence) is > 0 and var body)
            {
                sentences.Add(new TextSpan(sentence.Start, body));
                sentence = new TextSpan(body, sentence.End);
            }

            sentences.Add(sentence);
        }

        return sentences;
    }

    /// <summary>东山科技:股东拟减持股份东山科技(300999)晚间公告: a headline that lost its line end; the body starts where its topic comes again, with a code.</summary>
    private static int BodyStart(ReadOnlySpan<char> folded, TextSpan sentence)
    {
        var text = sentence.Of(folded);
        var colon = text[..Math.Min(text.Length, LongestTopic + 1)].IndexOf(':');
        if (colon < 2)
        {
            return 0;
        }

        var topic = text[..colon];
        for (var at = colon + 1; text[at..].IndexOf(topic) is var next and >= 0; at += next + topic.Length)
        {
            var open = at + next + topic.Length;
            if (at + next > colon + 1 && open < text.Length && text[open] == '(' && text[open..].IndexOf(')') is var close and > 0 && ExchangeCode.IsIn(text[(open + 1)..(open + close)]))
            {
                return sentence.Start + at + next;
            }
        }

        return 0;
    }

    private static int FindEnd(ReadOnlySpan<char> folded, int start)
    {
        var at = start;
        while (true)
        {
            // Beyond the longest stretch a pause ends the sentence as well.
            var limit = Math.Min(folded.Length, start + Longest);
            var found = at < limit ? folded[at..limit].IndexOfAny(Ends) : -1;
            if (found < 0 && limit == folded.Length)
            {
                return folded.Length;
            }

            if (found < 0 && LastPause(folded, start, limit) is >= 0 and var pause)
            {
                return pause + 1;
            }

            if (found < 0)
            {
                at = Math.Max(at, limit);
                var last = Math.Min(folded.Length, start + (2 * Longest));
                found = at < last ? folded[at..last].IndexOfAny(EndsAndPauses) : -1;
                if (found < 0)
                {
                    return last == folded.Length ? last : CutWithoutMark(folded, start + Longest);
                }
            }

            at += found;
            if (folded[at] is ',' or ';')
            {
                if (IsPause(folded, at))
                {
                    return at + 1;
                }

                at++;
                continue;
            }

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

    /// <summary>A place to cut where no mark is: the first one away from numbers; where numbers stand everywhere, between a unit and the next of them or a bracket.</summary>
    private static int CutWithoutMark(ReadOnlySpan<char> folded, int from)
    {
        for (var at = from; at < from + Longest; at++)
        {
            if ((IsHan(folded[at - 1]) && IsHan(folded[at]) || folded[at - 1] == ' ')
                && !folded.Slice(at - NumberBefore, NumberBefore + Math.Min(NumberAfter, folded.Length - at)).ContainsAny(Numerals))
            {
                return at;
            }
        }

        for (var at = from; at < folded.Length; at++)
        {
            if ((IsHan(folded[at - 1]) && !Numerals.Contains(folded[at - 1]) && (NumberStarts.Contains(folded[at]) || char.IsPunctuation(folded[at]))) || Ends.Contains(folded[at - 1]))
            {
                return at;
            }
        }

        return folded.Length;
    }

    private static bool IsHan(char unit) => unit is >= '\u4e00' and <= '\u9fff';

    /// <summary>The last pause of the stretch's second half; -1 when it has none.</summary>
    private static int LastPause(ReadOnlySpan<char> folded, int start, int limit)
    {
        var from = start + (Longest / 2);
        for (var end = limit; folded[from..end].LastIndexOfAny(Pauses) is >= 0 and var found; end = from + found)
        {
            if (IsPause(folded, from + found))
            {
                return from + found;
            }
        }

        return -1;
    }

    /// <summary>A comma between digits belongs to a number.</summary>
    private static bool IsPause(ReadOnlySpan<char> folded, int at) =>
        folded[at] == ';' || at == 0 || at + 1 >= folded.Length || !char.IsAsciiDigit(folded[at - 1]) || !char.IsAsciiDigit(folded[at + 1]);

    /// <summary>An ASCII quotation mark closes where it follows the end mark directly and an odd number of them came before it in the sentence.</summary>
    private static bool IsClosing(ReadOnlySpan<char> folded, int start, int at) =>
        folded[at] is '"' or '\''
            ? folded[start..at].Count(folded[at]) % 2 == 1
            : ClosingMarks.Contains(folded[at], StringComparison.Ordinal);
}
