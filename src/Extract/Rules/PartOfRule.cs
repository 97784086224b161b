using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A part that 的 sets against its whole, without 占: 拿下市场的三成, 覆盖全国人口的95%; of a company's capital also without 的: 不超过公司总股本2%.</summary>
internal sealed class PartOfRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "part-of";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (!frame.IsPercent || !(left.IsPartOf || frame.IsCapital(left.Noun) && left.Share < 0 && left.Action < 0) || left.Noun.IsEmpty || left.Change >= 0 || frame.HeadMetric(left.Noun) is { Kind: MetricKind.Rate } || VerbObjectRule.IsOutdone(frame))
        {
            return false;
        }

        if (frame.IsDiscount || frame.HeadMetric(left.Noun) is { Id: "price" or "share_price" } or { Id: "scale" } && frame.Row.Word(left.Noun.End - 1)[^1] is '价' or '格' && frame.Quantity.Bound != Bound.Exact && !left.Outer.IsEmpty)
        {
            // 发行价格不低于均价的90%, 评估价的七折: set against another price, no part of it.
            draft.Kind = ClaimKind.Ratio;
            draft.Basis = frame.Sentence.Text(left.Noun);
            if (!left.Outer.IsEmpty)
            {
                frame.SetMeasured(draft, left.Outer);
            }

            return true;
        }

        draft.Kind = frame.HeadIs(left.Noun, WordRoles.Market) ? ClaimKind.MarketShare : ClaimKind.Share;
        draft.Whole = frame.Sentence.Text(left.Noun);
        QuantityFrame.SetSubject(draft, left.Outer);
        if (!frame.Right.Noun.IsEmpty)
        {
            frame.SetMetric(draft, frame.Right.Noun);
        }
        else if (left.Level >= 0 && (frame.HeadMetric(left.Outer) is not null || !left.Outer.IsEmpty && frame.Row.LooksLikeMetric(left.Outer.End - 1)))
        {
            // 减持数量不超过其持有股份总数的25%
            var of = frame.Row.Before(left.Outer.Start, left.ClauseStart);
            var isDealt = of >= 0 && frame.Row[of].Role == TokenRole.Verb && frame.SenseAt(of).Is(WordRoles.Trade) && frame.SenseAt(left.Outer.Start).Is(WordRoles.Ownership) && frame.Row[of].End == frame.Row[left.Outer.Start].Start;

            // 减持股份的数量 as well.
            var verb = isDealt ? of : of >= 0 && frame.Row[of].Role == TokenRole.Of ? frame.Row.Before(of, left.ClauseStart) : -1;
            draft.Subject = Phrase.None;
            if (verb >= 0 && frame.Row[verb].Role == TokenRole.Verb)
            {
                // 东山集团减持的股票数量
                frame.SetMetric(draft, new Phrase(verb, left.Outer.End));
                QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(frame.Row, verb, left.ClauseStart));
            }
            else
            {
                frame.SetMeasured(draft, left.Outer);
            }
        }
        else if (left.Action >= 0)
        {
            frame.SetMetric(draft, left.Action, frame.HeadMetric(left.Noun) is null or { Id: "ownership" } ? Phrase.None : new Phrase(left.Noun.End - 1, left.Noun.End));
        }
        else if (frame.HeadMetric(left.Noun) is { } head && (head.Id != "ownership" || !frame.CarryMetric(draft)))
        {
            frame.SetMetric(draft, new Phrase(left.Noun.End - 1, left.Noun.End));
        }

        return true;
    }
}
