using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>What holds digits and is no number to measure: names, idioms, identifiers, ordinals, dates, clock times, scores.</content>
internal ref partial struct QuantityPass
{
    // Longest stretch of Latin letters that is looked back over for the start of a name or address.
    private const int LongestToken = 200;

    // What is sold or made is told from so many on; a smaller number before 销量 ends a product's name.
    private const int LeastVolume = 1000;

    private bool TryNumberWord(int at, out int next)
    {
        next = at;
        if (!_lexicon.Words.TryLongest(_text[at.._end], out var length, out var words))
        {
            return false;
        }

        foreach (var word in words)
        {
            var start = at - word.Anchor;
            if (start < _floor || !_text[_start..at].EndsWith(word.Word.AsSpan(0, word.Anchor), StringComparison.Ordinal))
            {
                continue;
            }

            next = at + length;
            if (At(start - 1) is '周' or '期' or '拜' && _lexicon.Words.TryLongest(_text[(start + 1).._end], out var rest, out _) && start + 1 + rest > next)
            {
                // 周三|一度 is no 三一.
                return false;
            }

            // 十分之一 is a fraction; 3D打印 is a name, 3Delta none; 一线 of 二十一线 is none.
            if ((_text[next - 1] == '分' && At(next) == '之')
                || (char.IsAsciiLetterOrDigit(_text[next - 1]) && char.IsAsciiLetterOrDigit(At(next)))
                || (char.IsAsciiDigit(_text[next - 1]) && char.IsAsciiDigit(_text[start]) && (NumeralCharacters.IsNumeral(At(next)) || At(next) is '.' or ',' || TryUnitAt(next, out _, out _)))
                || NumeralCharacters.DigitOf(_text[start]) >= 0 && NumeralCharacters.DigitOf(_text[next - 1]) >= 0 && (NumeralCharacters.DigitOf(At(next)) >= 0 || At(next) == '%')
                || (char.IsAsciiDigit(_text[at]) && (char.IsAsciiDigit(At(at - 1)) || At(at - 1) == '.'))

                // 一点四亿
                || _text[next - 1] == '点' && NumeralReader.TryRead(_text, _original, at, _end, out var numeral) && numeral is { FractionDigits: > 0, HasLargeScale: true })
            {
                return false;
            }

            DropList();
            Skip(start, next, word.Reason);
            return true;
        }

        return false;
    }

    // H100, GPT-4, A202107…, https://…: digits inside a Latin word. FP16算力 and CPI3.2% come apart.
    private bool TryLatinName(int at, out int next)
    {
        next = at;
        var start = at;
        while (start > Math.Max(_floor, at - LongestToken) && IsTokenUnit(_text[start - 1]))
        {
            start--;
        }

        var token = _text[start..at];
        if (token.Contains("://", StringComparison.Ordinal) || token.Contains('@') || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            next = EndOfToken(at);
            Skip(start, next, SkipReason.Identifier);
            return true;
        }

        var before = At(at - 1);
        var joined = char.IsAsciiLetter(before) || before == '_' || (before is '-' or '.' && at - 1 > _floor && char.IsAsciiLetterOrDigit(At(at - 2)) && at - 1 > start);
        if (joined && !_lexicon.CurrencyPrefixes.TryLongest(_text[_floor..at], out _, out _) && !IsMeasuredAfterLetters(at))
        {
            next = EndOfName(at);
            var isOrder = EndsAt(at, "TOP") || EndsAt(at, "Top") || EndsAt(at, "top") || EndsAt(at, "No.") || EndsAt(at, "NO.");
            Skip(start + FirstLetter(token), next, isOrder ? SkipReason.Ordinal : next - at > 8 ? SkipReason.Identifier : SkipReason.Name);
            return true;
        }

        // 5G, 4S店, 7B: letters after the digits that make no unit.
        var numberEnd = ArabicNumeral.Read(_text, _original, at, _end).End;
        if (char.IsAsciiLetter(At(numberEnd)) && !TryUnitAt(numberEnd, out _, out _) && !IsLatinScale(numberEnd))
        {
            next = EndOfName(at);
            Skip(at, next, next - at > 12 ? SkipReason.Identifier : SkipReason.Name);
            return true;
        }

        return false;
    }

    private static int FirstLetter(ReadOnlySpan<char> token)
    {
        var i = token.Length;
        while (i > 0 && (char.IsAsciiLetterOrDigit(token[i - 1]) || token[i - 1] is '-' or '_' or '.'))
        {
            i--;
        }

        return i;
    }

    // CPI3.2%, ROE15%, OpenAI5000亿美元: a share or a large amount is no part of a name.
    private readonly bool IsMeasuredAfterLetters(int at)
    {
        if (!char.IsAsciiLetter(At(at - 1)))
        {
            return false;
        }

        var end = ArabicNumeral.Read(_text, _original, at, _end).End;
        return At(end) is '%' or '万' or '亿' || Is(end, "个百分点");
    }

    // 小米15|销量, 华为Mate 70|用户: nobody sells so few, and a number after a Latin word belongs to it.
    private readonly bool EndsName(in Reading reading) =>
        reading is { Numeral: { Form: NumeralForm.Arabic, HasLargeScale: false, FractionDigits: 0 }, Bound: Bound.Exact, IsOpen: false, IsRange: false }
        && (reading.Low < LeastVolume && reading.Unit!.Word[^1] == '量' && !IsBoundary(At(reading.Start - 1)) || At(reading.Start - 1) == ' ' && char.IsAsciiLetter(At(reading.Start - 2)));

    // 2017|人口报告, 2018|县市首长提名: of that year.
    private static bool IsOfYear(in Reading reading) => reading is { Unit.Word.Length: > 1, Low: >= 2000 and < 2040, Bound: Bound.Exact, IsRange: false } && IsYear(reading.Numeral);

    private readonly bool IsLatinScale(int at)
    {
        foreach (var (name, _) in LatinScales)
        {
            if (Is(at, name) && !char.IsAsciiLetterOrDigit(At(at + name.Length)) && (name.Length > 1 || name == "k" || HasCurrencyMarkBeforeNumber(at)))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool HasCurrencyMarkBeforeNumber(int end)
    {
        var at = end - 1;
        while (at > _floor && end - at < 32 && (char.IsAsciiDigit(_text[at]) || _text[at] is '.' or ','))
        {
            at--;
        }

        return At(at) is '$' or '￥' or '¥' or '€' or '£';
    }

    private static bool IsTokenUnit(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '?' or '=' or '&' or '%' or '#' or '@' or '~' or '+';

    private readonly int EndOfToken(int at)
    {
        while (at < _end && IsTokenUnit(_text[at]))
        {
            at++;
        }

        return at;
    }

    private readonly int EndOfName(int at)
    {
        while (at < _end && (char.IsAsciiLetterOrDigit(_text[at]) || (_text[at] is '-' or '_' or '.' or '/' && char.IsAsciiLetterOrDigit(At(at + 1)))))
        {
            at++;
        }

        return at;
    }

    // 陆地, 收拾, 队伍, 放肆: one financial numeral is a word far oftener than a number.
    private readonly bool IsFinancialCharacterInWord(in Numeral numeral) =>
        (numeral.Length == 1 && _text[numeral.Start] is '陆' or '伍' or '拾' or '肆' or '柒' or '捌' or '玖' or '叁' or '贰' or '仟' or '佰')
        || (_text[numeral.Start] is '陆' or '伍' or '拾' && At(numeral.Start - 1) is '收' or '登' or '大' or '海' or '队' or '入' or '退' or '着');

    private bool TryOrdinal(in Numeral numeral, out int next)
    {
        next = numeral.End;
        var before = At(numeral.Start - 1);
        if (before == '第')
        {
            if (TryUnitAt(next, out var unit, out var end) && unit.Use != NumberUse.Noun)
            {
                next = end;
            }

            if (EndsAt(numeral.Start - 1, "连续") || EndsAt(numeral.Start - 1, "连续 "))
            {
                // 连续第6个交易日: a streak.
                next += Is(next, "交易日") ? 3 : 0;
                Skip(numeral.Start - 1, next, SkipReason.Streak);
                return true;
            }

            Skip(numeral.Start - 1, next, SkipReason.Ordinal);
            return true;
        }

        if (before == '前' && numeral.Low <= 1000 && At(numeral.Start - 2) is not ('目' or '此' or '之' or '日' or '以' or '当' or '年' or '月' or '天' or '午' or '事' or '赛' or '战' or '提' or '先' or '眼' or '空' or '史' or '跟' or '面' or '向' or '会' or '产' or '婚' or '生' or '支'))
        {
            if (TryUnitAt(next, out var unit, out var end))
            {
                next = end;
                var isTime = unit.Dimension == Dimension.Duration || unit.Use == NumberUse.Time;
                Skip(numeral.Start - 1, next, isTime ? SkipReason.Time : SkipReason.Ordinal);
                return unit.Dimension is Dimension.Duration or Dimension.Count || RemoveLastSkip();
            }

            if (IsBoundary(At(next)) || !char.IsAsciiLetterOrDigit(At(next)))
            {
                Skip(numeral.Start - 1, next, At(next) == '月' ? SkipReason.Time : SkipReason.Ordinal);
                return true;
            }
        }

        if (numeral.Length > 1 && before is '周' or '期' or '拜' && _lexicon.Words.TryLongest(_text[(numeral.Start + 1).._end], out _, out _))
        {
            // 周三|一度暴涨: a day of the week, and the next word.
            next = numeral.Start + 1;
            Skip(numeral.Start - 1, next, SkipReason.Time);
            return true;
        }

        // 周三, 星期五, 高二, 初一.
        if (numeral is { Length: 1, Form: NumeralForm.Chinese } && before is '周' or '期' or '拜' && At(numeral.Start - 2) is not ('一' or '每' or '两' or '三' or '四' or '数')
            && (before == '周' ? numeral.Low <= 6 : At(numeral.Start - 2) is '星' or '礼'))
        {
            Skip(numeral.Start - 1, next, SkipReason.Time);
            return true;
        }

        return false;
    }

    private readonly bool RemoveLastSkip()
    {
        _skipped.RemoveAt(_skipped.Count - 1);
        return false;
    }

    // 400-820-8820, (02)2345-6789, 浙B2-20080224, 13800001111, (2021)浙0106民初812号, 5比3.
    private bool TryIdentifier(in Numeral numeral, out int next)
    {
        next = numeral.End;
        if (numeral.Form == NumeralForm.Dotted)
        {
            Skip(numeral.Start, next, At(numeral.Start - 1) == 'V' ? SkipReason.Name : SkipReason.Identifier);
            return true;
        }

        if (At(next) == '比' && NumeralCharacters.IsNumeral(At(next + 1)) && NumeralReader.TryRead(_text, _original, next + 1, _end, out var right) && numeral.Form == right.Form)
        {
            next = right.End;
            Skip(numeral.Start, next, SkipReason.Score);
            return true;
        }

        if (numeral.Form != NumeralForm.Arabic || numeral.HasLargeScale || numeral.FractionDigits > 0)
        {
            return false;
        }

        if (At(next) == ':' && char.IsAsciiDigit(At(next + 1)) && numeral.IntegerDigits <= 3)
        {
            next = EndOfGroups(next, ':');
            Skip(numeral.Start, next, SkipReason.Score);
            return true;
        }

        var groups = EndOfGroups(next, '-');
        // (02)2345-6789; (6770)58,116 is the code of a share and a number.
        var isArea = At(numeral.Start - 1) == '(' && numeral.IntegerDigits is >= 2 and <= 4 && At(next) == ')' && char.IsAsciiDigit(At(next + 1)) && (_text[numeral.Start] == '0' || EndOfDigits(next + 1) - next > 6);
        if (isArea)
        {
            next = EndOfGroups(EndOfDigits(next + 1), '-');
            Skip(numeral.Start - 1, next, SkipReason.Identifier);
            return true;
        }

        // Two hyphens, or a hyphen between long groups: a telephone or document number.
        if (groups > next && NumeralCharacters.ScaleOf(At(groups)) == 0 && !TryUnitAt(groups, out _, out _) && (CountGroups(next, groups) >= 2 || groups - numeral.Start >= 8))
        {
            next = groups;
            Skip(numeral.Start, next, SkipReason.Identifier);
            return true;
        }

        // 119-109, 3-0.
        if (groups > next && numeral.IntegerDigits <= 3 && CountGroups(next, groups) == 1 && groups - next <= 4 && (IsBoundary(At(groups)) || HasScoreWord(groups)))
        {
            next = groups;
            Skip(numeral.Start, next, SkipReason.Score);
            return true;
        }

        if (numeral.IntegerDigits >= 7 && numeral.Length == numeral.IntegerDigits && !TryUnitAt(next, out _, out _) && At(next) is not ('.' or '-' or '~' or '、') && At(numeral.Start - 1) is not ('$' or '￥' or '¥' or '€' or '£'))
        {
            Skip(numeral.Start, next, numeral.IsOutOfRange ? SkipReason.OutOfRange : SkipReason.Identifier);
            return true;
        }

        return false;
    }

    // 战胜, 力克, 横扫, 逆转, 险胜, 轻取, 完胜, 不敌, 领先, 落后, 告负, 淘汰, 击败, 结束, 再 …
    private readonly bool HasScoreWord(int end) =>
        At(end) is '战' or '胜' or '负' or '击' or '横' or '力' or '逆' or '险' or '轻' or '完' or '不' or '领' or '落' or '告' or '淘' or '结' or '收' or '终' or '再' or '赢' or '输' or '取'
        || (At(end) is '和' or '、' && char.IsAsciiDigit(At(end + 1)));

    private readonly int EndOfDigits(int at)
    {
        while (at < _end && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        return at;
    }

    private readonly int EndOfGroups(int at, char separator)
    {
        while (At(at) == separator && char.IsAsciiDigit(At(at + 1)))
        {
            at = EndOfDigits(at + 1);
        }

        return at;
    }

    private readonly int CountGroups(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += _text[i] == '-' ? 1 : 0;
        }

        return count;
    }
}
