using System.Buffers;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Quantities;

/// <content>Counts that only point, list or rank, and numbers that say no unit.</content>
internal ref partial struct QuantityPass
{
    // How far before a total the people it counts are looked for: a clause or two.
    private const int PeopleWindow = 60;

    // How far a counted noun may stand before its number, past 已超过 and the like, and how long such a noun is at most.
    private const int NearWindow = 4;
    private const int LongestNoun = 6;

    private static readonly SearchValues<char> Between = SearchValues.Create("约近达超逾过破突已有共仅到至为数");
    // How far before a large bare number what it counts may stand in its clause: 失业人数自2015年以来首次超过300万.
    private const int NounWindow = 24;

    // How far a list may reach back from its count, how long its names are on the average where 等 ends it, and how many of them are counted: 甲、乙和丙等3家公司.
    private const int ListWindow = 80;
    private const int ListedNameLength = 20;
    private const int MostListed = 50;

    private readonly SkipReason? WhyNoCount(in Reading reading)
    {
        var unit = reading.Unit!;
        var numeral = reading.Numeral;
        if (unit.Word == "位" && !reading.IsRange && IsRank(reading.Start))
        {
            return SkipReason.Ordinal;
        }

        if (unit.Word == "层" && reading.IsRange && At(reading.End) is '为' or '是' or '均' or '用' or '系')
        {
            // 1至5层为商场: which floors.
            return SkipReason.Ordinal;
        }

        if (IsSecond(reading))
        {
            return SkipReason.Ordinal;
        }

        if (NamesActors(reading))
        {
            return SkipReason.Enumeration;
        }

        if (numeral is { Form: NumeralForm.Arabic, FractionDigits: 0 } && _text[numeral.Start] == '0' && char.IsAsciiDigit(At(numeral.Start + 1)))
        {
            // 02包, 03号楼: which one, not how many.
            return SkipReason.Name;
        }

        if (unit.Word is "大" or "强" || FollowsOrdinal(reading) || unit.Word is "条" && (At(reading.Start - 1) is '法' or '》' || EndsAt(reading.Start, "条例")) || IsSitting(reading))
        {
            // 十大; 第一、二名; 刑法255条; 十四届人大三次会议.
            return SkipReason.Ordinal;
        }

        var isChinese = numeral.Form == NumeralForm.Chinese && !numeral.HasLargeScale;
        if (isChinese && !reading.IsRange && numeral is { Length: 1, Low: 1, High: 1 } && _text[numeral.Start] == '一')
        {
            return IsSingleCasualty(reading) || reading.Bound is Bound.Above or Bound.Below ? null : SkipReason.IndefiniteOne;
        }

        if (numeral is { Form: NumeralForm.Arabic, Length: 1, Low: 1, High: 1 } && unit.Word is "名" or "位" && reading.Bound == Bound.Exact && IsBoundary(At(reading.Start - 1)) && !IsBoundary(At(reading.End))
            && !HasCueAfter(reading.End, NumberCues.Casualties, 6))
        {
            // 1名店员因…: brings someone on stage, as 一名 does.
            return SkipReason.IndefiniteOne;
        }

        if (numeral.Form == NumeralForm.ChineseDigits && !(numeral.Length == 3 && numeral.Low >= 100 || numeral.Length == 4 && numeral.Low >= 1000 && numeral.Low is < 1800 or > 2100))
        {
            // 四五八例 and 一七五三件 are numbers; 二〇二五, 五五人 and longer rows are as often a year or a name.
            return SkipReason.Name;
        }

        if (reading.IsOpen || reading.Bound != Bound.Exact)
        {
            return null;
        }

        if (reading.Low > 20)
        {
            // 上述38只科技股: a set however large; 其他38人 are counted for the first time.
            return At(reading.Start - 1) == '述' && HasCueDirectlyBefore(reading.Start, NumberCues.Pointing) ? SkipReason.Enumeration : null;
        }

        if (HasCueDirectlyBefore(reading.Start, NumberCues.Pointing) || (unit.Use == NumberUse.Set && (isChinese ? reading.Low <= 10 : reading.Low <= 2)) || IsListedBefore(reading) || IsListedAfter(reading) || NamesSetAfter(reading.End, isChinese || reading.Low <= 2) || PointsAtPeople(reading))
        {
            return SkipReason.Enumeration;
        }

        if (!isChinese || reading.Low > 10)
        {
            return null;
        }

        return unit.Word is "种" or "类" or "层" or "面" or "方" or "道" or "重" or "对" or "双" or "手" or "口" or "句" or "步" or "遍" or "本" or "眼" or "回" or "把" or "头" && reading.Low <= 5
            || HasCueAfter(reading.End, NumberCues.Pointing, 8)
            || PointsBackFromHead(reading)
            || (At(reading.Start - 1) == '的' && HasSuperlativeBefore(reading.Start))
            || (unit.Use == NumberUse.Listing && reading.Low <= 5 && IsBoundary(At(reading.Start - 1)))
            ? SkipReason.Enumeration
            : null;
    }

    // 这一|成绩, 另一|元素, 同一|半导体厂: one of what the next word names; 另一成受访者 is a share.
    private readonly bool PointsAtOne(in Reading reading)
    {
        var at = reading.Numeral.Start;
        if (_text[at] != '一' || reading.IsRange || At(at - 1) is not ('这' or '那' or '另' or '同' or '某' or '此' or '该'))
        {
            return false;
        }

        for (var length = 2; length <= LongestNoun && at + 1 + length <= _end; length++)
        {
            if (at + 1 + length > reading.End && WordDictionary.Embedded.ListedTag(_text.Slice(at + 1, length)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsRank(int start)
    {
        for (var at = start - 1; at >= Math.Max(_start, start - 8) && !IsClauseEnd(_text[at]); at--)
        {
            if (_text[at] is '列' or '居' or '第' or '排')
            {
                return true;
            }
        }

        return false;
    }

    // 十四届三次会议, 全国人大三次会议: which one of a body that meets from time to time.
    private readonly bool IsSitting(in Reading reading) =>
        reading.Unit!.Word is "次" && (Is(reading.End, "会议") || Is(reading.End, "全会") || Is(reading.End, "全体会"))
        && (At(reading.Start - 1) == '届' || EndsAt(reading.Start, "人大") || EndsAt(reading.Start, "政协") || EndsAt(reading.Start, "代表大会") || EndsAt(reading.Start, "委员会") || EndsAt(reading.Start, "常委会"));

    // 第一、二名: the second of two ordinals drops its 第.
    private readonly bool FollowsOrdinal(in Reading reading)
    {
        var at = reading.Start - 1;
        if (At(at) is not ('、' or '和' or '及') || reading.Low > 100)
        {
            return false;
        }

        for (at--; at > _start && NumeralCharacters.IsNumeral(_text[at]); at--)
        {
        }

        return At(at) == '第' && at < reading.Start - 2;
    }

    private readonly bool HasSuperlativeBefore(int start)
    {
        for (var at = start - 1; at >= Math.Max(_start, start - 10) && !IsClauseEnd(_text[at]); at--)
        {
            if (_text[at] == '最')
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsSingleCasualty(in Reading reading) =>
        reading.Unit!.Use == NumberUse.Unit ||
        reading.Unit!.Word is "人" or "名" or "例" or "男" or "女" && (HasCueAfter(reading.End, NumberCues.Casualties, 4) || HasCueDirectlyBefore(reading.Start, NumberCues.Casualties));

    // 三个维度, 五大方面: the noun after the classifier names a set; 12个乡镇 are counted.
    private readonly bool NamesSetAfter(int at, bool isFew) =>
        TryUnitAt(At(at) == '大' ? at + 1 : Is(at, "明显") || Is(at, "主要") || Is(at, "不同") || Is(at, "重要") || Is(at, "关键") || Is(at, "核心") ? at + 2 : at, out var noun, out var end) && noun.Use == NumberUse.Set && end - at >= 2
        && (isFew || noun.Word[^1] is not ('省' or '份' or '市' or '县' or '区' or '镇' or '道' or '校'));

    // A、B和C三家股东: as many names before it as it counts.
    private readonly bool IsListedBefore(in Reading reading)
    {
        if (reading.Low < 2 || IsBoundary(At(reading.Start - 1)))
        {
            return false;
        }

        var (marks, joints) = (0, 0);
        var window = EndsAt(reading.Start, "等") ? ListedNameLength * (int)decimal.Min(reading.High, MostListed) : ListWindow;
        for (var at = reading.Start - 1; at >= Math.Max(_start, reading.Start - window) && _text[at] is not (',' or '。' or ';' or '!' or '?' or '\n' or ':'); at--)
        {
            marks += _text[at] == '、' ? 1 : 0;
            joints += _text[at] is '和' or '与' or '及' ? 1 : 0;
        }

        return marks > 0 && (marks + 1 == reading.Low || marks + joints + 1 == reading.Low || window > ListWindow && marks + 1 <= reading.Low && reading.Low <= marks + joints + 1) && !ListsFigures(Math.Max(_start, reading.Start - window), reading.Start);
    }

    // 共机17架次、共舰8艘及公务船3艘: figures of their own, not names.
    private readonly bool ListsFigures(int from, int to)
    {
        for (var at = to - 3; at >= from && _text[at] is not (',' or '。' or ';' or '!' or '?' or '\n' or ':'); at--)
        {
            if (char.IsAsciiDigit(_text[at]) && !char.IsAsciiDigit(_text[at + 1]) && TryUnitAt(at + 1, out _, out var unitEnd) && At(unitEnd) is '、' or '及' or '和' or '与')
            {
                return true;
            }
        }

        return false;
    }

    // 三家股东A、B、C: as many names after it.
    private readonly bool IsListedAfter(in Reading reading)
    {
        if (reading.Low is < 2 or > 10 || At(reading.End) == '、')
        {
            // 砍刀4把、汽油2桶、现金: a mark right behind the count closes its item.
            return false;
        }

        var marks = 0;
        for (var at = reading.End; at < Math.Min(_end, reading.End + 100) && _text[at] is not (',' or '。' or ';' or '!' or '?' or '\n' or ':'); at++)
        {
            marks += _text[at] == '、' ? 1 : 0;
            if (NumeralCharacters.IsNumeral(_text[at]) && (char.IsAsciiDigit(_text[at]) || (NumeralReader.TryRead(_text, _original, at, _end, out var figure) && TryUnitAt(figure.End, out _, out _))))
            {
                if (_text[at - 1] == '、' || HasCueDirectlyBefore(at, NumberCues.Casualties))
                {
                    // 2人死亡、5人受伤; 2人死亡、重伤5人: figures go on, not names.
                    return false;
                }

                break;
            }
        }

        return marks > 0 && marks + 1 == reading.Low;
    }

    private readonly SkipReason BareReason(in Reading reading)
    {
        var numeral = reading.Numeral;
        if (At(reading.Start - 1) == '每')
        {
            return SkipReason.Denominator;
        }

        if (At(reading.Start - 1) is '几' or '数' or '上' && numeral.HasImpliedOne)
        {
            return SkipReason.Vague;
        }

        if (HasCueDirectlyAfter(reading.End, NumberCues.Streak) || HasCueDirectlyBefore(reading.Start, NumberCues.Streak))
        {
            return SkipReason.Streak;
        }

        if (numeral.Form == NumeralForm.Chinese && numeral is { Length: 1, Low: 1, High: 1 })
        {
            return SkipReason.Idiom;
        }

        // iPhone 17, PCIe 5.0: a number after a Latin word.
        if (At(reading.Start - 1) == ' ' && char.IsAsciiLetter(At(reading.Start - 2)))
        {
            return SkipReason.Name;
        }

        // (601012), (300104,股吧), 000776.SZ.
        if (numeral is { Form: NumeralForm.Arabic, IntegerDigits: >= 4 and <= 6, FractionDigits: 0 } && (At(reading.Start - 1) is '(' or '情' or '码' || (At(reading.End) == '.' && char.IsAsciiLetter(At(reading.End + 1)))))
        {
            return SkipReason.Identifier;
        }

        return SkipReason.Bare;
    }

    // 老年人口3.1亿, 激活参数370亿: the nearest counted noun of the clause is the unit; 遇难人数升至164: so is what a number is said of.
    private readonly UnitEntry? FindCountedNounBefore(int at, bool isLarge)
    {
        UnitEntry? counted = null;
        var countedEnd = 0;
        var floor = !isLarge ? Math.Max(_floor, at - CueWindow) : Math.Max(_quantities.Count > _firstQuantity ? _quantities[^1].Extent.End : _start, at - NounWindow);
        for (var start = at - 1; start >= floor && !IsClauseEnd(_text[start]); start--)
        {
            if (!_lexicon.Units.TryLongest(_text[start..at], out var length, out var unit))
            {
                continue;
            }

            // 客户数 counts 客户, not 户; 中位数 counts nothing.
            var end = start + length;
            if ((isLarge || end == countedEnd) && (unit.Use == NumberUse.Noun && length >= 2 || unit.Word == "人次"))
            {
                if (unit.Word == "工人" && At(start - 1) is '员' or '职' or '民')
                {
                    // 员工|人数
                    continue;
                }

                return unit;
            }

            if (unit.Word is [_, '次'] && !_text[end..at].ContainsAnyExcept(Between))
            {
                // 求诊人次为6218
                return unit;
            }

            if (counted is null && unit.Use is NumberUse.Thing or NumberUse.Listing && end < at && _text[end] == '数' && At(start - 1) != '中')
            {
                (counted, countedEnd) = (unit, end);
            }
        }

        return counted ?? (isLarge && At(at - 1) is '已' or '共' or '约' or '达' or '长' or '加' or '少' or '为' or '至' or '到' or '增' or '减' or '升' or '降' or '量' or '数' or '上' ? FindPeopleBefore(at) : null);
    }

    // 投资者约3亿, 付费用户超过4000万: the noun stands before the number and its modifier, whatever the words for money in it.
    private readonly bool IsCountedNounNear(int at)
    {
        for (var end = at; end >= Math.Max(_floor, at - NearWindow) && end > _start && !IsClauseEnd(_text[end - 1]); end--)
        {
            for (var start = end - 2; start >= Math.Max(_floor, end - LongestNoun); start--)
            {
                if (_lexicon.Units.TryLongest(_text[start..end], out var length, out var unit) && length == end - start && unit.Use == NumberUse.Noun)
                {
                    return true;
                }
            }

            if (!Between.Contains(_text[end - 1]))
            {
                return false;
            }
        }

        return false;
    }

    // 病例482万，死亡257万: those whom it befell.
    private readonly UnitEntry? FindBefallenBefore(int at) =>
        EndsAt(at, "死亡") || EndsAt(at, "遇难") || EndsAt(at, "受伤") || EndsAt(at, "治愈") || EndsAt(at, "确诊") || EndsAt(at, "感染") || EndsAt(at, "失业") || EndsAt(at, "脱贫") || EndsAt(at, "受灾")
        ? _lexicon.Units.TryLongest("人", out _, out var people) ? people : null
        : null;

    // 网民规模持续增长，总量已达到10.32亿: a total or a change of those that the sentence counts.
    private readonly UnitEntry? FindPeopleBefore(int at)
    {
        for (var start = at - 1; start >= Math.Max(_start, at - PeopleWindow) && _text[start] is not ('。' or '!' or '?' or '\n' or ';'); start--)
        {
            if (_text[start] is '元' or '币')
            {
                return null;
            }

            if (_lexicon.Units.TryLongest(_text[start..at], out var length, out var unit) && unit is { Use: NumberUse.Noun, Word: [_, .., '口' or '民' or '户' or '客' or '众' or '员' or '生'] })
            {
                return unit;
            }
        }

        return null;
    }

    // 套现近9亿, 每坪80万: a large bare number after money words, with nothing counted after it.
    private readonly bool IsImpliedMoney(in Reading reading)
    {
        var after = At(reading.ExtentEnd);
        if (_lexicon.CuesAfter.TryLongest(_text[reading.ExtentEnd..Math.Min(_end, reading.ExtentEnd + 8)], out var length, out var found) && (found & NumberCues.Money) != 0)
        {
            // 1.7亿债权, 3亿资金; 3万投资者 are people.
            return At(reading.ExtentEnd + length) is not ('人' or '者' or '方' or '商' or '户' or '客' or '员' or '家');
        }

        return (IsBoundary(after) || after is '的' or '后' or '尚' or '仍' or '已' or '左' or '以' or '至' or '到' or '元' or '多' or '与' or '和' or '比' or '跟') && (HasCueBefore(reading.ExtentStart, NumberCues.Money, CueWindow) || HasCueDirectlyBefore(reading.Start, NumberCues.Money) || HasCueDirectlyBefore(reading.ExtentStart, NumberCues.Spends))
            || IsSpent(reading.ExtentStart, reading.ExtentEnd);
    }

    // 花3亿买下, 花3亿 at a clause's head: 花 alone may end the name of a flower (格桑花).
    private readonly bool IsSpent(int start, int end) =>
        (At(start - 1) == '花' || HasCueDirectlyBefore(start, NumberCues.Spends))
        && (HasCueDirectlyAfter(end, NumberCues.Spends) || IsBoundary(At(end)) && At(start - 1) == '花' && IsBoundary(At(start - 2)));
}
