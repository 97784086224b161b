using System.Globalization;
using Pipeline.Extract.Model;

namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Reads the first full date, with its clock where one follows, out of a line such as <c>發布時間：2016/03/19 10:48</c>.</summary>
/// <remarks>Forms: 2019-09-07 13:43:45, 2019/9/7 13:43, 2019.09.07, 2019年9月7日 13时43分, 2019-09-07T13:43:45+08:00, 20190907, 民國114年3月4日, those of <see cref="WrittenDate"/>; 下午 and PM are added. A clock without an offset is +08:00.</remarks>
public static class TimeText
{
    /// <summary>The first year that a page on the web can have.</summary>
    private const int FirstYear = 1994;

    /// <summary>The last year taken for a date rather than another number.</summary>
    private const int LastYear = 2099;

    /// <summary>What a year of the Republic (民國) lacks to the common era.</summary>
    private const int FirstYearOfRepublic = 1911;

    /// <summary>Characters between a date and its clock: white space, brackets, weekday, 下午.</summary>
    private const int LongestGap = 12;

    /// <summary>The first date in a text; null when it has none.</summary>
    public static PublicationTime? Find(ReadOnlySpan<char> text) => Find(text, out _);

    /// <summary>The first date in a text and where it stands with its clock; null when it has none.</summary>
    public static PublicationTime? Find(ReadOnlySpan<char> text, out TextSpan span)
    {
        text = text.ContainsAnyInRange('０', '９') ? HalfWidth(text) : text;
        for (var at = 0; at + 8 <= text.Length; at++)
        {
            if (Begins(text, at) && (TryDate(text[at..], IsOfRepublic(text[..at]), out var date, out var length)
                || (WrittenDate.TryRead(text[at..], out date, out length) && date.Year is >= FirstYear and <= LastYear)))
            {
                var rest = text[(at + length)..];
                var hasClock = TryClock(rest, date, out var moment, out var clockLength);
                span = new TextSpan(at, at + length + (hasClock ? clockLength : 0));
                return hasClock ? new PublicationTime(moment) : new PublicationTime(date);
            }
        }

        span = default;
        return null;
    }

    /// <summary>Seconds or milliseconds since 1970 as pages' scripts give them; null when out of range.</summary>
    public static PublicationTime? FromUnix(ReadOnlySpan<char> digits)
    {
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var seconds = digits.Length == 13 ? value / 1000 : value;
        return digits.Length is 10 or 13 && seconds > 757_382_400
            ? new PublicationTime(DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(PublicationTime.ChinaOffset))
            : null;
    }

    // 10/14/2016, as qq's apub:time has it: month first, and nothing else has the year last.
    private static bool TryMonthFirst(ReadOnlySpan<char> text, out DateOnly date, out int length)
    {
        date = default;
        length = 0;
        var month = Digits(text, ref length, 2);
        if (length >= text.Length || text[length++] != '/')
        {
            return false;
        }

        var day = Digits(text, ref length, 2);
        if (length >= text.Length || text[length++] != '/')
        {
            return false;
        }

        var start = length;
        var year = Digits(text, ref length, 4);
        if (length - start != 4 || year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    // A digit, a numeral or a letter that begins a word.
    private static bool Begins(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) ? at == 0 || !char.IsAsciiDigit(text[at - 1])
        : char.IsAsciiLetter(text[at]) ? at == 0 || !char.IsAsciiLetter(text[at - 1])
        : WrittenDate.IsNumeral(text[at]) && (at == 0 || !WrittenDate.IsNumeral(text[at - 1]));

    private static bool IsOfRepublic(ReadOnlySpan<char> before) => before.TrimEnd(" 　").EndsWith("民國") || before.TrimEnd(" 　").EndsWith("民国");

    // ２０２５年３月４日, one for one.
    private static ReadOnlySpan<char> HalfWidth(ReadOnlySpan<char> text)
    {
        var folded = text.ToArray();
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = folded[i] is >= '０' and <= '９' or '－' or '／' or '：' or '．' ? (char)(folded[i] - 0xFEE0) : folded[i];
        }

        return folded;
    }

    private static bool TryDate(ReadOnlySpan<char> text, bool isOfRepublic, out DateOnly date, out int length)
    {
        if (TryMonthFirst(text, out date, out length))
        {
            return true;
        }

        date = default;
        length = 0;
        var year = Digits(text, ref length, 4);

        // 民國112年2月3日, 112年2月3日: years of the Republic are counted from 1911.
        year = isOfRepublic && year is > 80 and < 189 ? year + FirstYearOfRepublic
            : length == 3 && year is > 80 and < 189 && text[length..].TrimStart() is ['年', ..] ? year + FirstYearOfRepublic : year;
        if (year is < FirstYear or > LastYear)
        {
            return false;
        }

        int month, day;
        if (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            month = Digits(text, ref length, 2);
            day = Digits(text, ref length, 2);
            if (length != 8 || (length < text.Length && char.IsAsciiDigit(text[length])))
            {
                return false;
            }
        }
        else
        {
            SkipSpaces(text, ref length);
            if (length >= text.Length || text[length] is not ('-' or '/' or '.' or '年' or '－' or '／'))
            {
                return false;
            }

            length++;
            SkipSpaces(text, ref length);
            month = Digits(text, ref length, 2);
            SkipSpaces(text, ref length);
            if (length >= text.Length || text[length] is not ('-' or '/' or '.' or '月' or '－' or '／'))
            {
                return false;
            }

            length++;
            SkipSpaces(text, ref length);
            day = Digits(text, ref length, 2);
            if (length < text.Length && text[length] is '日' or '号' or '號')
            {
                length++;
            }
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryClock(ReadOnlySpan<char> text, DateOnly date, out DateTimeOffset moment, out int length)
    {
        moment = default;
        length = 0;
        var at = 0;
        var afternoon = false;
        var midday = false;
        while (at < text.Length && at < LongestGap && !char.IsAsciiDigit(text[at]))
        {
            if (text[at] is '\n' or '.' or '。' or '，' or '-')
            {
                return false;
            }

            afternoon |= text[at..].StartsWith("下午") || text[at..].StartsWith("晚上") || text[at..].StartsWith("晚間") || text[at..].StartsWith("PM", StringComparison.OrdinalIgnoreCase);
            midday |= text[at..].StartsWith("上午") || text[at..].StartsWith("AM", StringComparison.OrdinalIgnoreCase);
            at++;
        }

        length = at;
        var hour = Digits(text, ref length, 2);
        if (hour is < 0 or > 23 || length >= text.Length || text[length] is not (':' or '：' or '时' or '時' or '点' or '點'))
        {
            return false;
        }

        length++;
        var minute = Digits(text, ref length, 2);
        if (minute is < 0 or > 59)
        {
            return false;
        }

        var second = 0;
        if (length < text.Length && text[length] is ':' or '：' or '分')
        {
            length++;
            second = Math.Max(0, Digits(text, ref length, 2));
            if (second > 59)
            {
                return false;
            }
        }

        var fraction = length < text.Length && text[length] == '.' ? text[(length + 1)..].IndexOfAnyExceptInRange('0', '9') : -1;
        length = fraction > 0 ? length + 1 + fraction : length;
        var tail = text[Math.Min(length, text.Length)..].TrimStart();
        afternoon |= tail.StartsWith("PM", StringComparison.OrdinalIgnoreCase);
        midday |= tail.StartsWith("AM", StringComparison.OrdinalIgnoreCase);
        hour = afternoon && hour < 12 ? hour + 12 : midday && hour == 12 ? 0 : hour;
        moment = new DateTimeOffset(date, new TimeOnly(hour, minute, second), Offset(tail));
        return true;
    }

    private static TimeSpan Offset(ReadOnlySpan<char> tail)
    {
        if (tail.StartsWith("Z", StringComparison.OrdinalIgnoreCase) || tail.StartsWith("GMT", StringComparison.Ordinal) || tail.StartsWith("UTC", StringComparison.Ordinal))
        {
            tail = tail[0] is 'Z' or 'z' ? [] : tail[3..];
            if (tail.IsEmpty || tail[0] is not ('+' or '-'))
            {
                return TimeSpan.Zero;
            }
        }

        if (tail.Length >= 3 && tail[0] is '+' or '-')
        {
            var sign = tail[0] == '-' ? -1 : 1;
            var length = 1;
            var hours = Digits(tail, ref length, 2);
            length += length < tail.Length && tail[length] == ':' ? 1 : 0;
            var minutes = Math.Max(0, Digits(tail, ref length, 2));
            if (hours is >= 0 and <= 14 && minutes < 60)
            {
                return sign * new TimeSpan(hours, minutes, 0);
            }
        }

        return PublicationTime.ChinaOffset;
    }

    // Up to most digits as a number; −1 without any.
    private static int Digits(ReadOnlySpan<char> text, ref int at, int most)
    {
        var value = -1;
        for (var end = Math.Min(text.Length, at + most); at < end && char.IsAsciiDigit(text[at]); at++)
        {
            value = (Math.Max(0, value) * 10) + (text[at] - '0');
        }

        return value;
    }

    private static void SkipSpaces(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }
}
