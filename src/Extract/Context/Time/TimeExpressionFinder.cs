using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context.Time;

/// <summary>Finds every expression that says when in folded text: dates, parts of years, relative words, lengths that only say when, clock times.</summary>
/// <remarks>Works on characters alone, without words or tags. Each position is read once, with a bounded look ahead: time is linear in length.</remarks>
public sealed class TimeExpressionFinder
{
    private const string Numerals = "0123456789〇○零一二两三四五六七八九十百廿卅";

    /// <summary>What else an expression may start with that opens no listed word: 第, 前 of 前三季度, Q3, FY25, 民国, 公元, 西元, 令和, 平成, 昭和, 几年前, 上世纪.</summary>
    private const string OtherStarts = "第前首头QHF民公西令平昭几数多半上本";

    /// <summary>Longest run of numerals that is looked through before the readers are asked.</summary>
    private const int LongestRun = 8;

    /// <summary>Longest stretch from a time to the 以来 that it opens, in characters: 自去年底|全线开通运营|以来.</summary>
    private const int LongestSince = 10;

    private static readonly CharacterSet NumeralUnits = new(Numerals);
    private static readonly CharacterSet UnlistedStarts = new(Numerals + OtherStarts);

    /// <summary>All that a reader takes after a numeral: its unit, or the joint to the next numeral.</summary>
    private static readonly CharacterSet AfterNumeral = new("届期以”」年月日时点季世周天星礼个小分秒载交工自财学会多余几至到全上下前、和及与-~–—―/.:QqHh ");

    /// <summary>What may follow 今 as a word of its own: the brackets of the day, a place, and verbs of saying, doing and going.</summary>
    private static readonly CharacterSet AfterToday = new("(开收涨跌盘在于公宣表发召举出指判说再受接率赴抵由会被将已向对偕前与针依以下上中传进继维第推颁做报参邀启落拍正就遭到召为凌登");

    private readonly TimeWords _words;
    private readonly CharacterSet _starts;

    internal TimeExpressionFinder(TimeWords words)
    {
        _words = words;
        _starts = new([.. "0123456789〇○零一二两三四五六七八九十廿卅第前首头QHF民公西令平昭", .. words.FirstUnits]);
    }

    /// <summary>Appends the time expressions of <paramref name="range"/> to <paramref name="expressions"/>, in order, without overlap.</summary>
    /// <param name="folded">Text after <see cref="TextFold"/>.</param>
    /// <param name="range">Where to search; expressions neither begin before nor end after it.</param>
    /// <param name="expressions">Receives the expressions, their spans in <paramref name="folded"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="range"/> reaches beyond <paramref name="folded"/>.</exception>
    public void Find(ReadOnlySpan<char> folded, TextSpan range, List<TimeExpression> expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, folded.Length);
        Find(folded, range, [], expressions);
    }

    /// <summary>As the other <c>Find</c>, but for expressions that run out of a name or of a word which the dictionary lists: 日本|周二, 项目|前三季度 and 恒生科技指数|日内 hold no 本周, no 目前 and no 数日.</summary>
    /// <param name="folded">Text after <see cref="TextFold"/>.</param>
    /// <param name="range">Where to search.</param>
    /// <param name="words">The words of <paramref name="range"/>, in order.</param>
    /// <param name="expressions">Receives the expressions, their spans in <paramref name="folded"/>.</param>
    internal void Find(ReadOnlySpan<char> folded, TextSpan range, ReadOnlySpan<Word> words, List<TimeExpression> expressions)
    {
        var text = folded[..range.End];
        var (at, word) = (range.Start, 0);
        while ((at = _starts.NextIn(text, at)) < text.Length)
        {
            while (word < words.Length && words[word].Span.End <= at)
            {
                word++;
            }

            var end = at;
            if (!IsInsideWord(text, at, range.Start) && MayStart(text, at) && TryRead(text, at, range.Start, out var expression, out end))
            {
                if (word < words.Length && words[word].Span is var holder && holder.Start < at && holder.End < expression.Span.End && (words[word].Tag is "nt" or "nz" || IsContentWord(holder.Of(folded))))
                {
                    end = at + 1;
                }
                else
                {
                    expressions.Add(expression);
                }
            }

            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>Reads one expression; where none starts, <paramref name="end"/> says how far the text has been read for good.</summary>
    private bool TryRead(ReadOnlySpan<char> text, int at, int floor, out TimeExpression expression, out int end)
    {
        expression = default;
        end = at;
        var first = text[at];
        if (YearReader.TryReadBracketed(text, at, out _, out _) && CalendarReader.TryRead(_words, text, at, out var bracketed, out end))
        {
            expression = Extend(text, at, bracketed, ref end);
            return true;
        }

        if (BracketedTime.TryRead(text, at, out var known, out end))
        {
            expression = Extend(text, at, known, ref end);
            return true;
        }

        var isWord = _words.TryMatch(text, at, out var word, out var wordEnd);
        if (isWord && first == '下' && at > floor && text[at - 1] == '创')
        {
            // 创下|半年新低
            end = wordEnd;
            return false;
        }

        if (isWord && first == '元' && at > floor && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '万' or '亿' or '千' or '百' or '十' or '美' or '日' or '欧' or '港' or '多' or '余'))
        {
            // 3万元|月租: money, and what is paid by the month.
            end = at + 1;
            return false;
        }

        if (isWord && (word.Sense == TimeSense.Blocked || IsRecordOfYear(text, at, wordEnd)))
        {
            // 价格创全年次高 happens on a day of the year.
            end = wordEnd;
            return false;
        }

        if (isWord && wordEnd > at + 1 && text[wordEnd - 1] == '今' && wordEnd < text.Length && text[wordEnd] is '年' or '日' or '天' or '早' or '晚' or '晨')
        {
            // 截至今年6月 is no 至今.
            return false;
        }

        if (isWord && text[wordEnd - 1] == '去' && text[at..wordEnd] is "过去" && wordEnd < text.Length && text[wordEnd] == '年')
        {
            // 超过去年同期 is no 过去.
            return false;
        }

        if (isWord && wordEnd == at + 1 && (first is '今' or '昨') && (IsPartOfWord(text, at, floor) || TryReadDayInBrackets(text, wordEnd, ref wordEnd)))
        {
            // 至今 says nothing of today; 昨(8日) and 今(9)日 say yesterday and today once more.
            end = wordEnd;
            if (wordEnd == at + 1)
            {
                return false;
            }

            expression = new TimeExpression(new TextSpan(at, end), TimeForm.At, word.Point, null);
            SkipClock(text, word.Point, ref end);
            return true;
        }

        // 前三季度 and 前10月 count from January; 前三年 is a length.
        if (first is '前' or '首' or '头' && CalendarReader.TryReadPart(_words, text, at, isYearRead: false, out var part, out end))
        {
            expression = Extend(text, at, part, ref end);
            return true;
        }

        if (isWord && word.Sense is TimeSense.BeforeLength or TimeSense.UndatedOrBeforeLength
            && LengthReader.TryReadAfter(text, at, wordEnd, out var begun, out end))
        {
            expression = begun.Unit == TimeUnit.None ? Undated(at, end) : new TimeExpression(new TextSpan(at, end), TimeForm.Past, begun, null);
            return true;
        }

        if (isWord && word.Sense is TimeSense.Undated or TimeSense.UndatedOrBeforeLength)
        {
            end = wordEnd;
            expression = Undated(at, end);
            return true;
        }

        if (ClockReader.TryRead(_words, text, at, isAfterDay: text[floor..at].EndsWith("截至") || text[floor..at].EndsWith("截止"), out end))
        {
            expression = new TimeExpression(new TextSpan(at, end), TimeForm.Undated, Point(TimeUnit.Clock), null);
            return true;
        }

        if (isWord && word.Sense == TimeSense.Clock)
        {
            end = wordEnd;
            expression = new TimeExpression(new TextSpan(at, end), TimeForm.Undated, Point(TimeUnit.Clock), null);
            return true;
        }

        if (LengthReader.TryReadRelative(text, at, out var point, out end))
        {
            expression = new TimeExpression(new TextSpan(at, end), point.Unit == TimeUnit.None ? TimeForm.Undated : TimeForm.At, point, null);
            return true;
        }

        if (CenturyReader.TryRead(text, at, out point, out var to, out end))
        {
            expression = new TimeExpression(new TextSpan(at, end), point.Unit == TimeUnit.None ? TimeForm.Undated : TimeForm.At, point, to);
            return true;
        }

        if (CalendarReader.TryRead(_words, text, at, out point, out end))
        {
            expression = Extend(text, at, point, ref end);
            return true;
        }

        end = at;
        return false;
    }

    /// <summary>日本, 成本, 说明; 如今|年, 由此|前 and 提前|三日 are cut for want of sense.</summary>
    private static bool IsContentWord(ReadOnlySpan<char> word) =>
        WordDictionary.Embedded.ListedTag(word) is ['n' or 'v' or 'a' or 'j', ..] && word is not "提前";

    /// <summary>至今, 今创集团: part of another word or of a name; 今 alone says today before a bracket and before what is done, said or where.</summary>
    private static bool IsPartOfWord(ReadOnlySpan<char> text, int at, int floor) =>
        at > floor && text[at - 1] is '至' or '如' or '而' or '迄' or '从' or '古' or '当' or '现' or '到' or '于' or '自' or '·'
        || at + 1 < text.Length && (text[at + 1] is '、' or '·' or '的' || text[at] == '今' && !AfterToday.Contains(text[at + 1]) && text[(at + 1)..] is not [' ', '(', ..]);

    /// <summary>今(9日), 昨(8)日: the day of the month after the day that the reader knows.</summary>
    private static bool TryReadDayInBrackets(ReadOnlySpan<char> text, int at, ref int end)
    {
        at += at < text.Length && text[at] == ' ' ? 1 : 0;
        if (at >= text.Length || text[at] != '(' || !SmallNumeral.TryRead(text, at + 1, out var day, out var next) || day is < 1 or > 31 || next >= text.Length)
        {
            return false;
        }

        next += text[next] is '日' or '号' ? 1 : 0;
        if (next >= text.Length || text[next] != ')')
        {
            return false;
        }

        next = SmallNumeral.BeforeUnit(text, next + 1);
        end = next < text.Length && text[next] is '日' or '天' or '晚' or '早' or '晨' ? next + 1 : next;
        return true;
    }

    /// <summary>False where no reader can read anything: most numbers measure, 一 is a word, and so is most of what a time may open with.</summary>
    private bool MayStart(ReadOnlySpan<char> text, int at) =>
        (NumeralUnits.Contains(text[at]) ? EndsInUnit(text, at) : UnlistedStarts.Contains(text[at]) || at + 1 < text.Length && text[at + 1] == '(') || _words.TryMatch(text, at, out _, out _);

    /// <summary>True where what follows the numerals at <paramref name="at"/> is their unit, or a joint to the next ones.</summary>
    private static bool EndsInUnit(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < LongestRun && NumeralUnits.Contains(text[end]))
        {
            end++;
        }

        return end < text.Length && (end - at == LongestRun || AfterNumeral.Contains(text[end]));
    }

    private TimeExpression Extend(ReadOnlySpan<char> text, int at, CalendarPoint from, ref int end)
    {
        if (from.Unit == TimeUnit.Holiday)
        {
            return OfHoliday(text, at, from, ref end);
        }

        CalendarPoint? to = null;
        SkipClock(text, from, ref end);
        if (from.Unit == TimeUnit.Month && from.Day == 0 && from.First == from.Last && LengthReader.TryReadFirstDays(text, ref end, out var days))
        {
            var month = from;
            from = month with { Unit = TimeUnit.Day, Day = 1 };
            to = month with { Unit = TimeUnit.Day, Day = days };
        }
        else if (TryReadRangeEnd(text, from, ref end, out var last))
        {
            to = last;
            SkipClock(text, last, ref end);
        }

        if (to is null && from.Unit is TimeUnit.Day or TimeUnit.Month && LengthReader.TryReadUntil(text, at, ref end, out var months))
        {
            return new TimeExpression(new TextSpan(at, end), TimeForm.At, from, null) { Months = months };
        }

        var form = TimeForm.At;
        var since = text[end..] switch
        {
            ['以', '来', ..] or ['至', '今', ..] or ['迄', '今', ..] or ['到', '现', '在', ..] => 2,
            _ => 0,
        };
        if (since > 0)
        {
            (form, end) = (TimeForm.Since, end + (text[end] == '到' ? 3 : 2));
        }
        else if (at > 0 && text[at - 1] is '自' or '从' && to is null)
        {
            // 自去年底|开通|以来
            var rest = text.Slice(end, Math.Min(LongestSince, text.Length - end));
            form = rest.IndexOf("以来") is >= 0 and var deed && rest[..deed].IndexOfAny(",;。") < 0 ? TimeForm.Since : form;
        }

        return new TimeExpression(new TextSpan(at, end), form, from, to);
    }

    /// <summary>国庆假期|首日, 五一黄金周|前四日, 春节假期|第三天; 国庆假期|后 has no date.</summary>
    private static TimeExpression OfHoliday(ReadOnlySpan<char> text, int at, CalendarPoint holiday, ref int end)
    {
        end += text[end..].StartsWith("期间") ? 2 : 0;
        if (text[end..].StartsWith("首日") || text[end..].StartsWith("首天"))
        {
            (holiday, end) = (holiday with { Day = 1 }, end + 2);
        }
        else if (end < text.Length && text[end] == '第' && SmallNumeral.TryRead(text, end + 1, out var day, out var next) && next < text.Length && text[next] is '天' or '日')
        {
            (holiday, end) = (holiday with { Day = day, IsEnd = true }, next + 1);
        }
        else if (LengthReader.TryReadFirstDays(text, ref end, out var days))
        {
            holiday = holiday with { Day = days };
        }
        else if (end < text.Length && text[end] is '前' or '后' or '过' or '结' or '以' or '之')
        {
            return Undated(at, end);
        }

        return new TimeExpression(new TextSpan(at, end), TimeForm.At, holiday, null);
    }

    /// <summary>The second date of 9月1日至7日, 2018年—2020年, 2023年10月到今年3月.</summary>
    private bool TryReadRangeEnd(ReadOnlySpan<char> text, CalendarPoint from, ref int end, out CalendarPoint to)
    {
        to = default;
        // 自11月8日起至11月30日止: 起 stands between.
        var at = end = text[end..] is ['起', '至' or '到', ..] ? end + 1 : end;
        while (at < text.Length && at - end < 2 && text[at] is '-' or '~' or '–' or '—' or '―' or '至' or '到' or '─')
        {
            at++;
        }

        at = at > end ? SmallNumeral.BeforeDigits(text, at) : at;
        if (at == end || at >= text.Length || !CalendarReader.TryRead(_words, text, at, out to, out var next) || next == at + 1
            || to.Unit is TimeUnit.Period or TimeUnit.Clock || (to.Unit == TimeUnit.Year && from.Unit != TimeUnit.Year && to.Anchor == TimeAnchor.Open))
        {
            return false;
        }

        end = next;
        return true;
    }

    private void SkipClock(ReadOnlySpan<char> text, CalendarPoint point, ref int end)
    {
        if (point.Unit is TimeUnit.Day or TimeUnit.Weekday)
        {
            if (end + 2 < text.Length && text[end] == '(' && CloseOfWeekday(text, end) is var close and > 0)
            {
                end = close;
            }

            if (ClockReader.TryRead(_words, text, end, isAfterDay: true, out var clockEnd))
            {
                end = clockEnd;
            }
        }
    }

    /// <summary>11月7日(周五), 11月7日(五).</summary>
    private static int CloseOfWeekday(ReadOnlySpan<char> text, int at)
    {
        var close = text.Slice(at, Math.Min(6, text.Length - at)).IndexOf(')');
        return close > 1 && text[at + close - 1] is '一' or '二' or '三' or '四' or '五' or '六' or '日' or '天' ? at + close + 1 : 0;
    }

    /// <summary>True where the unit at <paramref name="at"/> continues a number or a Latin word.</summary>
    private static bool IsInsideWord(ReadOnlySpan<char> text, int at, int floor) =>
        at > floor && (SmallNumeral.IsNumeral(text[at]) ? IsInsideNumber(text, at) : char.IsAsciiLetter(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1]));

    /// <summary>True where the numeral at <paramref name="at"/> continues a number or a name: 2 of 12月, 1 of A1月, 五 of 0.五.</summary>
    private static bool IsInsideNumber(ReadOnlySpan<char> text, int at)
    {
        var before = text[at - 1];
        if (char.IsAsciiDigit(text[at]))
        {
            return char.IsAsciiLetterOrDigit(before) || (before is '.' or ',' && at > 1 && char.IsAsciiDigit(text[at - 2]));
        }

        return SmallNumeral.IsNumeral(before) || before is '几' or '数' or '百' or '千' or '万' or '亿' or '.';
    }

    private static TimeExpression Undated(int start, int end) => new(new TextSpan(start, end), TimeForm.Undated, Point(TimeUnit.None), null);

    private static CalendarPoint Point(TimeUnit unit) => new() { Unit = unit, Anchor = TimeAnchor.Open };

    private static bool IsRecordOfYear(ReadOnlySpan<char> text, int at, int end) =>
        text[at..end] is "年内" && text[end..] is ['第' or '最' or '次' or '高' or '低', ..] or ['新', '高' or '低', ..] || text[at..end] is "全年" && text[end..] is ['最' or '次', '高' or '低' or '多' or '少' or '大' or '小', ..] or ['新', '高' or '低', ..];
}
