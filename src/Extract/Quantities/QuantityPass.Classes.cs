using System.Buffers;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>Limits that only say which class is meant, and events that are named by a length (contract §1).</content>
internal ref partial struct QuantityPass
{
    // How far behind those counted the clause may say what became of them: 两人|经抢救无效|死亡.
    private const int MostBeforeFate = 20;

    // 两人|都, 两人|的; 其中两人, 至少有两人 are counted.
    private static readonly SearchValues<char> PeopleTakenUp = SearchValues.Create("的都皆均也仍还又才就只正曾已互");
    private static readonly SearchValues<char> PeoplePickedOut = SearchValues.Create("有中余另少约共达仅等成指含括及和的");

    // 收入2000万元以上的企业, 1.2米以下儿童, 不足六成者, 逾期30日以上, 凡月收入低于3万元的租屋族.
    private readonly bool NamesClass(in Reading reading)
    {
        var at = Math.Max(reading.ExtentEnd, reading.End);
        if (!reading.IsRange && EndsAt(at, "以下") && HasCueDirectlyAfter(At(at) == '的' ? at + 1 : at, NumberCues.Penalty))
        {
            // 处5万元以下罚款: what the law threatens.
            return true;
        }

        if (reading.Unit?.Dimension == Dimension.Money && HasCueDirectlyAfter(EndsAt(at, "以上") || EndsAt(at, "以下") ? at : At(at) == '的' ? at + 1 : at, NumberCues.PriceBand))
        {
            // 4000元至6000元价位段, 20万元级市场
            return true;
        }

        if (reading.Bound == Bound.Below && At(at) == '的' && At(at + 1) is '占' or '有' or '共' or '达' or '仅' && At(reading.ExtentStart) is '未' or '不')
        {
            // 执行未达8成的占78%: which of them.
            return true;
        }

        if (At(at) == '者' || IsHabitOfClass(reading.Start, at) || IsThreshold(reading))
        {
            return true;
        }

        if (reading.Bound is not (Bound.Above or Bound.Below) || reading.IsRange || reading.Unit!.Dimension is Dimension.Count or Dimension.Age or Dimension.Percent)
        {
            return false;
        }

        // 逾期30日以上: from when a rule applies.
        if (reading.Unit.Dimension == Dimension.Duration && at > reading.End && EndsAt(reading.Start, "逾期"))
        {
            return true;
        }

        var isAfter = at > reading.End;
        if (CountsClass(at, isAfter))
        {
            return true;
        }

        at += At(at) == '的' ? 1 : 0;
        return HasCueDirectlyAfter(at, NumberCues.ClassMember) && (isAfter || OpensWithEvery(reading.Start));
    }

    // 每天走7000步的成年人: who is meant.
    private readonly bool IsHabitOfClass(int start, int at)
    {
        if (At(at) != '的' || !(At(at + 1) == '人' && At(at + 2) is ',' or '、' or '中' || HasCueDirectlyAfter(at + 1, NumberCues.ClassMember)))
        {
            return false;
        }

        for (var i = start - 2; i >= Math.Max(_start, start - CueWindow) && !IsClauseEnd(_text[i]); i--)
        {
            if (_text[i] == '每' && _text[i + 1] is '天' or '日' or '周' or '晚')
            {
                return true;
            }
        }

        return false;
    }

    // 单笔消费满300元, 面临三项及以上的匮乏, 符合年收入低于120万元: from where a rule applies.
    private readonly bool IsThreshold(in Reading reading)
    {
        if (reading.Unit!.Dimension == Dimension.Money && !reading.IsRange && At(reading.Start - 1) == '满')
        {
            return true;
        }

        if (reading.Bound is not (Bound.Above or Bound.Below))
        {
            return false;
        }

        if (reading.Unit.Dimension == Dimension.Count && At(reading.End) is '及' or '或' && At(reading.End + 1) == '以')
        {
            return true;
        }

        for (var i = reading.ExtentStart - 1; i > Math.Max(_start, reading.ExtentStart - CueWindow) && !IsClauseEnd(_text[i]) && _text[i] != '的'; i--)
        {
            if (_text[i] == '合' && _text[i - 1] == '符')
            {
                return true;
            }
        }

        return false;
    }

    // 4级以上余震 6次, 超200毫米的有9个县: how many are of that class follows.
    private readonly bool CountsClass(int at, bool isAfter)
    {
        var digit = At(at) == '的' ? at + 1 : at;
        var having = At(digit) == '有' ? digit + 1 : digit;
        return char.IsAsciiDigit(At(having)) && (isAfter || having > digit) && At(having - 1) is not ('.' or ',');
    }

    // 恒指跌穿28000关, 国企指数新报10739, 紫外线指数是8: an index needs no unit.
    private readonly bool IsIndexLevel(in Reading reading)
    {
        if (reading.Numeral is not { Form: NumeralForm.Arabic, HasLargeScale: false } || char.IsAsciiLetter(At(reading.End)) || At(reading.End) is '天' or '日' or '周' && At(reading.End + 1) == '线')
        {
            return false;
        }

        var start = reading.ExtentStart;
        if ((reading.Low >= 100 || reading is { Low: >= 10, Numeral.FractionDigits: > 1 }) && (HasCueDirectlyBefore(start, NumberCues.IndexLevel) || HasCueDirectlyBefore(reading.Start, NumberCues.IndexLevel) || reading.Low >= 100 && HasCueDirectlyAfter(reading.ExtentEnd, NumberCues.IndexLevel)))
        {
            for (var at = start; at > Math.Max(_start, start - IndexWindow) && _text[at - 1] is not ('。' or '!' or '?' or '\n'); at--)
            {
                if (HasCueDirectlyBefore(at, NumberCues.Index))
                {
                    return true;
                }
            }

            return false;
        }

        if (FollowsIndexLevel(reading) || RepeatsIndexLevel(reading))
        {
            return true;
        }

        // 指数为50.3, 指数(PMI)为50.3, 指数从49.8升至: directly after the word for it.
        var isEarlier = At(start - 1) is '从' or '由' && IsEarlierLevel(reading);
        start -= isEarlier || At(start - 1) is '为' or '是' or '报' or '达' or '至' ? 1 : 0;
        start -= At(start - 1) is '升' or '降' or '跌' or '约' ? 1 : 0;
        var floor = Math.Max(_start, start - IndexWindow);
        var bracket = At(start - 1) == ')' ? _text[floor..start].LastIndexOf('(') : -1;
        var named = bracket < 0 ? start : floor + bracket;

        // 生产指数118.3: a fraction is no part of the index's name.
        return (start < reading.Start || reading.Numeral.FractionDigits > 0) && (EndsAt(named, "指数") || EndsAt(named, "PMI")) && (isEarlier || IsBoundary(At(reading.ExtentEnd)));
    }

    // PMI从49.8回升至|50.2: the level that the change from another one leads to.
    private readonly bool FollowsIndexLevel(in Reading reading) =>
        _quantities.Count > _firstQuantity && _quantities[^1] is { Dimension: Dimension.Points } earlier && At(earlier.Span.Start - 1) is '从' or '由'
        && earlier.Extent.End > reading.ExtentStart - LongestRise && At(reading.ExtentStart - 1) is '至' or '到' && IsBoundary(At(reading.ExtentEnd));

    // PMI报50.5，好过预期的50.4，上月为50.8: another reading of the index of the sentence, close to the one before.
    private readonly bool RepeatsIndexLevel(in Reading reading)
    {
        if (reading.Numeral!.FractionDigits == 0 || At(reading.ExtentStart - 1) is not ('为' or '报' or '的' or '至' or '到') || !IsBoundary(At(reading.ExtentEnd)))
        {
            return false;
        }

        for (var i = _quantities.Count - 1; i >= Math.Max(_firstQuantity, _quantities.Count - MostBetweenLevels); i--)
        {
            if (_quantities[i] is { Dimension: Dimension.Points } level)
            {
                return reading.Low > level.Low * LeastOfLevel && reading.Low < level.Low / LeastOfLevel;
            }
        }

        return false;
    }

    // A与B都已支持, 两款手机将同日开售: at the head of a later clause a small number stands for what was named, but for a fate of those counted.
    private readonly bool PointsBackFromHead(in Reading reading)
    {
        if (reading.Low > 4 || At(reading.Start - 1) is not (',' or '。') || HasCueAfter(reading.End, NumberCues.Casualties, 6))
        {
            return false;
        }

        for (var at = reading.End; at < Math.Min(_end, reading.End + 6) && !IsClauseEnd(_text[at]); at++)
        {
            if (_text[at] is '将' or '已' or '也' or '仍' or '同' or '皆' or '还')
            {
                return true;
            }
        }

        return false;
    }

    // 两人去年结婚 at the head of a clause, 将2人送医, 两人的婚事, 3人都: those named before, but for a fate of those counted.
    private readonly bool PointsAtPeople(in Reading reading)
    {
        var (before, after) = (At(reading.Start - 1), At(reading.End));
        if (reading.Unit!.Word != "人" || reading.Low is < 2 or > 4 || IsBoundary(after))
        {
            return false;
        }

        if (before is '将' or '把')
        {
            return true;
        }

        var isHead = before is ',' or '。' || before == ' ' && At(reading.Start - 2) == '。';
        return (isHead ? !FollowsPeople(reading) : before is '为' or '让' or '请' or '给' or '替' || PeopleTakenUp.Contains(after) && !PeoplePickedOut.Contains(before))
            && !HasCueAfter(reading.End, NumberCues.Casualties, MostBeforeFate);
    }

    // 拘捕5人，两人|涉嫌…: some of those who were counted in the clause before.
    private readonly bool FollowsPeople(in Reading reading) =>
        _quantities.Count > _firstQuantity && _quantities[^1] is { Dimension: Dimension.Count, Unit: "人" or "名" or "位" or "男" or "女" } before && before.Low > reading.Low && reading.Start - before.Span.End <= PeopleWindow;

    // 凡…者, 凡是…的, 对所有….
    private readonly bool OpensWithEvery(int at)
    {
        while (at > _start && !IsClauseEnd(_text[at - 1]))
        {
            at--;
        }

        return At(at) == '凡' || Is(at, "所有") || Is(at, "对所有");
    }

    // 二次临停, 二轮拍卖: which one; two are 两次.
    private readonly bool IsSecond(in Reading reading) =>
        reading.Numeral is { Length: 1, Low: 2 } && _text[reading.Numeral.Start] == '二' && reading.Unit!.Word is "次" or "轮" && At(reading.Start - 1) is not ('、' or '第' or '十');

    // 商务部等6部门印发, 两名知情人士透露: who does or says it, and no count of anything.
    private readonly bool NamesActors(in Reading reading) => reading.Unit!.Word switch
    {
        "部门" => At(reading.Start - 1) == '等' || IsBoundary(At(reading.Start - 1)) || At(reading.Start - 1) == '【',
        "名" or "位" => Is(reading.End, "知情人士") || Is(reading.End, "消息人士") || Is(reading.End, "业内人士") || Is(reading.End, "不愿具名"),
        _ => false,
    };
}
