using System.Buffers;
using Pipeline.Extract.Context;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>Numbers without a unit: lists whose last number brings it, amounts and counts that the words around them imply.</content>
internal ref partial struct QuantityPass
{
    // How many characters may narrow the noun that a large bare number counts, and those that no such word holds.
    private const int MostNarrowing = 6;
    private static readonly SearchValues<char> NeverNarrows = SearchValues.Create("的了在为被将把与和及或、至到是有对以给用买卖元币向等比让使 0123456789%");

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

        if (TryRate(ref reading))
        {
            FlushList(reading);
            Emit(reading);
            return resume;
        }

        if (UnitOfLevel(reading) is { } level)
        {
            reading.Unit = level;
            Emit(reading);
            return Math.Max(resume, reading.ExtentEnd);
        }

        var isAmount = reading.Numeral.HasLargeScale || reading.Numeral is { Form: NumeralForm.Chinese, Length: > 1, Low: >= 100 } && IsBoundary(At(reading.ExtentEnd));
        if (isAmount && FollowsOrigin(reading.ExtentStart) && IsBoundary(At(reading.ExtentEnd)) && TryTakeEarlierUnit(ref reading))
        {
            // 从1000亿美元成长至2000亿: in the money of the earlier value, whatever other words speak of money.
            Emit(reading);
            return Math.Max(resume, reading.ExtentEnd);
        }

        if (isAmount && (IsImpliedMoney(reading) && !IsCountedNounNear(reading.ExtentStart) || EndsMoneyList(reading)))
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

        if (reading.Numeral.HasLargeScale && At(reading.ExtentStart - 1) is '、' or '和' or '及' or '与' && _quantities.Count > _firstQuantity && _quantities[^1] is { Dimension: Dimension.Count } counted && counted.Extent.End == reading.ExtentStart - 1
            && (IsBoundary(At(reading.ExtentEnd)) || At(reading.ExtentEnd) is '和' or '及' or '与') && counted.Span.End > counted.Span.Start && _text[counted.Span.End - 1] is '亿' or '万' && TryTakeEarlierUnit(ref reading))
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

        if (reading.Numeral is { Form: NumeralForm.Arabic, FractionDigits: 0, IntegerDigits: > 1 } && IsBoundary(At(reading.ExtentEnd)) && IsMargin(reading.ExtentStart)
            && _quantities.Count > _firstQuantity && _quantities[^1].Dimension == Dimension.Count && TryTakeEarlierUnit(ref reading))
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

        if (reading.Numeral.HasLargeScale && !reading.Numeral.HasImpliedOne && FindCountedNounAfter(reading.ExtentEnd) is { } counting)
        {
            reading.Unit = counting;
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

    // 从1000亿美元成长至|2000亿, 减少2600人，至|366万: the amount that a change led to, right after the one that it started from, or how large it was.
    private readonly bool FollowsOrigin(int at)
    {
        var end = at - (At(at - 1) == '了' ? 1 : 0);
        return At(end - 1) is '至' or '到' && _quantities.Count > _firstQuantity && _quantities[^1] is { Dimension: Dimension.Money or Dimension.Count } origin
            && at - origin.Extent.End <= OriginWindow && (HasOriginBefore(origin.Extent.Start) || _text[origin.Extent.End..(end - 1)] is "" or ",");
    }

    // 规模5.7地震, 豆瓣评分高达9.1: a scale that needs no unit.
    private readonly UnitEntry? UnitOfLevel(in Reading reading)
    {
        var (numeral, at) = (reading.Numeral, BeforeCopula(reading.ExtentStart));
        return numeral is not { Form: NumeralForm.Arabic, HasLargeScale: false } ? null
            : numeral is { FractionDigits: 1, IntegerDigits: 1 } && HasCueDirectlyBefore(at, NumberCues.Magnitude) ? _lexicon.Magnitude
            : (numeral.FractionDigits > 0 || numeral.IntegerDigits > 1) && IsBoundary(At(reading.ExtentEnd)) && HasCueDirectlyBefore(at, NumberCues.Score) ? _lexicon.Mark
            : null;
    }

    private readonly int BeforeCopula(int at)
    {
        at -= At(at - 1) is '为' or '是' or '达' or '至' or '到' ? 1 : 0;
        return at - (At(at - 1) is '升' or '降' or '跌' or '高' or '约' ? 1 : 0);
    }

    // 比前一天多了612, 较上周增加1203: of what was counted before.
    private readonly bool IsMargin(int at)
    {
        at -= At(at - 1) == '了' ? 1 : 0;
        if (!(At(at - 1) is '多' or '少' || EndsAt(at, "增加")))
        {
            return false;
        }

        var before = _text[Math.Max(_start, at - CueWindow)..at];
        before = before[(before.LastIndexOfAny(",;:") + 1)..];
        return before.ContainsAny('比', '较');
    }

    private void DropList() => _listCount = 0;

    // 30万外国游客, 3000万付费会员, 250万“非法移民”: what is counted, behind what it is narrowed by.
    private readonly UnitEntry? FindCountedNounAfter(int at)
    {
        var first = at;
        while (At(first) is ' ' or '“' or '"' or '「')
        {
            first++;
        }

        for (var start = first; start < Math.Min(_end, first + MostNarrowing) && !IsClauseEnd(_text[start]) && !NeverNarrows.Contains(_text[start]); start++)
        {
            if (start > at && _lexicon.Units.TryLongest(_text[start..Math.Min(_end, start + LongestNoun)], out var length, out var unit) && (unit.Use == NumberUse.Noun && length >= 2 || unit.Word == "人" && _text[start - 1] == '国')
                && At(start + length) is not ('数' or '量' or '率' or '额' or '费' or '价'))
            {
                return unit;
            }
        }

        return null;
    }

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
            if (ExactDecimal.TryMultiply(numeral.Low, share, out var low) && ExactDecimal.TryMultiply(numeral.High, share, out var high))
            {
                (reading.Low, reading.High, reading.Unit) = (low, high, unit);
                Emit(reading);
            }
            else
            {
                Skip(span.Start, span.End, SkipReason.OutOfRange);
            }
        }

        _skipped.RemoveRange(first, count);
    }

    // 为22.8万人,低于预期的23万: what a value is set against has its unit.
    private readonly bool IsSetAgainstBefore(int at)
    {
        for (var end = at; end > Math.Max(_floor, at - CueWindow); end--)
        {
            var before = _text[_start..end];
            var length = Math.Max(_lexicon.Context.LengthAtEnd(ContextCue.Above, before), Math.Max(_lexicon.Context.LengthAtEnd(ContextCue.Below, before), _lexicon.Context.LengthAtEnd(ContextCue.Reference, before)));
            if (length > 0 && (length == before.Length || before[^(length + 1)] is ',' or '远' or '略' or '也' or '仍' or '均'))
            {
                return true;
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
