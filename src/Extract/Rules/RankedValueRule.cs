using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>The value of what comes first or next by a measure: 户数以新北市178万户最多，其次为高雄市121万户; 失业率最高的是台东县4.1%.</summary>
internal sealed class RankedValueRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "ranked-value";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        var floor = frame.Left.ClauseStart;
        var at = row.Before(frame.Token, floor);
        var change = -1;
        while (at >= 0 && (row[at].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Of || row[at] is { Role: TokenRole.Verb, Sense.Verb.Role: VerbRole.Level or VerbRole.Change or VerbRole.Reach } && row.Word(at) is not ("为" or "是")))
        {
            change = row[at].Sense.Verb is { Role: VerbRole.Change } ? at : change;
            at = row.Before(at, floor);
        }

        var owner = at < 0 ? Phrase.None : row.PhraseEndingAt(at, floor);
        if (owner.IsEmpty || row[owner.End - 1].Sense.Metric is { IsCountable: false } || row.LooksLikeMetric(owner.End - 1) || change >= 0 && row.Before(owner.Start, floor) is var mark && (mark < 0 || row.Word(mark) is not "以"))
        {
            return false;
        }

        var left = row.Before(owner.Start, floor);
        var isRankedAfter = IsRankedAfter(frame);
        if (left >= 0 && row.Word(left) is "以" && isRankedAfter)
        {
            Measure(frame, draft, row.Before(left, floor), floor);
        }
        else if (left >= 0 && row.Word(left) is "为" or "是" or "系" && RankBefore(row, left, floor) is var rank && rank >= 0)
        {
            var last = row.IsExtreme(rank) ? row.Before(rank, floor) : -1;
            if (last >= 0 && row[last].Sense.Verb is { Role: VerbRole.Change, Direction: { } way } && row.Before(last, floor) is var grown && grown >= 0 && row.PhraseEndingAt(grown, floor) is { IsEmpty: false } changed)
            {
                // 人口减少最多为金门县2.99%: what changed most, and by how much.
                frame.SetMetric(draft, changed);
                (draft.Kind, draft.Direction) = (frame.IsPercent || frame.IsPoints ? ClaimKind.Change : null, way);
            }
            else
            {
                Measure(frame, draft, last, floor);
                if (last < 0 && frame.IsPercent && frame.Previous is { Draft: { Rule: "ranked-value", Kind: ClaimKind.Change, Direction: { } same } })
                {
                    (draft.Kind, draft.Direction) = (ClaimKind.Change, same);
                }
            }
        }
        else if (left >= 0 && (row[left].Sense.Is(WordRoles.Respectively) ? left : row.Word(left) is "为" or "是" or "由" ? row.Before(left, floor) : -1) is >= 0 and var order && row[order].Sense.Is(WordRoles.Respectively))
        {
            // 用户数依序为甲公司1200万户、乙公司900万户
            Measure(frame, draft, row.Before(order, floor), floor);
        }
        else if (left >= 0 && row[left].Role == TokenRole.Listing && frame.Previous is { Draft: { Rule: "ranked-value", Metric: not null } } listed && listed.Clause == frame.Clause && listed.Quantity.Dimension == frame.Quantity.Dimension && row.Before(left, floor) == listed.Token)
        {
            frame.CarryMetric(draft);
            draft.Kind = listed.Draft.Kind;
        }
        else if (isRankedAfter && frame.Previous is { Draft: { Rule: "ranked-value", Metric: not null } } previous && previous.Quantity.Dimension == frame.Quantity.Dimension)
        {
            // …以金融业9.8万元最高，餐饮业3.5万元最低
            frame.CarryMetric(draft);
        }
        else
        {
            return false;
        }

        if (draft.Metric is null)
        {
            return false;
        }

        QuantityFrame.SetSubject(draft, owner);
        if (change >= 0 && frame.SenseAt(change).Verb is { Direction: { } direction } && (frame.IsPercent || frame.IsPoints))
        {
            (draft.Kind, draft.Direction) = (ClaimKind.Change, direction);
        }

        return true;
    }

    /// <summary>Names what is measured by the noun phrase that ends at or before <paramref name="at"/>; what was measured before where there is none.</summary>
    private static void Measure(QuantityFrame frame, ClaimDraft draft, int at, int floor)
    {
        while (at >= 0 && frame.Row[at].Role is TokenRole.Adverb or TokenRole.Localizer or TokenRole.Skipped)
        {
            at = frame.Row.Before(at, floor);
        }

        var measure = at < 0 ? Phrase.None : frame.Row.PhraseEndingAt(at, floor);
        if (!measure.IsEmpty && (frame.HeadMetric(measure) is not null || frame.Row.LooksLikeMetric(measure.End - 1) || frame.Quantity.Dimension == Quantities.Dimension.Count && frame.Previous is null))
        {
            frame.SetMetric(draft, frame.Row.Part(measure, hasOwner: true) is { Metric.IsEmpty: false } parts ? parts.Metric : measure);
        }
        else
        {
            frame.CarryMetric(draft);
        }
    }

    /// <summary>The token of 最高, 其次 or the like before the copula at <paramref name="copula"/>, past 者, 的 and the sort of those ranked (最高的地区是); -1 for none.</summary>
    private static int RankBefore(TokenRow row, int copula, int floor)
    {
        var passed = 0;
        for (var at = row.Before(copula, floor); at >= 0 && passed < 4; at = row.Before(at, floor), passed++)
        {
            if (row.IsExtreme(at) || row.Is(at, ContextCue.RanksNext))
            {
                return at;
            }

            if (row[at].Role is not (TokenRole.Of or TokenRole.Noun or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Particle))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>True where 最多, 居冠 or the like follows the value in its clause.</summary>
    private static bool IsRankedAfter(QuantityFrame frame)
    {
        var next = frame.Row.After(frame.Token, frame.Sentence.Clause(frame.Clause).End);
        if (next >= 0 && frame.Row.Word(next) is "为" or "居" or "占" or "是")
        {
            next = frame.Row.After(next, frame.Sentence.Clause(frame.Clause).End);
        }

        return next >= 0 && (frame.Row.IsExtreme(next) || frame.Row.IsOneOf(next, ContextCue.RanksFirst, ContextCue.RanksNext));
    }
}
