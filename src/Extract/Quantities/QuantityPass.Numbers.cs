using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>A number, what stands before it as part of it, and its unit.</content>
internal ref partial struct QuantityPass
{
    private Reading Read(in Numeral numeral)
    {
        var reading = new Reading
        {
            Start = numeral.Start,
            End = numeral.End,
            ExtentStart = numeral.Start,
            ExtentEnd = numeral.End,
            Numeral = numeral,
            Low = numeral.Low,
            High = numeral.High,
            IsOpen = numeral.IsOpen,
        };
        var prefix = ReadPrefix(ref reading);
        if (!TryFraction(ref reading) && !TryTenths(ref reading))
        {
            ReadScaleWord(ref reading);
            ReadUnit(ref reading, prefix is not null);
        }

        if (prefix is not null && (reading.Unit is null ? IsPlausibleAmount(reading, prefix) : reading.Unit.IsArticleCurrency))
        {
            reading.Unit = prefix;
        }

        ReadPer(ref reading);
        return reading;
    }

    // ￥, US$, 人民币; -, 负, 零下; 每秒.
    private UnitEntry? ReadPrefix(ref Reading reading)
    {
        UnitEntry? currency = null;
        var start = reading.Start;
        var beforeSpace = start > _floor && At(start - 1) == ' ' ? start - 1 : start;
        if (_lexicon.CurrencyPrefixes.TryLongest(_text[_floor..beforeSpace], out var length, out var found)
            && !(char.IsAsciiLetter(_text[beforeSpace - length]) && char.IsAsciiLetter(At(beforeSpace - length - 1))))
        {
            (currency, start) = (found, beforeSpace - length);
        }

        var before = At(start - 1);
        if ((before == '-' && start - 1 >= _floor && !char.IsAsciiLetterOrDigit(At(start - 2)) && At(start - 2) is not ('%' or '-' or ')'))
            || (before == '负' && start - 1 >= _floor && At(start - 2) is not ('胜' or '自' or '担' or '欠' or '背' or '抱' or '肩' or '辜' or '正' or '具' or '平')))
        {
            start--;
            (reading.Low, reading.High) = (-reading.High, -reading.Low);
        }
        else if (start - 2 >= _floor && EndsAt(start, "零下"))
        {
            start -= 2;
            (reading.Low, reading.High) = (-reading.High, -reading.Low);
        }
        else if (start - 2 >= _floor && EndsAt(start, "每秒"))
        {
            start -= 2;
            reading.IsPerSecond = true;
        }

        if (currency is null || start < reading.Start)
        {
            reading.Start = reading.ExtentStart = start;
        }

        return currency;
    }

    // A currency before a number without any unit: marks always; words only with a scale or a point (日元1月 is a date).
    private static bool IsPlausibleAmount(in Reading reading, UnitEntry prefix) =>
        prefix.Word[^1] < '㐀' || reading.Numeral.HasLargeScale || reading.Numeral.FractionDigits > 0 || reading.Numeral.IntegerDigits > 2;

    private readonly bool TryFraction(ref Reading reading)
    {
        var at = reading.End;
        if (Is(at, "分之") && NumeralReader.TryRead(_text, _original, at + 2, _end, out var dividend) && reading.Low >= 1 && !dividend.IsOutOfRange && ExactDecimal.TryMultiply(dividend.High, 100, out _))
        {
            (reading.Low, reading.High) = (ExactDecimal.Divide(dividend.Low * 100, reading.Low), ExactDecimal.Divide(dividend.High * 100, reading.Low));
            reading.Unit = _lexicon.Percent;
            reading.End = dividend.End;
            return true;
        }

        // 三分一, 四分三: Hong Kong leaves 之 out.
        if (At(at) == '分' && reading.Numeral is { Form: NumeralForm.Chinese, Length: 1 } && NumeralCharacters.DigitOf(At(at + 1)) is > 0 and var part && part < reading.Low && part <= 3
            && !NumeralCharacters.IsNumeral(At(at + 2)) && At(at + 2) is not ('之' or '球' or '秒' or '钟' or '次' or '个' or '名' or '人'))
        {
            reading.Low = reading.High = ExactDecimal.Divide(part * 100, reading.Low);
            reading.Unit = _lexicon.Percent;
            reading.End = at + 2;
            return true;
        }

        // 1/5: a small denominator, since 10/30 is as often a date.
        if (At(at) == '/' && reading.Numeral is { Form: NumeralForm.Arabic, FractionDigits: 0 } && char.IsAsciiDigit(At(at + 1)) && At(reading.Start - 1) != '/'
            && NumeralReader.TryRead(_text, _original, at + 1, _end, out var divisor) && At(divisor.End) != '/' && At(divisor.End) != '日'
            && divisor is { FractionDigits: 0, HasLargeScale: false } && divisor.Low is > 1 and <= 10 && reading.Low > 0 && reading.Low < divisor.Low)
        {
            reading.Low = reading.High = ExactDecimal.Divide(reading.Low * 100, divisor.Low);
            reading.Unit = _lexicon.Percent;
            reading.End = divisor.End;
            return true;
        }

        return false;
    }

    // 六成, 四成五, 三成半, 三四成.
    private readonly bool TryTenths(ref Reading reading)
    {
        var at = reading.End;
        if (At(at) is '多' or '余' && At(at + 1) == '成')
        {
            at++;
            reading.IsOpen = true;
        }

        if (At(at) != '成' || reading.High > 10 || reading.Low is > 10 or < -10 || reading.Numeral.Form == NumeralForm.ChineseDigits
            || Is(at, "成立") || Is(at, "成功") || Is(at, "成就") || Is(at, "成长") || (Is(at, "成员") && !Is(at, "成员工")))
        {
            return false;
        }

        (reading.Low, reading.High) = (reading.Low * 10, reading.High * 10);
        reading.Unit = _lexicon.Percent;
        reading.End = at + 1;
        if (NumeralCharacters.DigitOf(At(at + 1)) is > 0 and var tenth && !NumeralCharacters.IsNumeral(At(at + 2)) && At(at + 2) != '成' && At(at + 2) != '个' && At(at + 2) != '家')
        {
            (reading.Low, reading.High, reading.End) = (reading.Low + tenth, reading.High + tenth, at + 2);
        }
        else if (reading.Numeral is { Form: NumeralForm.Arabic, FractionDigits: 0 } && At(at + 1) is >= '1' and <= '9' && !char.IsAsciiDigit(At(at + 2)) && At(at + 2) is not ('.' or '%' or '万' or '亿' or '月' or '年' or '号' or '点' or '时' or '日') && !(At(at + 2) == ',' && char.IsAsciiDigit(At(at + 3))) && At(at + 2) is not ('成' or '个' or '家') && !(TryUnitAt(at + 2, out var unit, out _) && unit.Dimension != Dimension.Count))
        {
            // 3成6, 5成1民众
            (reading.Low, reading.High, reading.End) = (reading.Low + (At(at + 1) - '0'), reading.High + (At(at + 1) - '0'), at + 2);
        }
        else if (char.IsAsciiDigit(At(at + 1)) && char.IsAsciiDigit(At(at + 2)) && !char.IsAsciiDigit(At(at + 3)) && _text[Math.Max(_start, reading.Start - 8)..reading.Start].Contains('率') && !TryUnitAt(at + 3, out _, out _))
        {
            // 打击率3成12
            var hundredths = ExactDecimal.Divide(((At(at + 1) - '0') * 10) + (At(at + 2) - '0'), 10);
            (reading.Low, reading.High, reading.End) = (reading.Low + hundredths, reading.High + hundredths, at + 3);
        }
        else if (At(at + 1) == '半' && At(at + 2) is not ('导' or '数' or '年' or '以'))
        {
            (reading.Low, reading.High, reading.End) = (reading.Low + 5, reading.High + 5, at + 2);
        }

        return true;
    }

    // 10个亿, 40k, $1.2B, 3 billion; 3×10^8.
    private void ReadScaleWord(ref Reading reading)
    {
        var at = reading.End;
        if (At(at) == '个' && NumeralCharacters.ScaleOf(At(at + 1)) is > 0 and var scale && reading.High < 100_000)
        {
            Scale(ref reading, scale, at + 2);
            return;
        }

        if (reading.Numeral.Form != NumeralForm.Arabic || reading.Numeral.HasLargeScale)
        {
            return;
        }

        var word = At(at) == ' ' ? at + 1 : at;
        foreach (var (name, factor) in char.IsAsciiLetter(At(word)) ? LatinScales : [])
        {
            if (Is(word, name) && !char.IsAsciiLetterOrDigit(At(word + name.Length)) && (name.Length > 1 || (word == at && (name == "k" || HasCurrencyMark(reading.Start)))))
            {
                Scale(ref reading, factor, word + name.Length);
                return;
            }
        }

        if ((At(at) is '×' or 'x' or '*') && Is(at + 1, "10^") && NumeralReader.TryRead(_text, _original, at + 4, _end, out var power) && power is { FractionDigits: 0, Low: > 0 and <= 20 })
        {
            var factor = 1m;
            for (var i = 0; i < (int)power.Low; i++)
            {
                factor *= 10;
            }

            Scale(ref reading, factor, power.End);
        }
    }

    private static readonly (string Name, decimal Factor)[] LatinScales =
    [
        ("trillion", 1e12m), ("billion", 1e9m), ("million", 1e6m), ("bn", 1e9m), ("k", 1e3m), ("K", 1e3m), ("M", 1e6m), ("B", 1e9m), ("T", 1e12m),
    ];

    private readonly bool HasCurrencyMark(int start) => At(start) is '$' or '¥' or '￥' or '€' or '£' || At(start + 2) == '$' || At(start + 1) == '$' || At(start - 1) is '$' or '¥' or '￥' or '€' or '£';

    private static void Scale(ref Reading reading, decimal factor, int end)
    {
        if (ExactDecimal.TryMultiply(reading.Low, factor, out var low) && ExactDecimal.TryMultiply(reading.High, factor, out var high))
        {
            (reading.Low, reading.High) = (low, high);
        }
        else
        {
            reading.Numeral = reading.Numeral with { IsOutOfRange = true };
        }

        reading.Numeral = reading.Numeral with { HasLargeScale = true, Scale = factor, End = end };
        reading.End = end;
    }

    private void ReadUnit(ref Reading reading, bool hasCurrency)
    {
        var at = reading.End;
        var open = At(at) is '多' or '余' or '来' && !Is(at, "多数") && !Is(at, "来自") && !Is(at, "多么") && !Is(at, "来源");
        var unitAt = open ? at + 1 : at;
        if (At(unitAt) == ' ')
        {
            unitAt++;
        }

        if (TryUnitAt(unitAt, out var unit, out var end) && !(reading.Numeral.HasLargeScale && IsMoneyWordBeyond(unitAt, end)))
        {
            reading.Unit = SharedPoints(unit, end) ?? unit;
            reading.IsOpen |= open;
            reading.End = end;
            ReadHalfAndSmallerUnits(ref reading);
        }
        else if (PrisonTerm.IsMonths(_text[.._end], reading.Start, unitAt))
        {
            (reading.Unit, reading.End) = (_lexicon.Month, unitAt + 1);
        }
        else if (open && At(at) != '来' && (hasCurrency || reading.Numeral.HasLargeScale || IsBoundary(At(at + 1))))
        {
            reading.IsOpen = true;
            reading.End = at + 1;
        }
    }

    // 5亿|年费, 3亿|尾款: the money is for that, and 年 or 尾 is no unit.
    private readonly bool IsMoneyWordBeyond(int at, int end) =>
        _lexicon.CuesAfter.TryLongest(_text[at..Math.Min(_end, at + 8)], out var length, out var found) && (found & NumberCues.Money) != 0 && at + length > end;

    // 1.2个、0.5个百分点: the last of joined numbers says what all of them are.
    private readonly UnitEntry? SharedPoints(UnitEntry unit, int end)
    {
        while (unit.Word is "个" && At(end) is '、' or '和' or '及' or '与' && NumeralReader.TryRead(_text, _original, end + 1, _end, out var next))
        {
            if (TryUnitAt(next.End, out var points, out _) && points.Dimension is Dimension.PercentagePoint or Dimension.BasisPoint)
            {
                return points;
            }

            if (At(next.End) != '个')
            {
                return null;
            }

            end = next.End + 1;
        }

        return null;
    }

    private readonly bool TryUnitAt(int at, out UnitEntry unit, out int end)
    {
        end = at;
        var limit = Math.Min(_end, at + 16);
        while (at < limit && _lexicon.Units.TryLongest(_text[at..limit], out var length, out unit))
        {
            end = at + length;
            // A Latin unit ends where the Latin word does.
            if (!(char.IsAsciiLetter(_text[end - 1]) && (char.IsAsciiLetterOrDigit(At(end)) || (At(end) is '-' or '_' && char.IsAsciiLetterOrDigit(At(end + 1)))))
                && unit.MayPrecede(_text[end..Math.Min(_end, end + 8)]))
            {
                return true;
            }

            if (length == 1 || char.IsAsciiLetter(_text[at]))
            {
                return false;
            }

            // 6班|列车: 班列 is none before 车, 班 is.
            limit = end - 1;
        }

        unit = null!;
        return false;
    }

    // 元/股, 美元/桶, 美元每桶; a gloss such as 兆瓦时(TWh) sets the prefix right.
    private readonly void ReadPer(ref Reading reading)
    {
        if (reading.Unit is null)
        {
            return;
        }

        var at = reading.End;
        if (reading.Unit.Word[0] == '兆' && At(at) == '(' && TryUnitAt(at + 1, out var gloss, out var glossEnd) && At(glossEnd) == ')' && gloss.Unit == reading.Unit.Unit)
        {
            reading.Unit = gloss;
            return;
        }

        if ((At(at) == '/' || (At(at) == '每' && reading.Unit.Dimension == Dimension.Money)) && TryUnitAt(at + 1, out var per, out var end) && per.Use != NumberUse.Identifier)
        {
            if (At(at) == '每' && per.Dimension is Dimension.Duration or Dimension.Age)
            {
                return;
            }

            reading.Per = new TextSpan(at + 1, end);
            reading.End = end;
            reading.IsPerSecond |= per.Word is "秒" or "s";
        }
    }

    private static bool IsBoundary(char c) => c is '\0' or ' ' or ',' or '。' or ';' or '、' or '!' or '?' or '\n' or ')' or ':' or '"' or '”' or '」';
}
