using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>Dates and clock times by their shape alone; what they mean is found by the context.</content>
internal ref partial struct QuantityPass
{
    private bool TryTime(in Numeral numeral, out int next)
    {
        next = numeral.End;
        if (numeral.HasLargeScale || numeral.FractionDigits > 0 || numeral.IsOpen)
        {
            return false;
        }

        var isYear = IsYear(numeral);
        if (numeral.Form == NumeralForm.Dotted)
        {
            return IsYearBeforeDot(numeral.Start) && Time(numeral.Start, next);
        }

        // 2025-11-01, 2025/11/1, 2024-25赛季.
        if (isYear && numeral.Form == NumeralForm.Arabic && At(next) is '-' or '/' && char.IsAsciiDigit(At(next + 1)))
        {
            var separator = At(next);
            var end = EndOfGroups(next, separator);
            if (end - next <= 6 && end > EndOfDigits(next + 1))
            {
                next = end;
                return Time(numeral.Start, next);
            }
        }

        // 自11/24起: a day, whatever counts begin with 起.
        if (At(next) == '/' && numeral is { Form: NumeralForm.Arabic, IntegerDigits: <= 2 } && At(numeral.Start - 1) is not ('/' or '-') && MonthReader.TryReadSlashed(_text[.._end], (int)numeral.Low, next, out _, out var dayEnd))
        {
            next = dayEnd;
            return Time(numeral.Start, next);
        }

        var unitAt = At(next) == ' ' ? next + 1 : next;
        if (IsTimeWord(unitAt, numeral, isYear, out var wordEnd))
        {
            next = wordEnd;
            return Time(numeral.Start, next);
        }

        // 2019-2021年, 1―9月, 3至5日: the first of two.
        if (At(next) is '-' or '~' or '—' or '–' or '―' or '−' or '至' or '到' or '、' or '/' or '和' && NumeralReader.TryRead(_text, _original, next + 1, _end, out var second)
            && second.Form == numeral.Form && !second.HasLargeScale && IsTimeWord(second.End, second, IsYear(second), out wordEnd)
            && !(At(second.End) == '点' && At(next) is '、' or '和'))
        {
            next = wordEnd;
            return Time(numeral.Start, next);
        }

        // 10:30, 22:05:13.
        if (At(next) == ':' && numeral is { Form: NumeralForm.Arabic, IntegerDigits: <= 2, Low: <= 24 } && char.IsAsciiDigit(At(next + 1)) && char.IsAsciiDigit(At(next + 2)) && !char.IsAsciiDigit(At(next + 3)))
        {
            next = EndOfGroups(next, ':');
            return Time(numeral.Start, next);
        }

        return false;
    }

    private readonly bool Time(int start, int end)
    {
        Skip(start, end, SkipReason.Time);
        return true;
    }

    private static bool IsYear(in Numeral numeral) => numeral switch
    {
        { Form: NumeralForm.Arabic } => numeral is { IntegerDigits: 4, Length: 4, Low: >= 1000 and < 2200 },
        { Form: NumeralForm.ChineseDigits } => numeral.Length == 4 || numeral.Length == 2,
        _ => false,
    };

    private readonly bool IsYearBeforeDot(int at) => At(at + 4) == '.' && At(at) is '1' or '2' && EndOfDigits(at) == at + 4;

    private readonly bool IsTimeWord(int at, in Numeral numeral, bool isYear, out int end)
    {
        end = at + 1;
        switch (At(at))
        {
            case '年':
                if (isYear || EndsAt(numeral.Start, "民国") || IsYearOfDate(at, numeral))
                {
                    return true;
                }

                return false;
            case '月':
                return numeral.Low is >= 1 and <= 12 && At(at + 1) is not ('龄' or '子') && !PrisonTerm.IsMonths(_text[.._end], numeral.Start, at);
            case '日':
                return numeral.Low is >= 1 and <= 31 && EndsAt(numeral.Start, "月");
            case '号':
                return numeral.Low is >= 1 and <= 31 && EndsAt(numeral.Start, "月");
            case '时':
                return numeral.Low <= 24 && At(at + 1) is not ('速' or '代' or '尚' or '差') && EndOfClock(at, out end);
            case '点':
                return IsClock(at, numeral) && EndOfClock(at, out end);
            default:
                return false;
        }
    }

    // 16年10月, 113年度, 25年底.
    private readonly bool IsYearOfDate(int at, in Numeral numeral)
    {
        if (numeral is { Form: NumeralForm.Arabic, IntegerDigits: 3, Low: >= 80 and <= 150 } && At(at + 1) == '的' && char.IsAsciiDigit(At(at + 2)) && At(numeral.Start - 1) is '至' or '到' or '从' or '由' or '自' or '较' or '比')
        {
            // 从101年的11%增至103年的13%: years of the Republic.
            return true;
        }

        if (numeral.Form != NumeralForm.Arabic || numeral.IntegerDigits is < 2 or > 3 || HasCueDirectlyBefore(numeral.Start, NumberCues.DurationMeasured))
        {
            return false;
        }

        if (At(at + 1) is '度' or '底' or '初' || Is(at + 1, "上半年") || Is(at + 1, "下半年"))
        {
            return true;
        }

        return NumeralReader.TryRead(_text, _original, at + 1, _end, out var month) && At(month.End) == '月' && month.Low is >= 1 and <= 12;
    }

    private readonly bool IsClock(int at, in Numeral numeral)
    {
        if (numeral.Low > 24 || numeral.Low != numeral.High || HasCueBefore(numeral.Start, NumberCues.Points, 12))
        {
            return false;
        }

        var after = At(at + 1);
        return after is '整' or '半' or '钟' or '许' or '多' or '起' or '至' or '到' or '前' or '后' or '开' || Is(at + 1, "左右")
            || HasCueDirectlyBefore(numeral.Start, NumberCues.Clock)
            || (NumeralReader.TryRead(_text, _original, at + 1, _end, out var minutes) && At(minutes.End) == '分');
    }

    private readonly bool EndOfClock(int at, out int end)
    {
        end = at + 1;
        // 13时零5分
        if (NumeralReader.TryRead(_text, _original, At(end) == '零' ? end + 1 : end, _end, out var minutes) && At(minutes.End) == '分' && minutes.Low < 60)
        {
            end = minutes.End + 1;
            if (NumeralReader.TryRead(_text, _original, end, _end, out var seconds) && At(seconds.End) == '秒')
            {
                end = seconds.End + 1;
            }
        }

        return true;
    }
}
