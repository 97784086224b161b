using System.Buffers;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Finds the line of origin that agencies and papers put before a report: 证券时报网讯(记者 …), 中新社北京11月8日电, 格隆汇11月7日丨.</summary>
internal static class Byline
{
    /// <summary>Longest line of origin without the reporter's name, in characters.</summary>
    private const int Longest = 24;

    /// <summary>Longest bracket with the reporter's name, in characters.</summary>
    private const int LongestBracket = 30;

    private static readonly SearchValues<char> Marks = SearchValues.Create("讯电丨|:。!?;、“”「」《》");

    /// <summary>Where the line of origin at the head of a sentence ends, with the mark and space after it; the sentence's start where there is none.</summary>
    public static int EndOf(string folded, TextSpan sentence)
    {
        var text = sentence.Of(folded);
        for (var at = 0; at < Math.Min(Longest, text.Length);)
        {
            var next = text[at..Math.Min(Longest, text.Length)].IndexOfAny(Marks);
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            switch (text[at - 1])
            {
                case '丨' or '|':
                    return sentence.Start + Trimmed(text, at);
                case '讯' or '电' when at > 1 && IsOrigin(text[..(at - 1)], text[at - 1]) && AfterReporter(text, at) is var end and > 0:
                    return sentence.Start + end;
                case '讯' or '电':
                    continue;
                default:
                    return sentence.Start;
            }
        }

        return sentence.Start;
    }

    /// <summary>A paper's or an agency's report is named by its medium (网讯, 报讯) or its day (8日电).</summary>
    private static bool IsOrigin(ReadOnlySpan<char> before, char mark) =>
        before[^1] is '日' or '网' or '报' or '社' or '快' or '专' || mark == '讯' && (before.EndsWith("APP") || before.EndsWith("记者") || before.EndsWith("综合"));

    private static int AfterReporter(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at < text.Length && text[at] == '(')
        {
            var close = text[at..Math.Min(text.Length, at + LongestBracket)].IndexOf(')');
            return close < 0 ? 0 : Trimmed(text, at + close + 1);
        }

        return at >= text.Length || text[at] is ',' or ':' or '丨' or '|' or '-' or '—' || text[at - 1] == ' ' ? Trimmed(text, at) : 0;
    }

    private static int Trimmed(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or ',' or ':' or '丨' or '|' or '-' or '—')
        {
            at++;
        }

        return at < text.Length ? at : 0;
    }
}
