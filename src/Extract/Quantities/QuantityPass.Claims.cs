using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>Units that only their neighbours settle, and numbers with a unit that claim nothing (contract §1).</content>
internal ref partial struct QuantityPass
{
    // Above this 次 with 每秒 is computing, not a beat: a heart or an engine makes fewer.
    private const decimal ComputeFloor = 1_000_000m;

    // How far cues are looked for within the clause; most govern the number from a verb or noun a few words away.
    private const int CueWindow = 12;

    // How far before its level the name of an index may stand, in the same sentence.
    private const int IndexWindow = 60;

    // How many other values may stand between two readings of an index, and how much of the larger one the smaller is at least.
    private const int MostBetweenLevels = 3;
    private const decimal LeastOfLevel = 0.75m;

    // Longest stretch from one level of an index to the next, in characters: 49.8|大幅回升至|50.2.
    private const int LongestRise = 7;

    // How far 风力 may stand before its level: 阵风最大可达10级.
    private const int WindReach = 8;

    // Longest name in quotation marks around a count, in characters.
    private const int LongestQuotedName = 7;

    // How far the marks of a title may stand from a number in it.
    private const int TitleWindow = 60;

    private readonly void ResolveUnit(ref Reading reading)
    {
        var unit = reading.Unit!;
        reading.IsPerSecond |= reading.Per is null && unit.Dimension is Dimension.Data or Dimension.Count && IsPerSecondBefore(reading.ExtentStart);
        if (reading.IsPerSecond && unit.Dimension == Dimension.Data)
        {
            reading.Unit = new UnitEntry { Word = unit.Word, Unit = unit.Unit == "B" ? "B/s" : "bit/s", Dimension = Dimension.DataRate, Numerator = unit.Numerator };
            reading.Per = null;
        }
        else if (reading.IsPerSecond && unit.Word == "次" && reading.High >= ComputeFloor)
        {
            var isFloating = Is(reading.End, "浮点") || (reading.ExtentStart > _start && _text[Math.Max(_start, reading.ExtentStart - 24)..reading.ExtentStart].Contains("浮点", StringComparison.Ordinal));
            reading.Unit = new UnitEntry { Word = unit.Word, Unit = isFloating ? "FLOP/s" : "OP/s", Dimension = Dimension.Compute };
            reading.Per = null;
        }
        else if (unit.Word == "呎" && (HasCueBefore(reading.Start, NumberCues.FloorSpace, CueWindow) || HasCueDirectlyAfter(reading.End, NumberCues.FloorSpace)))
        {
            // Hong Kong writes 呎 for square feet of floor.
            reading.Unit = _lexicon.SquareFoot;
        }
        else if (unit.Word == "分" && IsHundredthBefore(reading.ExtentStart))
        {
            reading.Unit = _lexicon.Fen;
        }
        else if (unit.Word == "度")
        {
            reading.Unit = HasCueBefore(reading.Start, NumberCues.Temperature, CueWindow) || _quantities.Count > _firstQuantity && _quantities[^1].Dimension == Dimension.Temperature || HasCueDirectlyAfter(reading.End, NumberCues.Temperature) || EndsAt(reading.Start + 2, "零下") ? _lexicon.Celsius
                : HasCueBefore(reading.Start, NumberCues.Electricity, CueWindow) || HasCueDirectlyAfter(reading.End, NumberCues.Electricity) ? _lexicon.ElectricityDegree
                : unit;
        }
        else if (unit is { Word: "块", Dimension: Dimension.Money } && (!IsBoundary(At(reading.End)) || CountedInBlocks.Contains(At(reading.ExtentStart - 1))) && !HasCueBefore(reading.ExtentStart, NumberCues.Money, CueWindow))
        {
            // 2000块显卡, 城砖1.8万块: things, where no word speaks of money.
            reading.Unit = new UnitEntry { Word = unit.Word, Unit = unit.Word, Dimension = Dimension.Count, Use = NumberUse.Thing };
        }
        else if (unit.Word == "欧" && !IsResistance(reading.ExtentStart) && (reading.Numeral.HasLargeScale || HasCueBefore(reading.ExtentStart, NumberCues.Money, CueWindow)))
        {
            // 转会费8000万欧: euros.
            reading.Unit = _lexicon.Euro;
        }
        else if (unit.Word == "码" && HasCueBefore(reading.Start, NumberCues.RateStep, CueWindow))
        {
            reading.Unit = new UnitEntry { Word = unit.Word, Unit = "bp", Dimension = Dimension.BasisPoint, Numerator = 25 };
        }
        else if (unit.Word == "点" && HasCueBefore(reading.Start, NumberCues.RateStep, 4) && reading.High <= 100)
        {
            reading.Unit = _lexicon.BasisPoint;
        }
    }

    // 电阻为5欧; 电阻采购价5欧 is money.
    private readonly bool IsResistance(int at) => HasCueBefore(at, NumberCues.Resistance, CueWindow) && !HasCueDirectlyBefore(at, NumberCues.Money);

    private readonly bool IsPerSecondBefore(int at)
    {
        for (var i = at; i > Math.Max(_floor, at - PerWindow) && !IsClauseEnd(_text[i - 1]); i--)
        {
            if (EndsAt(i, "每秒"))
            {
                return true;
            }
        }

        return false;
    }

    private readonly SkipReason? WhyNoClaim(in Reading reading)
    {
        var unit = reading.Unit!;
        var (start, end) = (reading.Start, reading.End);
        var numeral = reading.Numeral;
        switch (unit.Use)
        {
            case NumberUse.Identifier:
                return SkipReason.Identifier;
            case NumberUse.Ordinal:
                return SkipReason.Ordinal;
            case NumberUse.Time:
                return SkipReason.Time;
            default:
                break;
        }

        // 每100毫升; 百公里油耗.
        if ((At(start - 1) == '每' && !reading.IsPerSecond)
            || (unit.Dimension == Dimension.Length && (Is(end, "油耗") || Is(end, "电耗") || Is(end, "能耗") || Is(end, "加速"))))
        {
            return SkipReason.Denominator;
        }

        // 4.8L/100km: per how much.
        if (At(start - 1) == '/' && _quantities.Count > _firstQuantity && _quantities[^1].Span.End == start - 1 && reading.Low is 100 or 1000 or 10_000 or 100_000)
        {
            return SkipReason.Denominator;
        }

        if (IsPricedBefore(reading))
        {
            return SkipReason.Denominator;
        }

        if (IsDialled(numeral))
        {
            return SkipReason.Identifier;
        }

        if (IsInTitle(start, end) || IsInQuotedName(reading))
        {
            return SkipReason.Name;
        }

        if (IsVague(reading))
        {
            return SkipReason.Vague;
        }

        if (HasCueDirectlyBefore(start, NumberCues.Streak) || HasCueDirectlyAfter(numeral.End, NumberCues.Streak))
        {
            return SkipReason.Streak;
        }

        if (NamesClass(reading))
        {
            return SkipReason.ClassLimit;
        }

        return unit.Dimension switch
        {
            Dimension.Duration => WhyNoDuration(reading),
            Dimension.Age => IsClassLimit(reading) || IsAgeGroup(reading) ? SkipReason.ClassLimit : At(end) == '时' && At(start - 1) != '年' ? SkipReason.Time : null,
            Dimension.Percent => WhyNoPercent(reading),
            Dimension.Points => WhyNoPoints(reading),
            Dimension.Length => WhyNoLength(reading),
            Dimension.Compute when unit.Word == "P" && (reading.Low is 1080 or 720 || !(_quantities.Count > _firstQuantity && _quantities[^1].Unit == unit.Unit) && !HasCueBefore(start, NumberCues.Computing, CueWindow) && !HasCueDirectlyAfter(end, NumberCues.Computing)) => SkipReason.Name,
            Dimension.Data when IsMemoryType(end) => SkipReason.ProductSpecification,
            // 普通混煤(4500大卡): which sort of coal.
            Dimension.Energy when At(start - 1) == '(' && At(end) == ')' && Is(end - 2, "大卡") => SkipReason.ProductSpecification,
            Dimension.Physical when unit.Word == "级" => IsGrade(reading) ? SkipReason.Name : null,
            Dimension.Physical when unit.Word == "度" => WhyNoDegrees(reading),
            Dimension.Physical when unit.Word == "欧" && !IsResistance(start) => SkipReason.Bare,
            Dimension.Count => WhyNoCount(reading),
            // 八千块 is money, 2000块 anything.
            Dimension.Money when unit.Word == "块" && !(reading.Numeral.Form == NumeralForm.Chinese && reading.Low >= 10) && !HasCueBefore(start, NumberCues.Money, CueWindow) => SkipReason.Bare,
            _ => null,
        };
    }

    // 请拨1999市民专线: digits that are called, however a unit seems to follow.
    private readonly bool IsDialled(in Numeral numeral) =>
        numeral is { Form: NumeralForm.Arabic, IntegerDigits: >= 3 and <= 8, FractionDigits: 0, HasLargeScale: false }
        && (HasCueDirectlyBefore(numeral.Start, NumberCues.Dial) || HasCueDirectlyAfter(numeral.End, NumberCues.Dial));

    // 《关于收购海川科技51%股权的公告》: what a text is called.
    private readonly bool IsInTitle(int start, int end)
    {
        var open = _text[Math.Max(_start, start - TitleWindow)..start].LastIndexOfAny('《', '》');
        return open >= 0 && _text[Math.Max(_start, start - TitleWindow) + open] == '《'
            && _text[end..Math.Min(_end, end + TitleWindow)] is var rest && rest.IndexOfAny('《', '》') is var close && close >= 0 && rest[close] == '》';
    }

    // “国九条”, “三条红线”, “最后一公里”: a few characters in quotation marks around a small count name something.
    private readonly bool IsInQuotedName(in Reading reading)
    {
        var before = _text[Math.Max(_start, reading.Start - LongestQuotedName)..reading.Start];
        var after = _text[reading.End..Math.Min(_end, reading.End + LongestQuotedName)];
        var (open, close) = (before.LastIndexOfAny('“', '「'), after.IndexOfAny('”', '」'));
        return open >= 0 && close >= 0 && before.Length - open + close <= LongestQuotedName
            && (reading.Unit is { Word: "条" } || reading.Numeral.Form == NumeralForm.Chinese && reading.High <= 20 && reading.Unit!.Dimension is Dimension.Count or Dimension.Length && !reading.Numeral.HasLargeScale)
            && !before[(open + 1)..].ContainsAny(NotInName) && !after[..close].ContainsAny(NotInName);
    }

    // 数百亿, 几十份, 百亿 alone; 人数300 is none.
    private readonly bool IsVague(in Reading reading)
    {
        var before = At(reading.Start - 1);
        if (before is '几' or '若' || EndsAt(reading.Start, "若干") || EndsAt(reading.Start, "好几"))
        {
            return true;
        }

        if (before == '数' && reading.Numeral.Form == NumeralForm.Chinese && _text[reading.Start] is '十' or '百' or '千' or '万' or '亿' or '兆'
            && At(reading.Start - 2) is not ('人' or '户' or '次' or '总' or '指' or '点' or '件' or '台' or '股' or '票' or '天' or '份' or '辆'))
        {
            return true;
        }

        return reading.Numeral.HasImpliedOne && reading.Bound == Bound.Exact && !reading.IsOpen && !reading.IsPerSecond && reading.Unit!.Dimension is not (Dimension.Percent or Dimension.Compute or Dimension.DataRate);
    }

    // 35岁以下, 60周岁及以上, 年满18岁.
    private readonly bool IsClassLimit(in Reading reading) =>
        Is(reading.End, "以上") || Is(reading.End, "以下") || Is(reading.End, "及以") || Is(reading.End, "以内") || Is(reading.End, "或以") || EndsAt(reading.Start, "年满") || EndsAt(reading.Start, "未满");

    // 16至25岁的年轻人: who is meant; 年龄介于16至25岁的伤者 tells their age.
    private readonly bool IsAgeGroup(in Reading reading) =>
        reading.IsRange && (!IsBoundary(At(reading.ExtentEnd)) || IsListedAge(reading.ExtentEnd)) && At(reading.ExtentStart - 1) is not ('于' or '乎' or '为' or '龄' or '均' or '约' or '从' or '由' or '是' or '达');

    // 25—29岁、|30—59岁劳动力: a list of groups, whose last says of whom.
    private readonly bool IsListedAge(int at)
    {
        if (At(at) != '、' || !NumeralReader.TryRead(_text, _original, at + 1, _end, out var next))
        {
            return false;
        }

        var length = _text[next.End..Math.Min(_end, next.End + NearWindow)].IndexOf('岁');
        return length >= 0 && !IsBoundary(At(next.End + length + 1));
    }

    private readonly SkipReason? WhyNoPercent(in Reading reading)
    {
        if (IsQuotation(reading))
        {
            return SkipReason.Identifier;
        }

        var at = reading.End;
        if (Is(at, "以上") || Is(at, "以下"))
        {
            at += At(at + 2) == '的' ? 3 : 2;
            at += Is(at, "有表决权") ? 4 : 0;
            at += At(at) == '的' ? 1 : 0;
            var isStake = Is(at, "股份") || Is(at, "股权") || Is(at, "股票") || Is(at, "表决权");
            at += Is(at, "表决权") ? 3 : isStake ? 2 : 0;
            var isLinked = At(at) == '的';
            at += isLinked ? 1 : 0;
            at += At(at) == '大' ? 1 : 0;
            if (Is(at, "股东") || (isStake && isLinked))
            {
                // 持股5%以上股东, 持有百分之五以上股份的: whoever holds as much.
                return SkipReason.ClassLimit;
            }
        }

        return null;
    }

    // 东山科技(20.500, -0.35, -1.68%), 东山科技(51.17 +7.07%): the price that a page sets beside a name.
    private readonly bool IsQuotation(in Reading reading)
    {
        if (At(reading.End) != ')')
        {
            return false;
        }

        var (at, numbers) = (reading.Start, 0);
        while (at > Math.Max(_start, reading.Start - CueWindow * 2) && _text[at - 1] != '(')
        {
            var mark = _text[--at];
            if (!char.IsAsciiDigit(mark) && mark is not (' ' or ',' or '.' or '+' or '-'))
            {
                return false;
            }

            numbers += char.IsAsciiDigit(mark) && !char.IsAsciiDigit(At(at - 1)) && At(at - 1) != '.' ? 1 : 0;
        }

        return numbers > 0 && At(at - 1) == '(';
    }

    private readonly SkipReason? WhyNoPoints(in Reading reading)
    {
        if (HasCueDirectlyBefore(reading.Start, NumberCues.Clock) && reading.Low <= 24)
        {
            return SkipReason.Time;
        }

        return reading.Low >= 100 || reading.Numeral.FractionDigits > 0 || HasCueBefore(reading.Start, NumberCues.Points, CueWindow) || HasCueDirectlyAfter(reading.End, NumberCues.Points)
            ? null
            : SkipReason.Enumeration;
    }

    // 3奈米制程, 5nm芯片, 12英寸晶圆: the process or format, not a measured length; 从7纳米缩小到5纳米 is one.
    private readonly SkipReason? WhyNoLength(in Reading reading)
    {
        var unit = reading.Unit!;
        if (unit.Word == "里")
        {
            return Is(reading.End, "路") || Is(reading.End, "外") || Is(reading.End, "长") || (reading.Low >= 10 && IsBoundary(At(reading.End))) ? null : SkipReason.Bare;
        }

        var at = At(reading.End) == ' ' ? reading.End + 1 : reading.End;
        at += At(at) == '的' ? 1 : 0;
        if (unit.Numerator == 0.000000001m)
        {
            // 3奈米、5奈米和7奈米分别占: the nodes of a list are names like the last of them.
            while (At(at) is '、' or '和' or '与' or '及' && NumeralReader.TryRead(_text, _original, at + 1, _end, out var node) && (Is(node.End, "纳米") || Is(node.End, "奈米") || Is(node.End, "nm")))
            {
                at = node.End + 2;
            }
        }

        at += Is(at, "(含)") ? 3 : 0;
        if (unit.Numerator == 0.000000001m && (Is(at, "占") || Is(at, "分别") || Is(at, "合计") || Is(at, "贡献") || Is(at, "营收") || Is(at, "量产") || Is(at, "良率") || Is(at, "制程") || Is(at, "工艺") || Is(at, "芯片") || Is(at, "技术") || Is(at, "节点") || Is(at, "晶") || Is(at, "级") || Is(at, "产") || Is(at, "处理器") || Is(at, "SoC") || Is(at, "家族") || Is(at, "订单") || Is(at, "以下") || Is(at, "及以下") || Is(at, "及更") || Is(at, "等") || char.IsAsciiLetterUpper(At(at))))
        {
            return SkipReason.ProductSpecification;
        }

        if (HasCueDirectlyAfter(reading.End, NumberCues.Event))
        {
            return SkipReason.Name;
        }

        if (At(reading.End) == '处' && HasCueDirectlyBefore(reading.ExtentStart, NumberCues.Road)
            || At(reading.Start - 1) == '+' && (char.IsAsciiLetterOrDigit(At(reading.Start - 2)) || At(reading.End) == '处') || At(reading.End) == '+' && char.IsAsciiDigit(At(reading.End + 1)))
        {
            // 京沪高速120公里处, K75+300米: an address on a road.
            return SkipReason.Identifier;
        }

        return unit.Numerator is > 0.02m and < 0.03m && (Is(at, "晶") || Is(at, "约当") || Is(at, "厂") || Is(at, "制程") || Is(at, "产能") || Is(at, "月产能") || Is(at, "新厂") || Is(at, "硅片")) ? SkipReason.ProductSpecification : null;
    }

    // 32GB DDR5, 12GB+256GB, 256GB版.
    private readonly bool IsMemoryType(int end)
    {
        var at = At(end) == ' ' ? end + 1 : end;
        return At(end) == '+' || IsAfterPlus(end) || Is(at, "DDR") || Is(at, "LPDDR") || Is(at, "GDDR") || Is(at, "HBM") || Is(at, "SSD") || Is(at, "版") || Is(at, "RAM");
    }

    private readonly bool IsAfterPlus(int end)
    {
        var at = end - 1;
        while (at > _start && end - at < 10 && _text[at] is not '+' && char.IsAsciiLetterOrDigit(_text[at]))
        {
            at--;
        }

        return At(at) == '+' && char.IsAsciiLetter(At(at - 1));
    }

    // 三级医院, 一级市场; 6.8级地震 and 12级大风 are measured.
    private readonly bool IsGrade(in Reading reading) =>
        !(reading.Numeral.FractionDigits > 0 || Is(reading.End, "地震") || Is(reading.End, "余震") || Is(reading.End, "强震") || Is(reading.End, "大风") || Is(reading.End, "风") || Is(reading.End, "阵风") || Is(reading.End, "左右")
            || Is(reading.End, "以上") || Is(reading.End, "强") || EndsAt(reading.ExtentStart, "地震") || EndsAt(reading.ExtentStart, "震级") || HasWindBefore(reading.ExtentStart));

    // 阵风可达10级, 风力仍有13级: a few words may stand between.
    private readonly bool HasWindBefore(int at)
    {
        for (var i = at; i > Math.Max(_start + 1, at - WindReach) && !IsClauseEnd(_text[i - 1]); i--)
        {
            if (_text[i - 1] is '力' or '风' && (EndsAt(i, "风力") || EndsAt(i, "阵风")))
            {
                return true;
            }
        }

        return false;
    }

    // 二度参选 counts times, 北纬35度 is a place.
    private readonly SkipReason? WhyNoDegrees(in Reading reading)
    {
        if (EndsAt(reading.Start, "北纬") || EndsAt(reading.Start, "南纬") || EndsAt(reading.Start, "东经") || EndsAt(reading.Start, "西经"))
        {
            return SkipReason.Identifier;
        }

        return reading.Numeral is { Form: NumeralForm.Chinese, Length: 1 } ? SkipReason.Ordinal : null;
    }
}
