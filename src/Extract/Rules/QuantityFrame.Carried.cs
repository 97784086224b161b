using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <content>Takes over what was measured before.</content>
internal sealed partial class QuantityFrame
{
    /// <summary>Takes the metric over from what was measured before in the sentence.</summary>
    /// <returns>False when nothing was.</returns>
    public bool CarryMetric(ClaimDraft draft)
    {
        var bound = Sentence.Bound.Count - 1;
        while (bound >= 0 && Sentence.EarlierTokens.Contains(Sentence.Bound[bound].Token))
        {
            // …预算, 将由3亿元扩大一倍: an earlier value measures what its later one does.
            bound--;
        }

        if (bound >= 0 && Left.Change >= 0 && Sentence.Bound[bound].Draft.Rule is "dealing" && Row.Word(Left.Change).IndexOfAny('涨', '跌') >= 0)
        {
            // 收购海川科技20%股权，海川科技涨5%: a price rises, not a stake.
            return false;
        }

        if (Left is { Change: >= 0, Noun.IsEmpty: true } && Sentence.Topic(Clause) is { Metric.IsEmpty: false } own && own.Metric.End <= Left.Change && Sentence.MetricIn(own.Metric) is not null && (bound < 0 || Sentence.Bound[bound].Token < own.Metric.Start))
        {
            // 物业发展利润亦因多个项目入账而增1.3倍: what the clause itself opens with.
            SetMetric(draft, own.Metric, SlotSource.Sentence);
            return true;
        }

        var settled = bound < 0 ? -1 : Sentence.Bound[bound].Clause;
        for (var clause = Clause - 1; clause > settled; clause--)
        {
            if (Sentence.Topic(clause) is { Metric.IsEmpty: false } topic && !RisesByItself(draft) && !(bound >= 0 && IsPercent && Left is { Change: >= 0, Noun.IsEmpty: true } && Sentence.MetricIn(topic.Metric) is { Id: "growth_rate" } && SaysTheSame(clause)))
            {
                // 按月升0.3%，升幅与1月相同，按年升2.5%: what rises is not how much it rose.
                SetMetric(draft, topic.Metric, SlotSource.Sentence);
                if (IsPercent && !topic.Place.IsEmpty && draft.MetricSense?.Kind is MetricKind.MarketShare or MetricKind.Share)
                {
                    draft.Whole ??= Sentence.Text(topic.Place);
                }

                return true;
            }
        }

        if (settled < Clause - 1 && Predicated(Clause - 1) is { IsEmpty: false } described)
        {
            // 质押率很高,超过90%; 专利数量庞大,高达13万项: what an adjective was said of.
            SetMetric(draft, Row.Part(described, hasOwner: false) is { Metric.IsEmpty: false } parts ? parts.Metric : described, SlotSource.Sentence);
            return true;
        }

        if (Previous is null && Sentence.IsBreakdown && Sentence.Antecedents.Measured is { } whole)
        {
            // …价格上涨0.4%。其中，城市上涨0.5%: the parts of what the sentence before measured.
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (whole.Text, whole.Sense, SlotSource.Discourse);
            return true;
        }

        var last = Sentence.Bound.Count - 1;
        while (last > 0 && Row.IsBracketedOff(Sentence.Bound[last].Token, Token))
        {
            // 售价199元(不含20元邮费)，比上月涨5元: what a bracket adds goes no further.
            last--;
        }

        while (last > 0 && Sentence.Bound[last] is { Draft.Metric: { } verb } former && former.Clause == Clause && Left.Change >= 0 && Row.Word(Left.Change).SequenceEqual(verb) && Sentence.EarlierTokens.Contains(former.Token))
        {
            // 贷款利率从3.45%降至3.1%，三年期从4.2%降至3.6%: its own earlier value, which nothing measures.
            last--;
        }

        while (last > 0 && Left.Change >= 0 && Sentence.Bound[last] is { Draft.MetricSense: null } stated && stated.Clause == Clause && Sentence.EarlierTokens.Contains(stated.Token))
        {
            // 小白菜从18元降至16元、莴苣从43元降至42元: nor what its own earlier value was said of.
            last--;
        }

        var fallen = last;
        while (fallen > 0 && Left.Change >= 0 && Sentence.Bound[fallen].Draft.MetricSense?.Id == "growth_rate")
        {
            fallen--;
        }

        if (fallen >= 0 && Sentence.Bound[fallen].Draft is { Metric: not null, MetricSense.Id: not "growth_rate" })
        {
            // 跌幅最深, 达31%, 高雄减少18%: what fell is named before the fall.
            last = fallen;
        }

        while (last > 0 && Sentence.Bound[last].Draft.Kind is ClaimKind.Share && !(IsPercent || IsPoints || IsMultiple) && Sentence.Bound[last - 1].Quantity.Dimension == Quantity.Dimension)
        {
            // 人口达3亿，占总人口的21%，…达2亿: a number of people after a share of them.
            last--;
        }

        while (last >= 0 && !(IsPercent || IsPoints || IsMultiple) && Quantity.Dimension != Dimension.None && Sentence.Bound[last].Draft.Metric is [.., '占', '比'] or [.., '份', '额'] or [.., not '汇', '率'] or [.., '比', '例' or '重'])
        {
            // 占收入的13%，明年将达到500亿美元: a share is no measure of an amount.
            last--;
        }

        while (last > 0 && IsPoints && Sentence.Bound[last].Quantity.Dimension is not (Dimension.Percent or Dimension.PercentagePoint or Dimension.BasisPoint) && Sentence.Bound[last].Clause < Clause && Sentence.Bound[last - 1].Clause >= Clause - 2)
        {
            // 失业率5.1%，失业人口80万人，较上月高0.2个百分点: what is stated in percent.
            last--;
        }

        if (last > 0 && IsPercent && Left.Change >= 0 && Sentence.Bound[last].Draft is { Kind: ClaimKind.MarketShare, Direction: null } && Sentence.Bound[last - 1] is { Quantity.Dimension: Dimension.Count or Dimension.Money, Draft.Metric: not null })
        {
            // 出货量5190万台，市场份额14.7%，同比下滑22%: a share of a market grows by points, what was sold by percent.
            last--;
        }

        if (last >= 0 && Sentence.Bound[last].Draft.MetricSense?.Id == "growth_rate" && !(IsPercent || IsPoints || IsMultiple))
        {
            // 跌幅为0.5%；…上涨1.3点: a rate of change is no measure of an amount.
            return false;
        }

        if (last >= 0 && Quantity.Dimension == Dimension.Count && Sentence.Bound[last] is { Quantity.Dimension: Dimension.Money, Draft.MetricSense.IsCountable: false } paid && Row.HasPartMark(paid.Token, Token))
        {
            // 损失7亿元，其中网购骗案有1万宗: money counts nothing.
            return false;
        }

        if (last >= 0 && Left.Change >= 0 && IsPercent && Sentence.Bound[last] is { Draft.Rule: "relative-clause", Quantity.Dimension: Dimension.Area or Dimension.Length or Dimension.Mass })
        {
            // 面积400平方呎的单位，按月升1.5%: their size says which, and does not grow.
            return false;
        }

        if (last >= 0 && Sentence.Bound[last].Quantity.Dimension is var led && (Quantity.Dimension == Dimension.Points && led == Dimension.Money || Quantity.Dimension == Dimension.Money && led == Dimension.Points))
        {
            // 成交额825亿元，国企指数报10537点: no money is counted in points.
            return false;
        }

        if (last >= 0 && Left is { Change: >= 0, IsReached: false } && Sentence.Bound[last].Clause < Clause && Quantity.Dimension is Dimension.Points or Dimension.Money
            && Sentence.Bound[last].Quantity.Dimension is Dimension.Points or Dimension.Money or Dimension.Count && Sentence.Bound[last].Quantity.Dimension != Quantity.Dimension)
        {
            // 爆出3万张卖单，终场跌10元; 卖超200亿元，终场涨69点: another thing that changed.
            return false;
        }

        if (last >= 0 && !IsOfOneSort(Sentence.Bound[last].Quantity))
        {
            // 座位1800个，藏书65万册; 积雪深度1公分；最低零下6度; 面积520平方尺，减价70万: what is measured otherwise is another thing.
            return false;
        }

        if (last >= 0 && Sentence.Bound[last].Draft is { MetricSense: null, Metric: { } moved } && moved.IndexOfAny(['涨', '跌']) >= 0
            && (Left.Change >= 0 ? Row.Word(Left.Change).IndexOfAny('涨', '跌') >= 0 : !(IsPercent || IsPoints || IsMultiple) && Sentence.Bound[last].Clause < Clause))
        {
            // 希捷科技跌5%，恩捷转债涨4%: each by a verb of its own; 沪指跌1%，失守3000点: and no level is a rise.
            return false;
        }

        if (last < 0 || Sentence.Bound[last].Draft is not { Metric: { } metric, IsMetricVerb: false } previous)
        {
            return false;
        }

        (draft.Metric, draft.MetricSense, draft.MetricSource) = (metric, previous.MetricSense, SlotSource.Sentence);
        if (IsPercent && (previous.MetricSense?.Kind is MetricKind.MarketShare or MetricKind.Share || previous.Rule == "part-of-group" && Left.Change < 0))
        {
            draft.Whole ??= previous.Whole;
            draft.Kind ??= previous.Rule == "part-of-group" ? ClaimKind.Share : null;
        }

        return true;
    }

    /// <summary>升幅与1月相同: true where the clause ends by saying that what it is about is as it was.</summary>
    private bool SaysTheSame(int clause)
    {
        var (start, end) = (Sentence.Clause(clause).Start, Sentence.Clause(clause).End);
        var last = Row.Before(end, start);
        last = last >= 0 && Row[last].Role == TokenRole.Clause ? Row.Before(last, start) : last;
        return Row.Is(last, ContextCue.SetBeside);
    }

    /// <summary>贵金属跌幅居前，钯金跌5%; 国际油价跳水，原油期货大跌10%: what a thing or a company by its name does, whatever the clause before spoke of; 房价普涨，北京涨5% is of what it has.</summary>
    private bool RisesByItself(ClaimDraft draft) =>
        IsPercent && Left.Change >= 0 && Row.Word(Left.Change).IndexOfAny('涨', '跌') >= 0 && !draft.Subject.IsEmpty && draft.Subject.End <= Left.Change && Row.PhraseEndingAt(draft.Subject.End - 1, Left.ClauseStart) is var owner
        && !owner.IsEmpty && Row[owner.End - 1] is { Role: TokenRole.Noun } head && !head.Sense.Is(WordRoles.Region | WordRoles.Generic | WordRoles.Site) && head.Tag is not "ns" && head.Sense.Entity?.Type is not EntityType.Place
        && (head.IsName || head.Sense.Is(WordRoles.Good) || Row.IsGoods(owner.End - 1));

    /// <summary>True where this value can be one of what <paramref name="before"/> measured: in one dimension, and counted in one unit; a part, a multiple and, but for <see cref="IsIncomparable"/>, what changes may be of anything.</summary>
    private bool IsOfOneSort(Quantity before) =>
        IsPercent || IsPoints || IsMultiple || before.Dimension is Dimension.Percent or Dimension.PercentagePoint or Dimension.Multiple
        || (Left.Change >= 0 && !IsIncomparable(before.Dimension)) || before.Dimension == Quantity.Dimension && (Quantity.Dimension != Dimension.Count || before.Unit == Quantity.Unit || Left.Noun.IsEmpty || IsOfPeople(before.Unit) && IsOfPeople(Quantity.Unit));

    /// <summary>No depth has degrees, and no area a price.</summary>
    private bool IsIncomparable(Dimension before) =>
        Quantity.Dimension == Dimension.Temperature && before is Dimension.Length or Dimension.Mass || Quantity.Dimension == Dimension.Money && before is Dimension.Length or Dimension.Area;

    /// <summary>Counts people, or things by a noun of their own (旅客, 订单).</summary>
    private static bool IsOfPeople(string unit) => unit is "人" or "名" or "位" or "人次" or "户" || unit.Length > 1;

    /// <summary>The noun phrase that <paramref name="clause"/> ends by calling high, large or the like; empty where it does not, and where that is no measure.</summary>
    private Phrase Predicated(int clause)
    {
        var tokens = Sentence.Clause(clause);
        var at = Row.Before(tokens.End, tokens.Start);
        at = at >= 0 && Row[at].Role == TokenRole.Clause ? Row.Before(at, tokens.Start) : at;
        if (at < 0 || Row[at] is not { Role: TokenRole.Adjective, Tag: "a" } || Left is not { Noun.IsEmpty: true, Action: < 0, Change: < 0, Share: < 0 })
        {
            return Phrase.None;
        }

        do
        {
            at = Row.Before(at, tokens.Start);
        }
        while (at >= 0 && Row[at].Role is TokenRole.Adverb or TokenRole.Adjective);
        var noun = at < 0 || Row[at].Role != TokenRole.Noun ? Phrase.None : Row.PhraseEndingAt(at, tokens.Start);
        return !noun.IsEmpty && (HeadMetric(noun) is not null || Row.LooksLikeMetric(noun.End - 1)) ? noun : Phrase.None;
    }
}
