using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>约, 超过了, 不到 before a quantity; 以上, 左右, 起 after it; 每股 and 时速 before it.</content>
internal ref partial struct QuantityPass
{
    private const int LongestModifier = 8;

    // How far back 每股, 时速 and an earlier 每秒 are looked for: 每股均价, 每秒可运算.
    private const int PerWindow = 14;

    // How far 不超过 may stand from its share: 不超过公司总股本的2%.
    private const int ShareWindow = 16;

    // How far an adverb may stand from the value of its verb: 至少需要投入3亿元.
    private const int AheadWindow = 7;

    private readonly void FindModifiersBefore(ref Reading reading)
    {
        var at = reading.Start;
        for (var steps = 0; steps < 4 && at > _floor; steps++)
        {
            var from = at;
            if (At(at - 1) == ' ')
            {
                at--;
            }

            if (at > _floor && _lexicon.ModifiersBefore.TryLongest(_text[Math.Max(_floor, at - LongestModifier)..at], out var length, out var modifier) && MayStandBefore(at - length, modifier, reading))
            {
                // 扩大约500亿元: 大 belongs to the verb.
                length -= length == 2 && _text[at - 2] == '大' && At(at - 3) is '扩' or '放' or '增' or '加' or '壮' ? 1 : 0;
                // 约占71%: the verb of a share is no part of the value.
                var isShare = _text[at - 1] == '占';
                at -= length;
                reading.ExtentStart = isShare ? reading.ExtentStart : at;
                if (reading.Bound == Bound.Exact)
                {
                    reading.Bound = modifier.Bound;
                }

                if (modifier.Bound != Bound.Exact)
                {
                    break;
                }
            }
            else if (steps < 2 && at > _floor && _text[at - 1] is '了' or '有' or '为' or '是' or '到' or '在' or '至')
            {
                at--;
            }
            else
            {
                at = from;
                break;
            }
        }

        FindPerBefore(ref reading);
    }

    // 起码得有3亿元, 顶多做到六万片, 大约聚集了三千人: an adverb limits the value that its verb governs.
    private readonly Bound BoundAhead(in Reading reading)
    {
        var first = Math.Max(_floor, reading.ExtentStart - AheadWindow);
        for (var at = reading.ExtentStart - 1; at > first && !IsClauseEnd(_text[at]) && _text[at] != '的' && !NumeralCharacters.IsNumeral(_text[at]); at--)
        {
            if (_lexicon.ModifiersAhead.TryLongest(_text[Math.Max(_floor, at - LongestModifier)..at], out var length, out var modifier) && MayStandBefore(at - length, modifier, reading))
            {
                return modifier.Bound;
            }
        }

        return Bound.Exact;
    }

    private readonly void TakeModifierBefore(ref Reading reading, int at)
    {
        if (at > _floor && _lexicon.ModifiersBefore.TryLongest(_text[Math.Max(_floor, at - LongestModifier)..at], out var length, out var modifier) && MayStandBefore(at - length, modifier, reading))
        {
            reading.Bound = modifier.Bound;
        }
    }

    // 不超过公司总股本(的)2%, 不低于公司3%股份, 约占全国的三成, 不足总额的三分之一: the modifier governs the share of what stands between.
    private readonly void FindModifierOfShare(ref Reading reading)
    {
        var of = At(reading.ExtentStart - 1) == ' ' ? reading.ExtentStart - 2 : reading.ExtentStart - 1;
        if (reading.Bound != Bound.Exact || reading.Unit?.Dimension is not (Dimension.Percent or Dimension.Multiple) || At(of) != '的' && !EndsAt(of + 1, "股本") && !EndsAt(of + 1, "股份总数") && !Is(reading.End, "股份") && !Is(reading.End, "股权") && !Is(reading.End, "的股"))
        {
            return;
        }

        var floor = _quantities.Count > _firstQuantity ? _quantities[^1].Extent.End : _start;
        for (var at = of - 1; at > Math.Max(floor, reading.ExtentStart - ShareWindow) && !IsClauseEnd(_text[at]); at--)
        {
            if (_lexicon.ModifiersBefore.TryLongest(_text[Math.Max(floor, at - LongestModifier)..at], out var length, out var modifier) && length >= 2 && modifier.Bound != Bound.Exact
                && MayStandBefore(at - length, modifier, reading) && !Compares(_text[(at - length)..at]))
            {
                reading.Bound = modifier.Bound;
                return;
            }
        }
    }

    // 低于预期的3% sets against what is expected.
    private static bool Compares(ReadOnlySpan<char> modifier) => modifier[^1] == '于' && modifier.Length == 2;

    private readonly bool MayStandBefore(int start, Modifier modifier, in Reading reading)
    {
        // 过 alone means "more than" only before 万, 亿, 半 and the like; 通过5项 does not.
        if (_text[start] == '过' && reading.Start - start == 1 && !reading.Numeral.HasImpliedOne)
        {
            return false;
        }

        return modifier.NotBeside.LengthOfEndOf(_text[_start..start]) == 0;
    }

    private readonly void FindModifiersAfter(ref Reading reading)
    {
        if (reading.ExtentEnd > reading.End)
        {
            return;
        }

        reading.ExtentEnd = reading.End;
        var at = reading.End;
        if (at < _end && _lexicon.ModifiersAfter.TryLongest(_text[at..Math.Min(_end, at + LongestModifier)], out var length, out var modifier)
            && modifier.Bound is var bound && MayStandAfter(at, length, modifier, reading))
        {
            reading.ExtentEnd = at + length;
            if (reading.Bound is Bound.Exact or Bound.About)
            {
                reading.Bound = bound == Bound.Exact ? reading.Bound : bound;
            }
        }
        else if ((At(at) is '多' or '余') && reading.Unit is { Use: NumberUse.Unit } && !reading.IsOpen && !reading.IsRange && IsBoundary(At(at + 1)))
        {
            // 2亿元多, 3公里多.
            reading.IsOpen = true;
            reading.ExtentEnd = at + 1;
        }

        if (reading is { IsOpen: true, Bound: Bound.Exact })
        {
            reading.Bound = Bound.About;
        }
    }

    private readonly bool MayStandAfter(int at, int length, Modifier modifier, in Reading reading)
    {
        if (_text[at] == '起' && length == 1 && reading.Unit?.Dimension != Dimension.Money)
        {
            return false;
        }

        if (Is(at, "前后") || Is(at, "许"))
        {
            return reading.Unit is { Dimension: Dimension.Duration or Dimension.Age };
        }

        return !modifier.NotBeside.ContainsStartOf(_text[(at + length).._end]);
    }

    private readonly void FindPerBefore(ref Reading reading)
    {
        var from = Math.Max(_floor, reading.ExtentStart - PerWindow);
        if (from >= reading.ExtentStart || !_text[from..reading.ExtentStart].ContainsAny('每', '速'))
        {
            return;
        }

        for (var at = reading.ExtentStart - 1; at >= from && !IsClauseEnd(_text[at]); at--)
        {
            if (_text[at] == '每' && TryUnitAt(at + 1, out var per, out var end) && end <= reading.Start && per.Use is NumberUse.Unit or NumberUse.Thing or NumberUse.Listing or NumberUse.Noun)
            {
                reading.Per ??= new TextSpan(at + 1, end);
                reading.IsPerSecond |= per.Word == "秒";
                if (end == reading.ExtentStart && reading.Bound == Bound.Exact)
                {
                    // 突破每桶100美元.
                    reading.ExtentStart = at;
                    TakeModifierBefore(ref reading, at);
                }

                return;
            }

            if (_text[at] == '每' && At(at + 1) == '月' && reading.Start > at + 1)
            {
                reading.Per ??= new TextSpan(at + 1, at + 2);
                return;
            }

            if (_text[at] == '速' && At(at - 1) is '时' or '秒' && reading.Unit?.Dimension == Dimension.Length)
            {
                reading.ImpliedPer = At(at - 1) == '时' ? "小时" : "秒";
                return;
            }
        }
    }
}
