using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>Quantities of more than one part, and those without a number: 三年半, 1小时30分, 百分之八, 一半, 翻两番.</content>
internal ref partial struct QuantityPass
{
    private readonly void ReadHalfAndSmallerUnits(ref Reading reading)
    {
        var at = reading.End;
        var unit = reading.Unit!;
        if (At(at) is '多' or '余' && unit.Word == "个")
        {
            // 7个多小时, 两个多月.
            if (At(at + 1) == '月')
            {
                (reading.Unit, reading.End, reading.IsOpen) = (_lexicon.Month, at + 2, true);
            }
            else if (TryUnitAt(at + 1, out var open, out var openEnd) && open.Dimension == Dimension.Duration)
            {
                (reading.Unit, reading.End, reading.IsOpen) = (open, openEnd, true);
            }

            return;
        }

        if (At(at) == '半' && unit.Word == "个")
        {
            // 两个半月, 一个半小时.
            var wordAt = at + 1;
            if (At(wordAt) == '月')
            {
                SetHalf(ref reading, _lexicon.Month, wordAt + 1);
            }
            else if (TryUnitAt(wordAt, out var half, out var end) && half.Dimension == Dimension.Duration)
            {
                SetHalf(ref reading, half, end);
            }

            return;
        }

        if (At(at) == '半' && (unit.Dimension is Dimension.Duration or Dimension.Multiple) && At(at + 1) is not ('导' or '岛' or '径' or '场' or '价' or '数' or '决' or '封' or '自' or '程'))
        {
            SetHalf(ref reading, unit, at + 1);
            return;
        }

        if (unit.Word is "分" && NumeralReader.TryRead(_text, _original, at, _end, out var seconds) && At(seconds.End) == '秒')
        {
            reading.Unit = unit = _lexicon.Minute;
        }

        ReadSmallerUnits(ref reading);
        if (EndsAt(reading.End, "秒") && char.IsAsciiDigit(At(reading.End)) && char.IsAsciiDigit(At(reading.End + 1)) && !char.IsAsciiDigit(At(reading.End + 2)))
        {
            // 9秒83, 14分31秒02: a clocked time.
            var hundredths = ((At(reading.End) - '0') * 10) + (At(reading.End + 1) - '0');
            var more = ExactDecimal.Divide(hundredths, reading.Unit!.Unit == "min" ? 6000 : 100);
            (reading.Low, reading.High, reading.End) = (reading.Low + more, reading.High + more, reading.End + 2);
            reading.Numeral = reading.Numeral with { FractionDigits = 2 };
        }

        if (reading.Unit!.Word is "米" or "公尺" or "度" or "块" && reading.End == at)
        {
            ReadTrailingDigits(ref reading);
        }
    }

    private static void SetHalf(ref Reading reading, UnitEntry unit, int end) =>
        (reading.Low, reading.High, reading.Unit, reading.End) = (reading.Low + 0.5m, reading.High + 0.5m, unit, end);

    // 十年六个月, 1小时30分20秒, 3元5角, 2斤3两: each part counts in the first unit.
    private readonly void ReadSmallerUnits(ref Reading reading)
    {
        var first = Seconds(reading.Unit!);
        var last = first;
        while (last > 0)
        {
            var at = At(reading.End) == '零' ? reading.End + 1 : reading.End;
            if (!NumeralReader.TryRead(_text, _original, at, _end, out var numeral) || numeral.HasLargeScale || numeral.IsSpread || numeral.Form == NumeralForm.Dotted)
            {
                return;
            }

            UnitEntry smaller;
            int end;
            if (At(numeral.End) == '分' && last > 60 && last <= 3600)
            {
                (smaller, end) = (_lexicon.Minute, Is(numeral.End, "分钟") ? numeral.End + 2 : numeral.End + 1);
            }
            else if (At(numeral.End) == '月' && reading.Unit!.Word == "年" && numeral.Low <= 11)
            {
                // 有期徒刑3年10月.
                (smaller, end) = (_lexicon.Month, numeral.End + 1);
            }
            else if (!TryUnitAt(numeral.End, out smaller, out end))
            {
                return;
            }

            var seconds = Seconds(smaller);
            if (seconds <= 0 || seconds >= last || !ExactDecimal.TryMultiply(numeral.High, seconds, out var most) || most >= last)
            {
                return;
            }

            var more = ExactDecimal.Divide(numeral.Low * seconds, first);
            (reading.Low, reading.High, reading.End, last) = (reading.Low + more, reading.High + more, end, seconds);
        }
    }

    // Only to add parts up; months are thirty days, so that 十年六个月 is 10.5 years by the row for months.
    private static decimal Seconds(UnitEntry unit) => unit.Dimension switch
    {
        Dimension.Duration => unit.Word switch
        {
            "年" => 12 * 2_592_000m,
            "个月" => 2_592_000m,
            "天" => 86_400m,
            "小时" or "个小时" or "钟头" or "个钟头" => 3600m,
            "分钟" => 60m,
            "秒" => 1m,
            _ => 0,
        },
        Dimension.Money when unit.IsArticleCurrency => unit.Numerator,
        _ => 0,
    };

    // 1米78, 38度5, 三块五.
    private readonly void ReadTrailingDigits(ref Reading reading)
    {
        var at = reading.End;
        decimal digits = 0, weight = 1;
        while (weight < 100)
        {
            var c = At(at);
            var digit = char.IsAsciiDigit(c) ? c - '0' : NumeralCharacters.DigitOf(c);
            if (digit < 0)
            {
                break;
            }

            (digits, weight, at) = ((digits * 10) + digit, weight * 10, at + 1);
        }

        if (weight > 1 && !NumeralCharacters.IsNumeral(At(at)) && At(at) is not ('.' or '%' or '/' or '月' or '年') && !TryUnitAt(at, out _, out _) && reading.Numeral.FractionDigits == 0)
        {
            (reading.Low, reading.High, reading.End) = (reading.Low + (digits / weight), reading.High + (digits / weight), at);
        }
    }

    // 百分之八, 千分之三, 万分之五, 百分之七八十.
    private bool TryPercentForm(int at, out Reading reading)
    {
        reading = default;
        var factor = _text[at] switch
        {
            '百' or '佰' => 1m,
            '千' or '仟' => 0.1m,
            '万' => 0.01m,
            _ => 0m,
        };
        if (factor == 0 || !Is(at + 1, "分之"))
        {
            return false;
        }

        var from = At(at + 3) == '负' ? at + 4 : at + 3;
        if (!NumeralReader.TryRead(_text, _original, from, _end, out var numeral) || numeral.Form == NumeralForm.Dotted)
        {
            return false;
        }

        var sign = from > at + 3 ? -factor : factor;
        reading = new Reading
        {
            Start = at,
            End = numeral.End,
            ExtentStart = at,
            ExtentEnd = numeral.End,
            Numeral = numeral,
            Low = Math.Min(numeral.Low * sign, numeral.High * sign),
            High = Math.Max(numeral.Low * sign, numeral.High * sign),
            Unit = _lexicon.Percent,
            IsOpen = numeral.IsOpen,
        };
        _ = ReadPrefix(ref reading);
        if (At(reading.End) is '多' or '余' && !Is(reading.End, "多数"))
        {
            (reading.IsOpen, reading.End) = (true, reading.End + 1);
        }

        return true;
    }

    // 一半, 过半, 半数, 过半数, 半年.
    private bool TryHalf(int at, out Reading reading)
    {
        reading = default;
        var c = _text[at];
        var (start, end) = (at, at + 1);
        if (c == '一' && At(at + 1) == '半')
        {
            end = at + 2;
            if (At(end) is '天' or '个')
            {
                return false;
            }
        }
        else if (c != '半')
        {
            return false;
        }
        else if (TryUnitAt(at + 1, out var unit, out var unitEnd) && unit.Use == NumberUse.Unit && unit.Dimension is not Dimension.Points)
        {
            reading = Half(at, unitEnd, unit, 0.5m);
            return At(at - 1) is not ('上' or '下' or '前' or '后' or '大');
        }
        else if (Is(at, "半个") && (At(at + 2) == '月' || (TryUnitAt(at + 2, out unit, out unitEnd) && unit.Dimension == Dimension.Duration)))
        {
            reading = At(at + 2) == '月' ? Half(at, at + 3, _lexicon.Month, 0.5m) : Half(at, unitEnd, unit, 0.5m);
            return true;
        }
        else if (At(at + 1) == '数')
        {
            (start, end) = (At(at - 1) == '过' && At(at - 2) is not ('超' or '通' or '经') ? at - 1 : at, at + 2);
        }
        else if (At(at + 1) == '成' && At(at + 2) is not ('品' or '型' or '熟' or '就') && At(at - 1) is not ('一' or '夜'))
        {
            reading = Half(at, at + 2, _lexicon.Percent, 5m);
            return true;
        }
        else if (At(at - 1) == '过' && (IsBoundary(At(at + 1)) || At(at + 1) is '的' or '数' or '是' or '为' or '来' or '企' or '受' or '用' or '席' or '选' or '支'))
        {
            start = at - 1;
        }
        else
        {
            return false;
        }

        reading = Half(start, end, _lexicon.Percent, 50m);
        reading.Bound = start < at ? Bound.Above : Bound.Exact;
        return true;
    }

    private static Reading Half(int start, int end, UnitEntry unit, decimal value) => new()
    {
        Start = start,
        End = end,
        ExtentStart = start,
        ExtentEnd = end,
        Numeral = new Numeral { Start = start, End = end, Low = value, High = value, Form = NumeralForm.Chinese, Scale = 1 },
        Low = value,
        High = value,
        Unit = unit,
    };

    // 翻倍, 翻了三番, 翻了近一倍, 减半, 折半, 腰斩: the words say that the value changed, and to what multiple.
    private bool TryChangeWord(int at, out int next)
    {
        next = at;
        var c = _text[at];
        decimal value = 0;
        var end = at + 2;
        var bound = Bound.Exact;
        if (c == '腰' && At(at + 1) == '斩')
        {
            value = 0.5m;
        }
        else if (c is '减' or '折' && At(at + 1) == '半' && At(at + 2) is not ('导' or '径' or '年'))
        {
            value = 0.5m;
        }
        else if (c == '翻')
        {
            var p = at + 1;
            while (p < at + 4 && At(p) is '了' or '近' or '超' or '逾' or '约' or '过' or '将' or '有')
            {
                bound = At(p) switch { '近' or '约' => Bound.About, '超' or '逾' or '过' when p > at + 1 => Bound.Above, _ => bound };
                p++;
            }

            if (At(p) is '倍' or '番')
            {
                (value, end) = (2, p + 1);
            }
            else if (p < _end && NumeralReader.TryRead(_text, _original, p, _end, out var numeral) && numeral is { Low: > 0 and <= 1000 })
            {
                p = numeral.End;
                if (At(p) is '多' or '余')
                {
                    (bound, p) = (Bound.About, p + 1);
                }

                (value, end) = At(p) switch
                {
                    '倍' => (numeral.Low == 1 ? 2 : numeral.Low, p + 1),
                    '番' when numeral.Low <= 40 => (PowerOfTwo(numeral.Low), p + 1),
                    _ => (0, 0),
                };
            }
        }

        if (value == 0)
        {
            return false;
        }

        var reading = Half(at, end, _lexicon.Multiple, value);
        FindModifiersBefore(ref reading);
        FindModifiersAfter(ref reading);
        _quantities.Add(new Quantity
        {
            Span = new TextSpan(at, end),
            Extent = new TextSpan(reading.ExtentStart, reading.ExtentEnd),
            Low = value,
            High = value,
            Unit = _lexicon.Multiple.Unit,
            Dimension = Dimension.Multiple,
            Bound = bound == Bound.Exact ? reading.Bound : bound,
            IsChangeByItself = true,
        });
        next = reading.ExtentEnd;
        return true;
    }

    // 翻两番 is four times, 翻三番 eight; 翻一番半 does not occur.
    private static decimal PowerOfTwo(decimal exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 2;
        }

        return power;
    }
}
