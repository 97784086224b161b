using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>5%-8%, 2至3万元, 不低于2亿元且不高于2.6亿元, 在5%和8%之间.</content>
internal ref partial struct QuantityPass
{
    // How many times its step a level is at least; the ends of a range lie closer.
    private const int LeastLevel = 3;

    private static readonly string[] UpperLimits = ["不高于", "不超过", "不多于", "不大于", "不超", "低于", "小于", "至多", "最高不超过", "最多不超过"];

    private bool TryRange(ref Reading reading)
    {
        if (reading.IsRange || reading.Numeral.IsOutOfRange)
        {
            return false;
        }

        var at = reading.End;
        return TryLimits(ref reading, at) || TryAboveBelow(ref reading, at) || TryConnected(ref reading, at);
    }

    private bool TryConnected(ref Reading reading, int at)
    {
        if (At(at) == ' ')
        {
            at++;
        }

        var connector = At(at);
        var isBetween = connector is '和' or '与' && HasBetweenBefore(reading.ExtentStart);
        var isNext = connector == '、' && IsNextDigit(reading, at + 1);
        if (!(connector is '-' or '~' or '—' or '–' or '―' or '−' or '至' or '到' || isBetween || isNext))
        {
            return false;
        }

        at++;
        if (connector is '—' && At(at) == '—')
        {
            at++;
        }

        if (At(at) == ' ')
        {
            at++;
        }

        // 约14.6%至约29.2%, 近1%至逾2%: said of either end.
        var hedge = connector is '至' or '到' && reading.Unit is not null ? At(at) switch { '约' or '近' or '逾' => 1, '超' => At(at + 1) == '过' ? 2 : 1, _ => 0 } : 0;
        var isHedgedAlike = hedge > 0 && At(at) == At(reading.ExtentStart);
        at += hedge;
        if (Is(at, "人民币") && (Is(reading.Start, "人民币") || Is(reading.Start - 3, "人民币")))
        {
            // 人民币3亿元至人民币4亿元
            at += 3;
        }

        if (!TryReadRight(at, out var right))
        {
            return false;
        }

        if (right.Unit is null && connector is '至' or '到' && IsPercentForm(reading.Start))
        {
            // 百分之五到八 says its mark once.
            right.Unit = _lexicon.Percent;
        }

        if (right.Unit is null)
        {
            return false;
        }

        if (connector is '至' or '到' && (right.Unit.Dimension != Dimension.Age && IsFromTo(reading.ExtentStart, right.End) || !(hedge > 0 && reading.Bound != Bound.Exact && right.Unit == _lexicon.Percent) && IsStepToLevel(reading, right)))
        {
            return false;
        }

        if (isBetween && !(Is(right.End, "之间") || Is(right.End, "间")))
        {
            return false;
        }

        if (!TryJoin(ref reading, right))
        {
            return false;
        }

        if (hedge > 0 && !isHedgedAlike)
        {
            reading.Bound = Bound.About;
        }

        return true;
    }

    // 1、2万元, 三、四百人, 五、六成: one number, roughly.
    private readonly bool IsNextDigit(in Reading reading, int at) =>
        reading is { Unit: null, Numeral: { Length: 1, HasLargeScale: false } digit } && digit.Low is >= 1 and <= 8 && At(reading.ExtentStart - 1) is not '、' && NumeralReader.TryRead(_text, _original, at, _end, out var next)
        && (next.Scale >= 100 || At(next.End) == '成') && next.Low == (digit.Low + 1) * next.Scale;

    private readonly bool IsPercentForm(int at) => Is(at, "百分之") && _text[at] == '百';

    // 从95%到30% is a change (由15至22岁 is not), unless 不等, 之间 or 区间 says that it is a range.
    private readonly bool IsFromTo(int start, int end) =>
        At(start - 1) is '从' or '由' or '自' && !Is(end, "不等") && !Is(end, "之间") && !Is(end, "区间") && !Is(end, "的区间") && !Is(end, "范围");

    private readonly bool HasBetweenBefore(int at) => At(at - 1) == '在' || At(at - 1) == '于' || (At(at - 1) == '约' && At(at - 2) == '在');

    private bool TryReadRight(int at, out Reading right)
    {
        right = default;
        var floor = _floor;
        var numberAt = at;
        // The mark of a second amount: ￥100-￥200.
        while (numberAt < at + 3 && At(numberAt) is '￥' or '¥' or '$' or '€' or '£')
        {
            numberAt++;
        }

        if (Is(at, "零下"))
        {
            numberAt = at + 2;
        }
        else if (At(at) == '-' && char.IsAsciiDigit(At(at + 1)) && At(at - 1) is '至' or '到' or '~')
        {
            // -0.08%至-0.10%
            numberAt = at + 1;
        }

        if (numberAt >= _end || !NumeralCharacters.IsNumeral(_text[numberAt]))
        {
            return false;
        }

        _floor = at;
        var found = TryPercentForm(numberAt, out right);
        if (!found && NumeralReader.TryRead(_text, _original, numberAt, _end, out var numeral) && numeral.Form != NumeralForm.Dotted)
        {
            right = Read(numeral);
            found = true;
        }

        _floor = floor;
        return found;
    }

    private readonly bool TryJoin(ref Reading left, in Reading right)
    {
        if (right.Numeral.IsOutOfRange || left.Numeral.Form is NumeralForm.ChineseDigits or NumeralForm.Dotted || left.IsOpen && !right.IsOpen)
        {
            return false;
        }

        var unit = right.Unit!;
        var (low, high) = (left.Low, right.High);
        if (left.Unit is null)
        {
            // 870-1130万, 三到四成: the left end shares the scale unless that turns the range around.
            var share = unit == _lexicon.Percent && right.Numeral.High != 0 && right.High != right.Numeral.High ? Math.Abs(right.High / right.Numeral.High) : right.Numeral.Scale;
            if (!left.Numeral.HasLargeScale && share != 1 && ExactDecimal.TryMultiply(low, share, out var scaled) && scaled <= high)
            {
                low = scaled;
            }
        }
        else if (left.Unit.Dimension != unit.Dimension || left.Unit.Use != unit.Use || (unit.Dimension == Dimension.Count && left.Unit.Unit != unit.Unit))
        {
            return false;
        }
        else if (left.Unit != unit)
        {
            if (!TryCanonical(left.Unit, low, out var canonical) || !ExactDecimal.TryMultiply(canonical, unit.Denominator, out _))
            {
                return false;
            }

            low = ExactDecimal.Divide((canonical * unit.Denominator) + (unit.Zero * unit.Numerator), unit.Numerator);
        }

        if (low > high && (low < 0 || Is(right.End, "区间") || Is(right.End, "之间") || Is(right.End, "不等") || left.Unit is not null && At(left.End) is '—' or '–' or '-' or '~' && At(left.ExtentStart - 1) is not ('从' or '由' or '自')))
        {
            // 零下15℃至零下20℃, 1.80%-1.73%区间, 5亿元至2亿元之间, 下降97%—96%: the greater end comes first.
            (low, high) = (high, low);
        }

        if (low > high)
        {
            return false;
        }

        (left.Low, left.High, left.Unit, left.End, left.IsRange) = (low, high, unit, right.End, true);
        left.Per ??= right.Per;
        left.IsPerSecond |= right.IsPerSecond;
        left.ExtentEnd = Math.Max(left.ExtentEnd, right.End);
        return true;
    }

    // 不低于2亿元且不高于2.6亿元.
    private bool TryLimits(ref Reading reading, int at)
    {
        if (reading.Bound != Bound.Above)
        {
            return false;
        }

        if (At(at) is ',' or '、')
        {
            at++;
        }

        if (At(at) is '且' or '并' or '但' or '而')
        {
            at++;
        }

        foreach (var limit in UpperLimits)
        {
            if (Is(at, limit))
            {
                var from = at + limit.Length;
                var numberAt = Is(from, "人民币") ? from + 3 : from;
                if (TryReadRight(numberAt, out var right) && right.Unit is not null && reading.Unit is not null && TryJoin(ref reading, right))
                {
                    reading.Bound = Bound.Exact;
                    return true;
                }

                return false;
            }
        }

        return false;
    }

    // 十万元以上五十万元以下.
    private bool TryAboveBelow(ref Reading reading, int at)
    {
        if (reading.Unit is null || !Is(at, "以上"))
        {
            return false;
        }

        at += 2;
        if (At(at) is ',' or '、' or '至' or '到' or '-')
        {
            at++;
        }

        if (TryReadRight(at, out var right) && right.Unit is not null && (Is(right.End, "以下") || Is(right.End, "以内")) && TryJoin(ref reading, right))
        {
            reading.ExtentEnd = right.End + 2;
            return true;
        }

        return false;
    }
}
