using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Numerals;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Quantities;

/// <content>Durations: the measured value itself, or only when.</content>
internal ref partial struct QuantityPass
{
    // How far before a length the 由 or 从 of its change may stand: 由原来的20个工作日压缩至.
    private const int OriginWindow = 8;

    private readonly SkipReason? WhyNoDuration(in Reading reading)
    {
        var unit = reading.Unit!;
        var end = Math.Max(reading.ExtentEnd, reading.End);
        if (unit.Unit is "s" or "min" && (unit.Numerator < 1 || reading.Numeral.FractionDigits > 0))
        {
            return null;
        }

        if (unit.Unit == "mo" && At(reading.End - 1) == '月' && NumeralCharacters.IsNumeral(At(reading.End - 2)))
        {
            // 判刑6月: no month that says when is read as a length.
            return null;
        }

        if (At(reading.End) == '多' && IsRecord(reading.End + 1))
        {
            return SkipReason.Time;
        }

        if (At(reading.End - 1) == '日' && HasCueDirectlyBefore(reading.Start, NumberCues.DurationWhen))
        {
            // 当地时间5日
            return SkipReason.Time;
        }

        if (HasCueDirectlyAfter(reading.End, NumberCues.DurationMeasured) && !Is(reading.End, "时") && At(reading.End - 1) != '日')
        {
            return null;
        }

        // 压缩至1小时以内: the length that a change reached; 降至三年多最低 says since when.
        if (!IsRecord(reading.End) && At(reading.ExtentStart - 1) is '至' or '到' && At(reading.ExtentStart - 2) is '缩' or '短' or '降' or '减' or '增' or '延' or '长' or '控' or '加')
        {
            return null;
        }

        if (unit.Unit is "s" or "min" or "h" && IsEndured(reading.ExtentStart))
        {
            return null;
        }

        if (HasCueDirectlyAfter(end, NumberCues.DurationWhen) || HasCueDirectlyAfter(reading.End, NumberCues.DurationWhen))
        {
            return SkipReason.Time;
        }

        // 疗程为两周, 建设期3年, 片长128分钟, 2小时5分16秒: a length that something is said to have.
        if (IsNamedLength(reading.ExtentStart) || IsNamedLength(reading.Start) || unit.Unit is "min" or "h" && At(reading.End - 1) == '秒')
        {
            return null;
        }

        // 由20个工作日压缩至3个工作日: the length that a change starts from.
        if (At(reading.End) is '压' or '缩' or '延' or '减' or '增' or '降' or '提' or '拉' && HasOriginBefore(reading.ExtentStart))
        {
            return null;
        }

        // 工作了15年, 16.8个月: what was measured, not when.
        if ((At(reading.ExtentStart - 1) == '了' && IsBoundary(At(end))) || reading.Numeral.FractionDigits > 0 || HasCueDirectlyBefore(reading.ExtentStart, NumberCues.DurationMeasured) || HasCueDirectlyBefore(reading.Start, NumberCues.DurationMeasured))
        {
            return null;
        }

        if (HasCueDirectlyBefore(reading.ExtentStart, NumberCues.DurationWhen) || HasCueDirectlyBefore(reading.Start, NumberCues.DurationWhen))
        {
            return SkipReason.Time;
        }

        // 要花3个小时, 号称可运转2万小时: a length behind its verb is how long, one before it when.
        if (HasCueDirectlyBefore(reading.ExtentStart, NumberCues.Spends) || At(reading.End - 1) != '日' && ClosesAfterVerb(reading.ExtentStart, end, unit.Unit is "min" or "h"))
        {
            return null;
        }

        // 监测中心15日宣布: a day is a date, whatever stands some words before it.
        return At(reading.End - 1) != '日' && HasCueBefore(reading.Start, NumberCues.DurationMeasured, 8) ? null : SkipReason.Time;
    }

    // 连续光照1000小时后: how long something bore without a break.
    private readonly bool IsEndured(int at) => EndsAt(at - 2, "连续");

    // 在此守候63年，: the length stands behind a verb and closes the clause.
    private readonly bool ClosesAfterVerb(int start, int end, bool isShort)
    {
        if (!IsBoundary(At(end)) || At(end) == '、')
        {
            return false;
        }

        var at = At(start - 1) is '了' or '上' or '满' or '足' ? start - 1 : start;
        return isShort && At(at - 1) is '跑' or '走' or '站' or '坐' or '睡' or '排' or '练' or '谈' or '飞' or '守' or '干' or '塞' || IsVerb(at - 2, at) || IsVerb(at - 3, at);
    }

    private readonly bool IsVerb(int start, int end) => start >= _start && WordDictionary.Embedded.ListedTag(_text[start..end]) is ['v', ..];

    // The word directly before says what has the length: a copula, …期, …龄, …长. 因为 and 假期 do not.
    private readonly bool IsNamedLength(int at) => At(at - 1) switch
    {
        '为' => At(at - 2) is not ('因' or '成' or '作' or '认' or '以'),
        '期' => At(at - 2) is not ('假' or '同' or '近' or '学' or '日' or '初' or '末' or '后' or '前' or '中' or '早' or '长' or '短' or '星' or '本' or '上' or '下' or '当' or '每' or '定' or '分' or '到' or '一' or '二' or '三' or '四' or '首' or '预' or '时'),
        '龄' => true,
        '长' => At(at - 2) is '片' or '全' or '时',
        '今' => At(at - 2) == '距',
        '时' => At(at - 2) == '补',
        '判' => At(at - 2) is not ('谈' or '审' or '裁' or '批' or '评' or '研' or '宣'),
        _ => false,
    };

    private readonly bool HasOriginBefore(int at)
    {
        for (var start = at - 1; start >= Math.Max(_start, at - OriginWindow) && !IsClauseEnd(_text[start]); start--)
        {
            if (_text[start] is '由' or '从')
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsRecord(int at) => At(at) is '最' or '新' && At(at + 1) is '低' or '高' or '好' or '差' || At(at) == '来';

    // 下调1万元至25.35万元: by how much, then to what; 上涨200元至300元 is a range.
    private readonly bool IsStepToLevel(in Reading left, in Reading right)
    {
        var start = left.ExtentStart - (At(left.ExtentStart - 1) == '了' ? 1 : 0);
        return left.Unit is { } unit && unit.Dimension == right.Unit!.Dimension && At(start - 1) is '调' or '降' or '升' or '加' or '少' or '涨' or '跌' or '高' or '增' or '减' or '落' or '滑' or '窄' or '短' or '挫' or '扬' or '弹' or '缩'
            && TryCanonical(unit, left.High, out var step) && TryCanonical(right.Unit, right.Low, out var level) && level >= LeastLevel * step;
    }
}
