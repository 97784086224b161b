using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>The amount of a change, or the level that one reached: 营收同比增长12%, 降至3.0%, 增加水电装机61万千瓦, 比H200便宜近40%.</summary>
/// <remarks>A percentage, points or a multiple is a <c>change</c>; an amount keeps its kind and gets the direction. 增长N倍 results in N+1 times; 增至N倍 in N.</remarks>
internal sealed class ChangeRule : IBindingRule
{
    private static readonly System.Buffers.SearchValues<char> Falling = System.Buffers.SearchValues.Create("跌降减缩衰折贬");

    /// <inheritdoc/>
    public string Id => "change";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (CountsByWhatTheyDo(frame))
        {
            // 营收成长公司530家,衰退公司531家: those of which it is true.
            frame.SetMetric(draft, new Phrase(left.Outer.IsEmpty || left.Outer.End != left.Change ? left.Change : frame.Row.Part(left.Outer, hasOwner: true).Metric.Start is var own && own >= left.Outer.Start ? own : left.Change, left.Noun.End));
            return true;
        }

        if (AttributiveRateRule.Target(frame) is not null)
        {
            return false;
        }

        var isBare = left.Basis is not null && (frame.IsPercent || frame.IsPoints);
        var afterMetric = frame.HeadMetric(left.Noun) is { Kind: MetricKind.Change };
        var beforeNoun = frame.HeadMetric(frame.Right.Noun) is { Kind: MetricKind.Change } || !frame.Right.Noun.IsEmpty && NounDirection(frame, frame.Right.Noun) is not null;
        var ratio = frame.IsPercent || frame.IsPoints || frame.IsMultiple;
        var comparative = left.Change < 0 ? ComparisonReader.Predicate(frame.Sentence, left.ClauseStart, frame.Token, ratio, out var predicate) : Predicate(left, out predicate);
        if (left.Change < 0 && comparative is null && !(ratio && (isBare || afterMetric && left.Share < 0 || beforeNoun)) && !frame.IsPoints)
        {
            if (!left.IsReached || !ReachedAfterChange(frame))
            {
                return false;
            }
        }

        if (ratio && comparative is not null && predicate == left.Noun.End - 1)
        {
            // 价格|高两成: the adjective is no part of what is measured.
            left.Noun = new Phrase(left.Noun.Start, predicate);
        }

        var verb = frame.SenseAt(left.Change).Verb;
        draft.Direction = verb?.Direction ?? comparative;
        draft.Basis = left.Basis ?? verb?.Basis;
        if (frame.Quantity.Dimension == Dimension.Duration && predicate >= 0 && frame.Row.Word(predicate)[0] is '快' or '早' or '慢' or '晚')
        {
            // 比纪录快0.2秒: what takes less time.
            draft.Direction = frame.Row.Word(predicate)[0] is '快' or '早' ? ChangeDirection.Down : ChangeDirection.Up;
        }

        frame.Note(draft, left.Change);
        if (ComparisonReader.Basis(frame.Sentence, left.ClauseStart, predicate) is { } compared)
        {
            draft.Basis = draft.Basis is null || compared is "yoy" or "pop" ? compared : draft.Basis;
        }

        for (var i = frame.Right.Noun.Start; beforeNoun && draft.Basis is null && i < frame.Right.Noun.End; i++)
        {
            // 12%的同比增长
            draft.Basis = frame.SenseAt(i).Verb is { Role: VerbRole.Basis } relative ? relative.Basis : null;
        }

        draft.Basis ??= ComparisonReader.BasisBefore(frame.Sentence, frame.Clause) ?? RestatedBasis(frame, draft) ?? ComparedBasis(frame);
        var reachesReference = frame.IsMultiple && left is { ChangeTakesNoun: true, IsPartOf: true, Outer.IsEmpty: false } && verb is { Role: VerbRole.Reach };
        if (reachesReference)
        {
            // 价格飙升至原价的3倍: the multiple of what stands between.
            draft.Basis = frame.Sentence.Text(left.Noun);
            frame.SetMeasured(draft, left.Outer);
        }
        else
        {
            BindMeasured(frame, draft, afterMetric, beforeNoun && left.Change < 0);
        }

        draft.IsLevelReached = left.IsReached;
        draft.Direction ??= IsMargin(frame) ? null : DirectionOf(frame, draft);
        if (ratio && !(left.IsReached && (frame.IsPercent || frame.IsPoints)))
        {
            draft.Kind = ClaimKind.Change;
        }
        else if (frame.IsPercent && (draft.MetricSense is { Kind: MetricKind.Change } || left.Change >= 0 && draft.MetricSense is not { Kind: MetricKind.Rate } && frame.Row.Word(left.Change) is ['加', '快' or '速', ..] or ['放', '缓' or '慢', ..]))
        {
            // 盈利增长加快至一成八: only growth has a pace.
            draft.Kind = ClaimKind.Change;
        }

        if (frame.IsMultiple && !left.IsReached && !reachesReference && draft.Direction == ChangeDirection.Up && !frame.Quantity.IsChangeByItself)
        {
            (draft.Low, draft.High) = (draft.Low + 1, draft.High + 1);
        }

        if (draft.Basis is null && draft.Kind == ClaimKind.Change && frame.Previous is { Draft: { Kind: ClaimKind.Ratio, Basis: { } basis } } && basis is not ("yoy" or "pop"))
        {
            draft.Basis = basis;
        }

        return true;
    }

    /// <summary>True for a verb that takes no object before a bare word for firms and the like, and their number.</summary>
    private static bool CountsByWhatTheyDo(QuantityFrame frame) =>
        frame is { Quantity.Dimension: Dimension.Count, Left: { ChangeTakesNoun: true, IsReached: false, Level: < 0 } left } && left.Noun.End - left.Noun.Start == 1 && left.Noun.Start == left.Change + 1
        && frame.Row.Is(left.Change, ContextCue.Intransitive) && (frame.HeadIs(left.Noun, WordRoles.Generic | WordRoles.Site) || frame.Row.Word(left.Noun.Start) is "家数" or "个股" or "城市");

    /// <summary>比上年增加150.3亿斤，增长1.4%: the same change as a part, against the same thing.</summary>
    private static string? RestatedBasis(QuantityFrame frame, ClaimDraft draft) =>
        frame.IsPercent && frame.Left.Outer.IsEmpty && (frame.Left.Noun.IsEmpty || frame.HeadMetric(frame.Left.Noun) is { Id: "growth_rate" } && frame.Left.Noun.End - frame.Left.Noun.Start == 1)
        && frame.Previous is { Draft: { Direction: { } led, Basis: { } basis, IsLevelReached: false } } before && before.Clause == frame.Clause - 1
        && before.Quantity.Dimension is not (Dimension.Percent or Dimension.PercentagePoint or Dimension.BasisPoint or Dimension.Multiple) && (draft.Direction is null || draft.Direction == led)
            ? basis
            : null;

    /// <summary>较去年同期的5亿元，增加60%: what the clause before gives the earlier value of.</summary>
    private static string? ComparedBasis(QuantityFrame frame) =>
        frame.Left.Outer.IsEmpty && frame.Previous is { Draft.Rule: "compared-value" } earlier && earlier.Clause == frame.Clause - 1
            ? ComparisonReader.Basis(frame.Sentence, frame.Sentence.Clause(earlier.Clause).Start, earlier.Token)
            : null;

    /// <summary>误差为±3个百分点, 正负2.7%: to either side.</summary>
    private static bool IsMargin(QuantityFrame frame)
    {
        var before = frame.Row.Folded.AsSpan(0, frame.Quantity.Span.Start);
        return before is [.., '±'] or [.., '正', '负'] || frame.Row.Folded[frame.Quantity.Span.Start] == '±';
    }

    private static ChangeDirection? Predicate(Governor left, out int predicate)
    {
        predicate = left.Change;
        return null;
    }

    /// <summary>True for a common noun right before what is measured of it: 尿素|出厂价; neither a name (iPhone的价格, 台湾经济成长率) nor people nor what 的 parts from it.</summary>
    private static bool IsOfKind(QuantityFrame frame, Phrase owner)
    {
        for (var i = owner.Start; i < owner.End; i++)
        {
            if (frame.Row[i] is not { Role: TokenRole.Noun, Sense.Entity: null } noun || noun.Tag is not (['n'] or "vn" or "eng" or "v") || noun.Sense.Is(WordRoles.Region | WordRoles.Generic | WordRoles.Group | WordRoles.Title | WordRoles.Market))
            {
                return false;
            }
        }

        return !owner.IsEmpty && frame.Row[owner.End].Role != TokenRole.Of && !SubjectName.IsOrganisation(frame.Row, owner.End - 1);
    }

    private static void BindMeasured(QuantityFrame frame, ClaimDraft draft, bool afterMetric, bool beforeNoun)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (left.ChangeTakesNoun)
        {
            QuantityFrame.SetSubject(draft, left.Outer);
            frame.SetMeasured(draft, left.Noun);
            if (frame.SenseAt(left.Change).Metric is not null && frame.HeadMetric(left.Noun) is null && !left.Noun.IsEmpty)
            {
                // 减排二氧化碳2亿吨: the verb measures, the noun says what.
                frame.SetMetric(draft, left.Change, left.Noun);
                draft.Subject = Phrase.None;
                QuantityFrame.SetSubject(draft, left.Outer);
            }

            if (!left.Outer.IsEmpty && !IsNamed(frame, draft.Subject, left.Noun))
            {
                QuantityFrame.SetSubject(draft, left.Outer);
            }
        }
        else if (left.IsReached && frame.Quantity.Dimension == Dimension.Count && !right.Noun.IsEmpty && !left.Noun.IsEmpty && frame.HeadIs(left.Noun, WordRoles.Event) && frame.HeadMetric(left.Noun) is null)
        {
            // 地震增至3600人死亡: what happened is no measure.
            QuantityFrame.SetSubject(draft, left.Noun);
            frame.SetMetric(draft, right.Noun);
        }
        else if (!left.Noun.IsEmpty && frame.CountedHead(left.Noun) is { IsEmpty: false } counted)
        {
            // 公司旗下电动巴士增至310辆
            frame.SetMetric(draft, counted);
            QuantityFrame.SetSubject(draft, new Phrase(left.Noun.Start, counted.Start));
        }
        else if (!left.Noun.IsEmpty && right.IsLinked && !right.Noun.IsEmpty && !beforeNoun && frame.Row.OpenerOf(left.Noun.End - 1) >= 0)
        {
            // 在多座机场削减4%的航班数量: what is changed stands after the value, where before it.
            frame.SetMetric(draft, right.Noun);
            QuantityFrame.SetSubject(draft, left.Outer);
        }
        else if (afterMetric && left.Change < 0 && left.Noun.End - left.Noun.Start == 1 && frame.Row.Word(left.Noun.Start) is "变动" && frame.HeadMetric(left.Outer) is { Kind: not MetricKind.Change })
        {
            // 净利润预计环比变动5%: what the clause opens with.
            frame.SetMeasured(draft, left.Outer);
        }
        else if (!left.Noun.IsEmpty)
        {
            frame.SetMeasured(draft, left.Noun);
            if (left.IsDisposal && frame.Quantity.Dimension != Dimension.Count && IsOfKind(frame, draft.Subject))
            {
                // 化肥厂将尿素出厂价下调20元, 把芯片算力提升到80TOPS: what it sets is by whose kind it is named, and its own.
                frame.SetMetric(draft, left.Noun);
                draft.Subject = Phrase.None;
                QuantityFrame.SetSubject(draft, left.Outer);
            }
            else if (!left.Outer.IsEmpty && left.IsDisposal && NamedGoods(frame, draft.Subject) is { IsEmpty: false } goods)
            {
                QuantityFrame.SetSubject(draft, goods);
            }
            else if (!left.Outer.IsEmpty && left.IsDisposal && !(frame.Row.Word(left.Noun.End - 1) is [.., '预', '期' or '测' or '估'] or "目标价" && !draft.Subject.IsEmpty))
            {
                // 将中国经济增速预期上调至5%: who forecasts does not own what is forecast; 将医学中心家数增至10家: nor who only decides.
                if (draft.Subject.IsEmpty || !SubjectName.IsPublicBody(frame.Row, left.Outer.End - 1))
                {
                    QuantityFrame.SetSubject(draft, left.Outer);
                }
                else
                {
                    draft.IsSetApart = true;
                }
            }
            else if (draft.Subject.IsEmpty && !left.Outer.IsEmpty && frame.Row.Before(left.Outer.Start, left.ClauseStart) is var put && put >= 0 && frame.Row.Word(put) is "将" or "把" && SubjectName.HasName(frame.Row, left.Outer.Start, left.Outer.End))
            {
                // 将台湾今年经济成长率上修至3%: a time parts what is put first from whose it is.
                QuantityFrame.SetSubject(draft, left.Outer);
                draft.IsSetApart = true;
            }
        }
        else if (!left.Outer.IsEmpty)
        {
            frame.SetMeasured(draft, left.Outer);
        }
        else if (ComparisonReader.MeasureBefore(frame.Sentence, frame.Clause) is { IsEmpty: false } measured && frame.HeadMetric(measured) is not null)
        {
            // 净利润与上年同期相比，将减少6000万元: what the clause before sets beside another time.
            frame.SetMeasured(draft, measured);
        }

        if (afterMetric && left.Change < 0 && (left.Basis is not null || frame.Row.Before(left.Noun.Start, left.ClauseStart) is var reckoned && reckoned >= 0 && frame.Row.Word(reckoned) is "计算" or "换算" or "折算") && draft.Subject.IsEmpty && left.Noun.End - left.Noun.Start == 1 && frame.Previous is { Draft: { Rule: "change" or "metric-level" or "counted-noun" or "verb-object" or "contribution", Metric: not null, MetricSense: null or { Kind: not MetricKind.Change } } } before && before.Clause >= frame.Clause - 1)
        {
            // 产量增长6%，环比增幅达2%; 按年率计算降幅为1.8%: another reckoning of what was measured before.
            frame.CarryMetric(draft);
        }

        if (draft.Metric is null && left.Change >= 0 && right.IsLinked && (frame.HeadMetric(right.Noun) is { Id: "probability" } || !right.Noun.IsEmpty && frame.Row.Word(right.Noun.End - 1) is "可能性" or "预期"))
        {
            // 加息25个基点的概率: how likely the change is, which measures what it may.
            frame.SetMetric(draft, left.Change, Phrase.None);
            draft.IsMetricVerb = true;
        }

        if (draft.Metric is null && !right.Noun.IsEmpty && !right.IsLinked && !(frame.IsPercent || frame.IsPoints || frame.IsMultiple))
        {
            frame.SetMetric(draft, frame.HeadMetric(right.Noun) is null ? left.Change : -1, right.Noun);
        }
        else if (draft.Metric is null && right.IsLinked && frame.HeadMetric(right.Noun) is { Kind: not MetricKind.Change } && !beforeNoun)
        {
            frame.SetMetric(draft, right.Noun);
        }

        if (draft.Metric is null && frame.IsPercent && !right.IsLinked && frame.HeadMetric(right.Noun) is { Kind: MetricKind.Level } && right.Verb < 0)
        {
            // 削减两成宣传预算
            frame.SetMetric(draft, right.Noun);
        }

        if (draft.Metric is null && left.Action >= 0 && left.Change >= 0 && !left.ActionTakesNoun && frame.Row.Word(left.Action) is not ("转为" or "转"))
        {
            frame.SetMetric(draft, left.Action, Phrase.None);
        }

        if (draft.Metric is null && frame.SenseAt(left.Change).Metric is not null && !frame.IsMultiple)
        {
            // 降温14℃, 增收16000元: the verb names what it changes.
            frame.SetMetric(draft, left.Change, Phrase.None);
        }

        if (draft.Metric is not null)
        {
            return;
        }

        var dimension = frame.Quantity.Dimension;
        var isAmount = dimension is not (Dimension.Percent or Dimension.PercentagePoint or Dimension.BasisPoint or Dimension.Multiple);
        if (isAmount && left.Change >= 0 && !left.IsReached && frame.Row.Word(left.Change).Length >= 2 && frame.Previous is null)
        {
            frame.SetMetric(draft, left.Change, Phrase.None);
            draft.IsMetricVerb = frame.Quantity.Dimension is Dimension.Points;
        }
        else if (frame.IsIndex(draft.Subject) && left.Change >= 0 || !frame.CarryMetric(draft))
        {
            if (beforeNoun)
            {
                frame.SetMetric(draft, right.Noun);
            }
            else if (dimension == Dimension.Count && frame.ThingsIn(left.Noun) is { IsEmpty: false } things)
            {
                // 学位4.9万个，学童跌至3.8万人: those counted, where nothing was counted so before.
                frame.SetMetric(draft, things);
            }
            else if (left.Change >= 0)
            {
                frame.SetMetric(draft, left.Change, Phrase.None);
                draft.IsMetricVerb = true;
            }
        }
    }

    /// <summary>苹果将旗舰机型iPhone Pro的价格提高9%: the product by its name, which has a price of its own; empty where <paramref name="owner"/> ends in none.</summary>
    private static Phrase NamedGoods(QuantityFrame frame, Phrase owner)
    {
        var row = frame.Row;
        var (start, isNamed) = (owner.End, false);
        while (start > owner.Start && (row[start - 1].Role == TokenRole.Skipped || char.IsAsciiLetterOrDigit(row.Folded[row[start - 1].Start]) || row[start - 1].Sense.Entity?.Type == EntityType.Product))
        {
            start--;
            isNamed |= row[start].Role != TokenRole.Skipped && !char.IsAsciiDigit(row.Folded[row[start].Start]);
        }

        if (start < owner.End && start > owner.Start && row[start - 1].End == row[start].Start && row[start - 1] is { Role: TokenRole.Noun, Sense.Metric: null } brand && (brand.IsName || brand.End - brand.Start == 1))
        {
            // 小米|15, 秦|PLUS: the brand is part of the name.
            return new Phrase(start - 1, owner.End);
        }

        return isNamed ? new Phrase(start, owner.End) : Phrase.None;
    }

    /// <summary>下修台湾车市总量至41万辆: the object names its own owner.</summary>
    private static bool IsNamed(QuantityFrame frame, Phrase owner, Phrase within)
    {
        for (var i = owner.Start; i < owner.End; i++)
        {
            if (i >= within.Start && i < within.End && frame.Row[i].IsName)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>下调10个基点至3.0%: the level follows the change of the same clause.</summary>
    private static bool ReachedAfterChange(QuantityFrame frame) =>
        frame.Left.Previous >= 0 && frame.Previous is { Draft.Direction: not null } previous && previous.Token == frame.Left.Previous
        || frame.Sentence.EarlierOf.ContainsKey(frame.Token);

    private static ChangeDirection? DirectionOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Left.IsReached && frame.Previous is { Draft.Direction: { } direction } previous && previous.Token == frame.Left.Previous)
        {
            return direction;
        }

        foreach (var phrase in (ReadOnlySpan<Phrase>)[frame.Left.Noun, frame.Right.Noun])
        {
            if (!phrase.IsEmpty && NounDirection(frame, phrase) is { } named)
            {
                return named;
            }
        }

        if (draft.Basis is not null && frame.Left.Change >= 0 && frame.SenseAt(frame.Left.Change).Verb is { Role: VerbRole.Change, Direction: null })
        {
            // 较现时节省25分钟: less than what it is compared with.
            return ChangeDirection.Down;
        }

        return draft.Kind == ClaimKind.Change || frame.HeadMetric(frame.Left.Noun) is { Kind: MetricKind.Change } || draft.Basis is not null || frame is { IsPoints: true, Left: { Noun.IsEmpty: true, Level: < 0 } }
            ? frame.Quantity.Low < 0 ? ChangeDirection.Down : frame.Previous is { Draft: { Direction: { } carried, Kind: ClaimKind.Change } } && frame.Left.Noun.IsEmpty ? carried : ChangeDirection.Up
            : null;
    }

    /// <summary>涨幅 is up and 跌幅 down; 增长 and 下降 as nouns go by the verb table.</summary>
    private static ChangeDirection? NounDirection(QuantityFrame frame, Phrase phrase)
    {
        var last = phrase.End - 1;
        if (frame.SenseAt(last).Verb is { Role: VerbRole.Change or VerbRole.Reach, Direction: { } direction })
        {
            return direction;
        }

        if (frame.SenseAt(last).Metric is not { Kind: MetricKind.Change })
        {
            return null;
        }

        // 调幅, 变动率: which way the change before says.
        return frame.Row.Word(last).IndexOfAny(Falling) >= 0 ? ChangeDirection.Down
            : frame.Row.Word(last)[0] is '调' or '变' && frame.Previous is { Draft: { Rule: "change", Direction: { } led } } ? led : ChangeDirection.Up;
    }
}
