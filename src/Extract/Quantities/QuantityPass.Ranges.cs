using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>5%-8%, 2至3万元, 不低于2亿元且不高于2.6亿元, 在5%和8%之间; lists that share a unit.</content>
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

        if (connector is '至' or '到' && (IsFromTo(reading.ExtentStart, right.End) || IsStepToLevel(reading, right)))
        {
            return false;
        }

        if (isBetween && !(Is(right.End, "之间") || Is(right.End, "间")))
        {
            return false;
        }

        return TryJoin(ref reading, right);
    }

    // 1、2万元, 三、四百人: one number, roughly.
    private readonly bool IsNextDigit(in Reading reading, int at) =>
        reading is { Unit: null, Numeral: { Length: 1, HasLargeScale: false } digit } && digit.Low is >= 1 and <= 8 && At(reading.ExtentStart - 1) is not '、' && NumeralReader.TryRead(_text, _original, at, _end, out var next)
        && next.Scale >= 100 && next.Low == (digit.Low + 1) * next.Scale;

    private readonly bool IsPercentForm(int at) => Is(at, "百分之") && _text[at] == '百';

    // 从95%到30% is a change, unless 不等, 之间 or 区间 says that it is a range.
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
        if (right.Numeral.IsOutOfRange || left.Numeral.Form is NumeralForm.ChineseDigits or NumeralForm.Dotted || left.IsOpen)
        {
            return false;
        }

        var unit = right.Unit!;
        var (low, high) = (left.Low, right.High);
        if (left.Unit is null)
        {
            // 870-1130万, 三到四成: the left end shares the scale unless that turns the range around.
            var share = unit == _lexicon.Percent && right.Numeral.High != 0 && right.High != right.Numeral.High ? Math.Abs(right.High / right.Numeral.High) : right.Numeral.Scale;
            if (!left.Numeral.HasLargeScale && share != 1 && low * share <= high)
            {
                low *= share;
            }
        }
        else if (left.Unit.Dimension != unit.Dimension || left.Unit.Use != unit.Use || (unit.Dimension == Dimension.Count && left.Unit.Unit != unit.Unit))
        {
            return false;
        }
        else if (left.Unit != unit)
        {
            if (!TryCanonical(left.Unit, low, out var canonical))
            {
                return false;
            }

            low = ExactDecimal.Divide((canonical * unit.Denominator) + (unit.Zero * unit.Numerator), unit.Numerator);
        }

        if (low > high && high < 0 && unit.Dimension == Dimension.Temperature)
        {
            // 零下15℃至零下20℃
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

    // 2.54亿元、1.18亿: an amount after one in yuan.
    private readonly bool EndsMoneyList(in Reading reading) =>
        (IsBoundary(At(reading.ExtentEnd)) || At(reading.ExtentEnd) is '和' or '及' or '与') && At(reading.ExtentStart - 1) is '、' or '和' or '及' or '与' && _quantities.Count > 0 && _quantities[^1] is { Dimension: Dimension.Money } earlier
        && earlier.Extent.End == reading.ExtentStart - 1 && earlier.Unit == (_lexicon.Yuan.IsArticleCurrency ? _context.Currency : _lexicon.Yuan.Unit);

    // A number without a unit: the next one of a list may bring it (202.85、2094.30万股), money words may imply it (套现近9亿).
    private int ConcludeBare(ref Reading reading, int resume)
    {
        if (IsZeroOfChange(reading) && TryTakeEarlierUnit(ref reading))
        {
            Emit(reading);
            return resume;
        }

        if (reading.Numeral.HasLargeScale && (IsImpliedMoney(reading) && !IsCountedNounNear(reading.ExtentStart) || EndsMoneyList(reading)))
        {
            reading.Unit = _lexicon.Yuan;
            if (WhyNoClaim(reading) is not { } reason)
            {
                FlushList(reading);
                Emit(reading);
                return Math.Max(resume, reading.ExtentEnd);
            }

            Skip(reading.Start, reading.End, reason);
            return resume;
        }

        if (reading.Numeral.HasLargeScale && At(reading.ExtentStart - 1) is '至' or '到' && IsBoundary(At(reading.ExtentEnd)) && _quantities.Count > 0 && _quantities[^1] is { Dimension: Dimension.Money } origin && HasOriginBefore(origin.Extent.Start)
            && reading.ExtentStart - origin.Extent.End <= OriginWindow && TryTakeEarlierUnit(ref reading))
        {
            // 从1000亿美元成长至2000亿: in the money of the earlier value.
            Emit(reading);
            return Math.Max(resume, reading.ExtentEnd);
        }

        if (reading.Numeral.HasLargeScale && At(reading.ExtentStart - 1) is '、' or '和' or '及' or '与' && _quantities.Count > _firstQuantity && _quantities[^1] is { Dimension: Dimension.Count } counted && counted.Extent.End == reading.ExtentStart - 1
            && IsBoundary(At(reading.ExtentEnd)) is var ends && (ends || At(reading.ExtentEnd) is '和' or '及' or '与') && counted.Span.End > counted.Span.Start && _text[counted.Span.End - 1] is '亿' or '万' && TryTakeEarlierUnit(ref reading))
        {
            // 用户规模分别达到10亿、9亿和4亿: things counted by the noun that stands before them all.
            Emit(reading);
            return Math.Max(resume, reading.ExtentEnd);
        }

        if (IsIndexLevel(reading))
        {
            reading.Unit = _lexicon.IndexPoint;
            FlushList(reading);
            Emit(reading);
            return Math.Max(resume, reading.ExtentEnd);
        }

        if (reading.Numeral.HasLargeScale && IsBoundary(At(reading.ExtentEnd)) && IsSetAgainstBefore(reading.ExtentStart) && TryTakeEarlierUnit(ref reading))
        {
            Emit(reading);
            return Math.Max(resume, reading.ExtentEnd);
        }

        if ((IsBoundary(At(reading.ExtentEnd)) || reading.Numeral.HasLargeScale && IsEarlierLevel(reading)) && (reading.Numeral.HasLargeScale || reading.Numeral is { Form: NumeralForm.Arabic, IntegerDigits: > 1, FractionDigits: 0 })
            && (FindCountedNounBefore(reading.ExtentStart, reading.Numeral.HasLargeScale) ?? (reading.Numeral.HasLargeScale ? FindBefallenBefore(reading.ExtentStart) : null)) is { } noun)
        {
            reading.Unit = noun;
            FlushList(reading);
            Emit(reading);
            return Math.Max(resume, reading.ExtentEnd);
        }

        Skip(reading.Start, reading.End, BareReason(reading));
        var isListed = At(reading.End) is '、' or '和' or '与' or '及' && NumeralCharacters.IsNumeral(At(reading.End + 1)) && reading.Numeral.Form is NumeralForm.Arabic or NumeralForm.Chinese && _skipped[^1].Reason == SkipReason.Bare;
        if (!isListed)
        {
            DropList();
        }
        else if (_listCount == 0)
        {
            (_listStart, _listCount) = (_skipped.Count - 1, 1);
        }
        else
        {
            _listCount++;
        }

        return resume;
    }

    private void DropList() => _listCount = 0;

    // The bare numbers of a list stand last in _skipped; they become quantities when the last one brings a unit.
    private void FlushList(in Reading last)
    {
        if (_listCount == 0)
        {
            return;
        }

        var (first, count) = (_listStart, _listCount);
        _listCount = 0;
        if (first + count != _skipped.Count || At(last.Start - 1) is not ('、' or '和' or '与' or '及') || last.Unit is not { } unit || last.IsRange)
        {
            return;
        }

        for (var i = first; i < first + count; i++)
        {
            var span = _skipped[i].Span;
            if (!NumeralReader.TryRead(_text, _original, span.Start, _end, out var numeral))
            {
                continue;
            }

            var reading = last with { Start = span.Start, End = span.End, ExtentStart = span.Start, ExtentEnd = span.End, Numeral = numeral, Bound = Bound.Exact };
            var share = numeral.HasLargeScale ? 1 : last.Numeral.Scale;
            (reading.Low, reading.High, reading.Unit) = (numeral.Low * share, numeral.High * share, unit);
            Emit(reading);
        }

        _skipped.RemoveRange(first, count);
    }

    // 为22.8万人,低于预期的23万: what a value is set against has its unit.
    private readonly bool IsSetAgainstBefore(int at)
    {
        for (var start = at - 1; start >= Math.Max(_floor, at - CueWindow); start--)
        {
            if (Is(start, "低于") || Is(start, "高于") || Is(start, "超过") || Is(start, "少于") || Is(start, "多于") || Is(start, "不及") || Is(start, "好于") || Is(start, "逊于") || Is(start, "优于") || Is(start, "前值"))
            {
                return start == _start || _text[start - 1] is ',' or '远' or '略' or '也' or '仍' or '均';
            }
        }

        return false;
    }

    // 由十年前的860万增至: where a change starts from.
    private readonly bool IsEarlierLevel(in Reading reading)
    {
        if (At(reading.ExtentEnd) is not ('增' or '减' or '降' or '升' or '扩' or '提' or '缩' or '上' or '下' or '涨' or '跌' or '攀' or '翻' or '回'))
        {
            return false;
        }

        for (var at = reading.ExtentStart - 1; at >= Math.Max(_start, reading.ExtentStart - CueWindow) && !IsClauseEnd(_text[at]); at--)
        {
            if (_text[at] is '从' or '由' or '自')
            {
                return true;
            }
        }

        return false;
    }

    // 从95%掉到零.
    private readonly bool IsZeroOfChange(in Reading reading)
    {
        var at = reading.Numeral.Start - (At(reading.Numeral.Start - 1) == '了' ? 1 : 0);
        return reading.Numeral is { Length: 1, Low: 0, High: 0 } && IsBoundary(At(reading.Numeral.End))
            && At(at - 1) is '到' or '至' or '为' && At(at - 2) is '掉' or '降' or '跌' or '减' or '落' or '少' or '缩' or '滑';
    }

    private readonly bool TryTakeEarlierUnit(ref Reading reading)
    {
        if (_quantities.Count == _firstQuantity)
        {
            return false;
        }

        var earlier = _quantities[^1];
        if (reading.Start - earlier.Extent.End > 20 || _text[earlier.Extent.End..reading.Start].ContainsAny("。!?\n"))
        {
            return false;
        }

        reading.Unit = new UnitEntry { Word = earlier.Unit, Unit = earlier.Unit, Dimension = earlier.Dimension };
        return true;
    }
}
