namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Reads dates written in words: <c>二〇二五年三月四日</c>, <c>民國一百一十四年三月四日</c>, <c>March 4, 2025</c>, <c>4 Mar 2025</c>.</summary>
internal static class WrittenDate
{
    /// <summary>What a year of the Republic (民國) lacks to the common era.</summary>
    private const int FirstYearOfRepublic = 1911;

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>True when the text begins with such a date.</summary>
    /// <param name="text">The rest of a line.</param>
    /// <param name="date">Not checked for its year.</param>
    /// <param name="length">Characters of the date.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly date, out int length) =>
        text.IsEmpty ? None(out date, out length)
        : char.IsAsciiLetter(text[0]) ? TryMonthFirst(text, out date, out length)
        : char.IsAsciiDigit(text[0]) ? TryDayFirst(text, out date, out length)
        : TryNumerals(text, out date, out length);

    /// <summary>True for the first character of a date in numerals.</summary>
    public static bool IsNumeral(char c) => Digit(c) >= 0 || c is '十' or '百' or '民';

    // 二〇二五年三月四日: the year digit by digit, month and day as numbers; a year of the Republic is a number.
    private static bool TryNumerals(ReadOnlySpan<char> text, out DateOnly date, out int length)
    {
        var republic = text.StartsWith("民國") || text.StartsWith("民国");
        var at = republic ? 2 : 0;
        var year = republic ? Number(text, ref at) + FirstYearOfRepublic : Digits(text, ref at);
        if (!Skip(text, ref at, '年') || Number(text, ref at) is not (>= 1 and <= 12 and var month) || !Skip(text, ref at, '月'))
        {
            return None(out date, out length);
        }

        var day = Number(text, ref at);
        return (at < text.Length && text[at] is '日' or '号' or '號') && Of(year, month, day, out date) ? Found(at + 1, out length) : None(out date, out length);
    }

    // March 4, 2025; Mar. 4 2025
    private static bool TryMonthFirst(ReadOnlySpan<char> text, out DateOnly date, out int length)
    {
        var at = 0;
        var month = Month(text, ref at);
        SkipMarks(text, ref at);
        var day = Ascii(text, ref at, 2);
        at += text[at..].StartsWith("st") || text[at..].StartsWith("nd") || text[at..].StartsWith("rd") || text[at..].StartsWith("th") ? 2 : 0;
        SkipMarks(text, ref at);
        var year = Ascii(text, ref at, 4);
        return month > 0 && Of(year, month, day, out date) ? Found(at, out length) : None(out date, out length);
    }

    // 4 March 2025, 04 Mar 2025 10:20:00 GMT
    private static bool TryDayFirst(ReadOnlySpan<char> text, out DateOnly date, out int length)
    {
        var at = 0;
        var day = Ascii(text, ref at, 2);
        if (at >= text.Length || text[at] is not (' ' or '-'))
        {
            return None(out date, out length);
        }

        at++;
        var month = Month(text, ref at);
        SkipMarks(text, ref at);
        var year = Ascii(text, ref at, 4);
        return month > 0 && Of(year, month, day, out date) ? Found(at, out length) : None(out date, out length);
    }

    private static int Month(ReadOnlySpan<char> text, ref int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var word = text[at..end];
        for (var month = 0; word.Length >= 3 && month < Months.Length; month++)
        {
            if (Months[month].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) || (month == 8 && word.Equals("sept", StringComparison.OrdinalIgnoreCase)))
            {
                at = end;
                return month + 1;
            }
        }

        return 0;
    }

    private static int Ascii(ReadOnlySpan<char> text, ref int at, int most)
    {
        var value = 0;
        var start = at;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + (text[at++] - '0');
        }

        return at > start && (at >= text.Length || !char.IsAsciiDigit(text[at])) ? value : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int at)
    {
        var value = 0;
        var start = at;
        while (at < text.Length && at - start < 4 && Digit(text[at]) is >= 0 and var digit)
        {
            value = (value * 10) + digit;
            at++;
        }

        return at - start == 4 ? value : 0;
    }

    // 四, 十, 十四, 二十四, 一百一十四, 廿四, and digit by digit: 一一四.
    private static int Number(ReadOnlySpan<char> text, ref int at)
    {
        var (value, pending, start) = (0, 0, at);
        for (; at < text.Length && at - start < 6; at++)
        {
            if (text[at] == '百')
            {
                (value, pending) = (value + (Math.Max(1, pending) * 100), 0);
            }
            else if (text[at] == '十')
            {
                (value, pending) = (value + (Math.Max(1, pending) * 10), 0);
            }
            else if (text[at] == '廿')
            {
                (value, pending) = (20, 0);
            }
            else if (Digit(text[at]) is >= 0 and var digit)
            {
                pending = (pending * 10) + digit;
            }
            else
            {
                break;
            }
        }

        return value + pending;
    }

    private static int Digit(char c) => c switch
    {
        '〇' or '○' or '零' or 'Ｏ' => 0, '一' or '元' => 1, '二' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '七' => 7, '八' => 8, '九' => 9, _ => -1,
    };

    private static bool Skip(ReadOnlySpan<char> text, ref int at, char mark) => at < text.Length && text[at] == mark && at++ >= 0;

    private static void SkipMarks(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or ',' or '.' or '-')
        {
            at++;
        }
    }

    private static bool Of(int year, int month, int day, out DateOnly date)
    {
        var isDate = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDate ? new DateOnly(year, month, day) : default;
        return isDate;
    }

    private static bool Found(int at, out int length)
    {
        length = at;
        return true;
    }

    private static bool None(out DateOnly date, out int length)
    {
        (date, length) = (default, 0);
        return false;
    }
}
