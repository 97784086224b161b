using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>The value of another time that a change is set against: 毛利率较上季的4.1%上升0.2个百分点, 较9月的1850宗增加8.8%.</summary>
internal sealed class ComparedValueRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "compared-value";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        var floor = frame.Left.ClauseStart;
        if (IsOfAnotherTime(frame) && frame.CarryMetric(draft))
        {
            // 占比76%,超过上季的75%及去年同期的71%, 低于路透调查的77%: the same measure at another time, or as expected.
            var stated = frame.Previous!.Draft;
            draft.Kind = frame.IsPercent ? stated.Kind : null;
            (draft.Whole, draft.Basis) = (stated.Whole, stated.Basis);
            draft.Direction = stated is { Kind: ClaimKind.Change, IsLevelReached: false } ? stated.Direction : null;
            if (NameOfChange(row, row.After(floor - 1), floor) is >= 0 and var named)
            {
                frame.SetMetric(draft, named, Phrase.None);
            }

            return true;
        }

        if ((IsNextRival(frame) ? frame.Left.Noun : Rival(frame)) is { IsEmpty: false } rival && frame.CarryMetric(draft))
        {
            // 得分37.5%,高于乙模型的26.5%: what the other one has of the same measure.
            draft.Kind = frame.IsPercent ? frame.Previous!.Draft.Kind : null;
            QuantityFrame.SetSubject(draft, rival);
            draft.IsPart = true;
            return true;
        }

        var of = row.Before(frame.Token, floor);
        var isBare = of >= 0 && (row[of].Role == TokenRole.Time || row[of].Sense.Verb is { Role: VerbRole.Basis } || row.Word(of) is "前" && row.Before(of, floor) is var happened && happened >= 0 && row[happened].End == row[of].Start) && !frame.IsPercent && !frame.IsPoints && !frame.IsMultiple;
        if (of < 0 || !isBare && row[of].Role != TokenRole.Of || OpenerBefore(row, isBare ? frame.Token : of, floor) is not (>= 0 and var opener) || !IsFollowedByChange(frame))
        {
            return false;
        }

        var measured = row.Before(opener, floor) is var noun && noun >= 0 ? row.PhraseEndingAt(noun, floor) : Phrase.None;
        if (!measured.IsEmpty)
        {
            frame.SetMeasured(draft, measured);
        }

        if (draft.Metric is null && !frame.CarryMetric(draft) && frame.Previous?.Draft is { Metric: not null } before)
        {
            // 录得17宗成交,较上周20宗回落: what was done of both.
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (before.Metric, before.MetricSense, SlotSource.Sentence);
        }

        draft.Kind ??= frame.IsPercent && measured.IsEmpty && frame.Previous?.Draft.Kind is ClaimKind.Share ? ClaimKind.Share : null;

        return draft.Metric is not null;
    }

    /// <summary>The name that a clause sets what was measured before against: 高于|乙模型|的; empty for none.</summary>
    private static Phrase Rival(QuantityFrame frame)
    {
        var (left, row) = (frame.Left, frame.Row);
        return left is { IsPartOf: true, Noun.IsEmpty: false, Outer.IsEmpty: true } && !SubjectName.IsPublicBody(row, left.Noun.End - 1)
            && frame.Previous is { Draft: { Metric: not null, SubjectText: not null } } before && before.Clause == frame.Clause - 1 && before.Quantity.Dimension == frame.Quantity.Dimension
            && (row[left.Noun.Start].IsName || row[left.Noun.End - 1].Sense.Is(WordRoles.Market | WordRoles.Group) || !before.Draft.Subject.IsEmpty && row.Word(left.Noun.End - 1).SequenceEqual(row.Word(before.Draft.Subject.End - 1)))
            && row.Before(left.Noun.Start, left.ClauseStart) is var verb && verb >= 0 && Math.Max(row.StartOf(verb, ContextCue.Above), row.StartOf(verb, ContextCue.Below)) is >= 0 and var first
            && (row.Before(first, left.ClauseStart) is var lead && lead < 0 || row[lead].Role == TokenRole.Adverb)
            ? left.Noun
            : Phrase.None;
    }

    /// <summary>高于甲的29%、|乙|的9.2%: the next of those that are surpassed.</summary>
    private static bool IsNextRival(QuantityFrame frame) =>
        frame is { Left: { IsPartOf: true, Noun.IsEmpty: false } left, Previous: { Draft: { Rule: "compared-value", IsPart: true, Metric: not null } } before } && before.Clause == frame.Clause && before.Quantity.Dimension == frame.Quantity.Dimension
        && frame.Row.Before(left.Noun.Start, left.ClauseStart) is >= 0 and var mark && frame.Row[mark].Role == TokenRole.Listing && frame.Row.Before(mark, left.ClauseStart) == before.Token;

    /// <summary>超过|上季|的, or 及|去年同期|的 after such a value: another time of what was measured before; 低于|路透调查|的: what was expected of it.</summary>
    private static bool IsOfAnotherTime(QuantityFrame frame)
    {
        var (row, floor) = (frame.Row, frame.Left.ClauseStart);
        if (frame.Previous is not { Draft.Metric: not null } before || before.Clause < frame.Clause - 1 || before.Quantity.Dimension != frame.Quantity.Dimension
            || row.Before(frame.Token, floor) is not (>= 0 and var of) || row[of].Role != TokenRole.Of)
        {
            return false;
        }

        var at = row.Before(of, floor);
        at = at >= 0 && row.Word(at) is "中值" or "中位数" or "均值" && row.Is(row.Before(at, floor), ContextCue.Expectation) ? row.Before(at, floor) : at;
        var last = at;
        var isExpected = row.Is(at, ContextCue.Expectation);
        while (at >= 0 && (row[at].Role == TokenRole.Time || row[at].Sense.Verb is { Role: VerbRole.Basis } || isExpected && !row.SetsAgainst(at) && (at == last || row.IsNominal(at) || row[at].Role == TokenRole.Adverb)))
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && at < last && (row[at].Role == TokenRole.Listing ? before.Draft.Rule == "compared-value" && before.Clause == frame.Clause
            : Math.Max(row.StartOf(at, ContextCue.Above), row.StartOf(at, ContextCue.Below)) is >= 0 and var first && (row.Before(first, floor) is var lead && lead < 0 || row[lead].Role is TokenRole.Adverb or TokenRole.Conjunction || NameOfChange(row, lead, floor) >= 0));
    }

    /// <summary>升幅|高过预期的0.3%: the change before by its name, alone at the head of the clause; -1 for none.</summary>
    private static int NameOfChange(TokenRow row, int at, int floor)
    {
        at = row[at].Role == TokenRole.Adverb ? row.Before(at, floor) : at;
        return at >= 0 && row[at].Sense.Metric is { Kind: MetricKind.Change } && row.Before(at, floor) < 0 ? at : -1;
    }

    /// <summary>较上季|的, 较|9月|的: what opens the comparison; -1 where a time is not compared with.</summary>
    private static int OpenerBefore(TokenRow row, int of, int floor)
    {
        var at = row.Before(of, floor);
        if (at >= 0 && row[at].Sense.Verb is { Role: VerbRole.Basis } && row.Word(at) is ['较' or '比', _, ..])
        {
            return at;
        }

        if (at >= 0 && row.Word(at) is "前" && row.Before(at, floor) is var happened && happened >= 0 && row[happened].Role is TokenRole.Verb or TokenRole.Noun)
        {
            // 较休市|前|43.9元
            at = row.Before(happened, floor);
            return at >= 0 && row[at].Sense.Is(WordRoles.Compare) ? at : -1;
        }

        while (at >= 0 && (row[at].Role is TokenRole.Time or TokenRole.Localizer || row.IsOneOf(at, ContextCue.Reference, ContextCue.Expectation) || row.Is(at, ContextCue.WhoseFigure)))
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && at < row.Before(of, floor) && row.Word(at) is "较" or "比" or "相较" or "相较于" or "相比" ? at : -1;
    }

    /// <summary>True where a change verb or an adjective with another value follows in the clause.</summary>
    private static bool IsFollowedByChange(QuantityFrame frame)
    {
        var end = frame.Sentence.Clause(frame.Clause).End;
        var at = frame.Row.After(frame.Token, end);
        while (at >= 0 && (frame.Row[at].Role is TokenRole.Adverb or TokenRole.Particle || frame.Row.Word(at) is "为"))
        {
            at = frame.Row.After(at, end);
        }

        if (at < 0 || frame.Row[at].Role == TokenRole.Clause)
        {
            return OpensWithChange(frame, frame.Clause + 1);
        }

        return at >= 0 && (frame.Row[at].Sense.Verb is { Role: VerbRole.Change or VerbRole.Reach } || frame.Row[at].Role == TokenRole.Adjective || frame.Row.Word(at) is "多" or "少" or "高" or "低");
    }

    /// <summary>较去年同期的5亿元，增加60%: true where a clause opens with a change or its name, and its size.</summary>
    private static bool OpensWithChange(QuantityFrame frame, int clause)
    {
        if (clause >= frame.Sentence.ClauseCount)
        {
            return false;
        }

        var (row, tokens) = (frame.Row, frame.Sentence.Clause(clause));
        var at = row.After(tokens.Start - 1, tokens.End);
        if (at < 0 || row[at].Sense.Verb is not { Role: VerbRole.Change, Direction: not null } && row[at].Sense.Metric is not { Kind: MetricKind.Change })
        {
            return false;
        }

        at = row.After(at, tokens.End);
        at = at >= 0 && row[at].Role == TokenRole.Adverb ? row.After(at, tokens.End) : at;
        return at >= 0 && row[at].Role == TokenRole.Quantity;
    }
}
