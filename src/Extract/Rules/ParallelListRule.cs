using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>Values after 分别 belong to the things listed before, in order (<see cref="ParallelLists"/>).</summary>
internal sealed class ParallelListRule : IBindingRule
{
    private static readonly ShareOfWholeRule Share = new();

    /// <inheritdoc/>
    public string Id => "parallel-list";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Sentence.Lists.TryGetValue(frame.Token, out var item))
        {
            return false;
        }

        if (frame.IsPercent && frame.Left.Share >= 0 && (!item.Owner.IsEmpty || item.Back > 0 || !item.Metric.IsEmpty) && Share.TryBind(frame, draft))
        {
            // 3奈米和5奈米分别占销售额的23%和37%: 占 gives part and whole, the list whose it is.
            draft.SubjectText = null;
            TakeOwner(frame, draft, item);
            return true;
        }

        if (frame.IsPercent && !item.Owner.IsEmpty && frame.ListedStake is { } held)
        {
            // 甲、乙分别持有44%、2%的股权
            frame.SetMetric(draft, held.Verb, held.Stake);
            QuantityFrame.SetSubject(draft, item.Owner);
            draft.Kind = Model.ClaimKind.Share;
            draft.Whole = !held.Target.IsEmpty ? frame.Sentence.Text(held.Target) : frame.Previous?.Draft is { Kind: Model.ClaimKind.Share, Whole: { } before } ? before : null;
            return true;
        }

        if (frame.IsPercent && item.Back > 0 && frame.Sentence.Bound.Count >= item.Back && (frame.HeadMetric(frame.Left.Noun) is { Kind: MetricKind.Change } || frame.Left.IsListed && frame.Previous is { Draft: { Rule: "parallel-list", Kind: Model.ClaimKind.Change } } && frame.Sentence.Lists.ContainsKey(frame.Previous.Token)))
        {
            // 营收5亿元，净利润1亿元，同比变动分别为12%、-3%: how each value changed.
            var changed = frame.Sentence.Bound[^item.Back].Draft;
            (draft.Metric, draft.MetricSense, draft.MetricSource, draft.Kind) = (changed.Metric, changed.MetricSense, SlotSource.Pattern, Model.ClaimKind.Change);
            var isFirst = !frame.Left.Noun.IsEmpty;
            draft.Basis = isFirst ? frame.Left.Basis : frame.Previous?.Draft.Basis;
            draft.Direction = !isFirst ? ChangeSettlement.DirectionAfter(frame.Previous!) : frame.Row.Word(frame.Left.Noun.End - 1).IndexOfAny('跌', '降', '减') >= 0 ? Model.ChangeDirection.Down : Model.ChangeDirection.Up;
            TakeOwner(frame, draft, item);
            return true;
        }

        if (frame.IsPercent && frame.Left.IsListed && frame.Previous is { Draft.Kind: Model.ClaimKind.Share or Model.ClaimKind.MarketShare or Model.ClaimKind.RevenueShare } part && (!item.Owner.IsEmpty || item.Back > 0 || !item.Metric.IsEmpty && part.Draft.Metric == "占比") && frame.Sentence.Lists.ContainsKey(part.Token))
        {
            // 分别占总股本的0.3%、0.2%: a share of the same whole.
            (draft.Metric, draft.MetricSense, draft.MetricSource, draft.Kind, draft.Whole) = (part.Draft.Metric, part.Draft.MetricSense, SlotSource.Pattern, part.Draft.Kind, part.Draft.Whole);
            TakeOwner(frame, draft, item);
            return true;
        }

        if (item.Back > 0 && item.Metric.IsEmpty && frame.Sentence.Bound.Count >= item.Back)
        {
            var paired = frame.Sentence.Bound[^item.Back].Draft;
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (paired.Metric, paired.MetricSense, SlotSource.Pattern);
        }

        TakeOwner(frame, draft, item);
        if (item.Back > 0 && item.Metric.IsEmpty)
        {
            frame.Note(draft, frame.Left.Change);
        }
        else if (frame.Left.Change >= 0 && frame.Row.Word(frame.Left.Change) is "增值" or "减值" or "溢价")
        {
            // 交易价格…，分别增值1.1倍和2.6倍: by the valuation, whatever was measured before.
            frame.SetMetric(draft, frame.Left.Change, Phrase.None);
        }
        else if (!item.Metric.IsEmpty)
        {
            frame.SetMetric(draft, item.Metric);
            if (item.Head >= 0 && frame.SenseAt(item.Head).Metric is { } shared)
            {
                (draft.Metric, draft.MetricSense) = (draft.Metric + frame.Row.Word(item.Head).ToString(), shared);
            }
        }
        else if (MeasuredAfter(frame) is { IsEmpty: false } measured)
        {
            frame.SetMetric(draft, measured);
        }
        else if (frame.Previous is { } previous && frame.Sentence.Lists.ContainsKey(previous.Token) && previous.Draft.Metric is not null)
        {
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (previous.Draft.Metric, previous.Draft.MetricSense, SlotSource.Pattern);
        }
        else if (frame.Dealing is { } dealing)
        {
            // 分别以3亿元、2亿元收购, 各自增持该行股份3万股、2万股
            frame.SetMetric(draft, dealing.Verb, dealing.Stake);
        }
        else if (!frame.Left.Noun.IsEmpty && frame.Row.Part(frame.Left.Noun, hasOwner: true) is { Metric.IsEmpty: false } parts && frame.HeadMetric(frame.Left.Noun) is not null)
        {
            frame.SetMetric(draft, parts.Metric);
        }
        else if (frame.Left.Change >= 0 && frame.IsIndex(item.Owner))
        {
            // 道指与标普指数分别上涨0.2%与0.3%: what an index does.
            frame.SetMetric(draft, frame.Left.Change, Phrase.None);
        }
        else if (frame.Left.Action >= 0)
        {
            frame.SetMetric(draft, frame.Left.Action, frame.Right.Noun);
        }
        else if (!frame.CarryMetric(draft) && frame.Left.Change >= 0)
        {
            // 鸿海、广达分别跌掉2%、1%: what they do, where nothing was measured.
            frame.SetMetric(draft, frame.Left.Change, Phrase.None);
            draft.IsMetricVerb = true;
        }

        if (frame.SenseAt(frame.Left.Change).Verb is { } change)
        {
            draft.Direction = change.Direction;
            draft.Basis = frame.Left.Basis ?? ComparisonReader.BasisBefore(frame.Sentence, frame.Clause);
        }
        else if (frame.Previous is { } first && frame.Sentence.Lists.ContainsKey(first.Token))
        {
            draft.Direction = ChangeSettlement.DirectionAfter(first);
            draft.Basis = first.Draft.Basis;
            draft.Whole ??= first.Draft.Whole;
            if (first.Quantity.Dimension == frame.Quantity.Dimension && first.Draft.Kind is Model.ClaimKind.RevenueShare or Model.ClaimKind.MarketShare)
            {
                draft.Kind ??= first.Draft.Kind;
            }
        }

        if (frame.IsPercent && frame.Left.Contribute >= 0 && draft.MetricSense is { IsMoneyFlow: true })
        {
            // 分别贡献50%、19%及30%
            draft.Kind = Model.ClaimKind.RevenueShare;
            draft.Whole ??= draft.Metric;
        }

        if (frame.IsMultiple && draft.Direction == Model.ChangeDirection.Up && (frame.Left.Change >= 0 ? !frame.Left.IsReached : frame.Previous is { Draft.Kind: Model.ClaimKind.Change }))
        {
            // 分别上升1.5倍、3.3倍: by so much, to one more.
            draft.Kind = Model.ClaimKind.Change;
            (draft.Low, draft.High) = (draft.Low + 1, draft.High + 1);
        }

        draft.Basis ??= frame.Left.Basis;
        if (draft.Direction is not null && frame.IsPercent && !frame.Left.IsReached && draft.MetricSense?.Kind is not (MetricKind.Rate or MetricKind.Share or MetricKind.MarketShare))
        {
            draft.Kind = Model.ClaimKind.Change;
        }

        return true;
    }

    /// <summary>分别以19%、18%和14%的份额: the measure that 的 puts after the last value; empty for none.</summary>
    private static Phrase MeasuredAfter(QuantityFrame frame)
    {
        var (row, end, last) = (frame.Row, frame.Sentence.Clause(frame.Clause).End, frame.Token);
        while (row.After(last, end) is var mark && mark >= 0 && row[mark].Role == TokenRole.Listing && row.After(mark, end) is var next && next >= 0 && row[next].Role == TokenRole.Quantity)
        {
            last = next;
        }

        return row.After(last, end) is var of && of >= 0 && row[of].Role == TokenRole.Of && row.PhraseStartingAt(row.After(of, end), end) is { IsEmpty: false } noun && frame.HeadMetric(noun) is not null ? noun : Phrase.None;
    }

    /// <summary>Whose the value is: the item of the list, else whose the value was that it is paired with.</summary>
    private static void TakeOwner(QuantityFrame frame, ClaimDraft draft, ListItem item)
    {
        if (item.Owner.IsEmpty && item.Back > 0 && frame.Sentence.Bound.Count >= item.Back)
        {
            var paired = frame.Sentence.Bound[^item.Back].Draft;
            (draft.SubjectText, draft.Subject) = (paired.SubjectText, paired.Subject);
        }

        // 完工量、订单量分别占世界总量的47%和53%: what is measured is the part, where nobody has it.
        QuantityFrame.SetSubject(draft, item.Owner.IsEmpty && item.Back == 0 && draft.Metric == "占比" ? item.Metric : item.Owner);
    }
}
