using System.Buffers;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>Finds what stands before a report: the line of origin that agencies and papers put there (证券时报网讯(记者 …), 中新社北京11月8日电, 格隆汇11月7日丨), the number of a list (二、, (3), ②).</summary>
internal static class LeadIn
{
    /// <summary>Longest line of origin without the reporter's name, in characters.</summary>
    private const int Longest = 32;

    /// <summary>Longest bracket with the reporter's name, in characters.</summary>
    private const int LongestBracket = 30;

    /// <summary>Longest name of a medium before a blank, in characters with it.</summary>
    private const int LongestMedium = 8;

    private static readonly SearchValues<char> Marks = SearchValues.Create("讯电息丨|:。!?;、“”「」《》");

    /// <summary>Where the line of origin at the head of a sentence ends, with the mark and space after it, or the bracket of a headline; the sentence's start where there is none.</summary>
    public static int EndOf(string folded, TextSpan sentence)
    {
        var text = sentence.Of(folded);
        var number = NumberLength(text);
        if (number > 0)
        {
            return sentence.Start + number;
        }

        var bracket = BracketLength(text);
        if (bracket > 0)
        {
            return sentence.Start + bracket;
        }

        if (text is [_, _, not ('拍' or '翻' or '所'), '摄', not ('影' or '氏' or '取' or '像' or '食' or '制' or '护' or '入' or '政' or '理' or '于' or '的'), ..] && text[..3].IndexOfAnyExceptInRange('\u4e00', '\u9fff') < 0)
        {
            // 诸葛亮摄|东山集团…: who took the picture, where its caption lost its line.
            return sentence.Start + 4;
        }

        if (text is ['【', .., '】'])
        {
            return sentence.Start + 1;
        }

        if (text is ['原', '标', '题', ':', _, ..])
        {
            // 原标题：东山集团…: the headline of the page that the text was taken from.
            return sentence.Start + 4;
        }

        if (text[..Math.Min(LongestMedium, text.Length)].IndexOf("网 ") is >= 2 and var medium && medium + 2 < text.Length && char.IsAsciiDigit(text[medium + 2]))
        {
            // 证券网 5月1日，…: the day is the report's.
            return sentence.Start + medium + 2;
        }

        if (text is ['据', ..])
        {
            // 据新华社11日消息, …: who is quoted.
            return sentence.Start;
        }

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
                case '讯' or '电' or '息' when at > 1 && IsOrigin(text[..(at - 1)], text[at - 1], text[at..]) && AfterReporter(text, at) is var end and > 0:
                    return sentence.Start + end;
                case '讯' or '电' or '息':
                    continue;
                default:
                    return sentence.Start;
            }
        }

        return sentence.Start;
    }

    /// <summary>A paper's or an agency's report is named by its medium (网讯, 报讯), its day (8日电, 31日消息) or its reporter.</summary>
    private static bool IsOrigin(ReadOnlySpan<char> before, char mark, ReadOnlySpan<char> after) => mark switch
    {
        '息' => before[^1] is '消' or '信' && (before[..^1].TrimEnd(' ') is [.., '日'] || after.StartsWith("(记者") || before is [.., '网' or '社' or '报', '信'] && after.StartsWith(":")),
        '讯' => before[^1] is '日' or '网' or '报' or '社' or '快' or '专' or '经' or '股' or '产' or '司' or '车' || before.EndsWith("APP") || before.EndsWith("记者") || before.EndsWith("综合"),
        _ => before[^1] is '日',
    };

    /// <summary>(中央社东京20日综合外电报导), 【记者…/台北报导】, 【本报讯】: how long a bracket is that says who reports; 0 for none.</summary>
    private static int BracketLength(ReadOnlySpan<char> text)
    {
        if (text is not ['(' or '【' or '〔' or '[', ..])
        {
            return 0;
        }

        var close = text[..Math.Min(Longest + 1, text.Length)].IndexOfAny(")】〕]");
        if (close < 2 || text[1..close].IndexOfAny(",:。;%") >= 0)
        {
            return 0;
        }

        var line = text[1..close].TrimEnd(' ');
        var isOrigin = line.IndexOf("记者") >= 0 || line.EndsWith("报导") || line.EndsWith("报道") || line.EndsWith("日电")
            || line is [.., '讯'] or [.., '新', '闻'] || text[0] == '【' && (line is [.., '电' or '台' or '社'] || line.EndsWith("快报"));
        return isOrigin ? Trimmed(text, close + 1) : 0;
    }

    /// <summary>主要判决:1.被告…;2.…: how long the number of a list is that stands within a sentence, at <paramref name="at"/>; 0 for none.</summary>
    public static int ItemNumberLength(string folded, int at, int limit) =>
        folded[at - 1] is ':' or ';' ? NumberLength(folded.AsSpan(at, limit - at)) : 0;

    /// <summary>二、 4、 (三) 2. ②: digits or numerals with the mark of a list.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && text[at] is ' ' or '.' or '-' or '(')
        {
            at++;
        }

        if (at < text.Length && text[at] is (>= '①' and <= '⑳') or (>= '❶' and <= '❿'))
        {
            return Trimmed(text, at + 1);
        }

        var digits = at;
        while (at < text.Length && at < digits + 2 && text[at] is (>= '0' and <= '9') or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十')
        {
            at++;
        }

        return at > digits && at + 1 < text.Length && (text[at] is '、' or ')' || text[at] == '.' && !char.IsAsciiDigit(text[at + 1]) && !char.IsAsciiLetter(text[at + 1])) ? Trimmed(text, at + 1) : 0;
    }

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

        // 本报讯5月3日…, 8日电据…: a day or a source goes on without a mark.
        return at >= text.Length || text[at] is ',' or ':' or '丨' or '|' or '-' or '—' or '昨' or '据' or (>= '0' and <= '9') || text[at - 1] is ' ' || text[at - 1] is '电' && IsAgencys(text[..at]) && !"影力价动信子商网量池器竞视台话站缆费源梯脑机车".Contains(text[at], StringComparison.Ordinal) ? Trimmed(text, at) : 0;
    }

    /// <summary>新华网北京5月12日电: a name that ends in 网 or 社 opens the line.</summary>
    private static bool IsAgencys(ReadOnlySpan<char> line) => line.IndexOfAny('社', '网') is 2 or 3 && line.Contains('月');

    private static int Trimmed(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or ',' or ':' or '丨' or '|' or '-' or '—')
        {
            at++;
        }

        if (at > 0 && at < text.Length && text[at] == '(' && text[at - 1] == ':' && text[at..Math.Min(text.Length, at + LongestBracket)].IndexOf(')') is > 0 and var close && at + close + 1 < text.Length)
        {
            // 中新社9月22日信息：(记者 …)
            return at + close + 1;
        }

        return at < text.Length ? at : 0;
    }
}
