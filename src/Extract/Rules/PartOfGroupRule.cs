using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A part of a group that is or does something: 全球50%的研究者是华人, 三成二受访者支持, 其中三分之二用于晶圆厂.</summary>
internal sealed class PartOfGroupRule : IBindingRule
{
    // Characters of a relative clause that can stand as a metric: 优先考虑民进党候选人 and its like.
    private const int LongestOpinion = 16;

    /// <inheritdoc/>
    public string Id => "part-of-group";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (frame.IsPercent && right.Noun.IsEmpty && right.Verb < 0 && left is { Change: < 0, Share: < 0, IsPartOf: false } && (left.Level >= 0 || frame.Quantity.Extent.Start < frame.Quantity.Span.Start) && OpinionOf(frame) is { IsEmpty: false } opinion)
        {
            // 支持同婚的民众有33.9%: those of whom it is a part, and what they hold.
            draft.Kind = ClaimKind.Share;
            (draft.Metric, draft.MetricSource, draft.IsMetricSettled, draft.IsPart) = (frame.Sentence.FoldedText(opinion), SlotSource.Pattern, true, true);
            QuantityFrame.SetSubject(draft, new Phrase(left.Noun.End - 1, left.Noun.End));
            return true;
        }

        if (frame.IsPercent && right.Noun.IsEmpty && right.Verb < 0 && left.Change < 0 && AnswerOf(frame) is { Length: > 0 } answer && AskedBefore(frame) is { } asked)
        {
            // 真正报案的却只有两成: those of the group before of whom it is true.
            (draft.Metric, draft.MetricSource, draft.IsMetricSettled, draft.Kind) = (answer, SlotSource.Pattern, true, ClaimKind.Share);
            (draft.SubjectText, draft.IsSubjectSettled, draft.Whole) = (asked, true, asked);
            return true;
        }

        if (frame.IsPercent && !right.Noun.IsEmpty && right.Verb >= 0 && frame.SenseAt(right.Verb).Verb is null && left.Level >= 0 && frame.Row.Word(left.Level)[0] is '获' && frame.Row.Before(frame.Token, left.ClauseStart) is var gained && SkipAdverbs(frame, gained) == left.Level)
        {
            // 候选人获四成一民众支持: who has the support, and of whom it is a part.
            (draft.Kind, draft.IsMetricSettled, draft.Whole) = (ClaimKind.Share, true, frame.Sentence.Text(right.Noun));
            QuantityFrame.SetSubject(draft, left.Noun.IsEmpty ? left.Outer : left.Noun);
            frame.SetPredicate(draft, right.Noun.End - 1);
            return true;
        }

        if (!frame.IsPercent || frame.IsDiscount || left.Change >= 0 || left.Share >= 0 || left.Contribute >= 0 || left.Action >= 0 && !frame.Row.IsPartMark(frame.Row.Before(frame.Token)) || left.IsPartOf
            || frame.HeadMetric(left.Noun) is not null || frame.HeadIs(right.Noun, WordRoles.Ownership) || !right.Noun.IsEmpty && (frame.Row.Word(right.Noun.End - 1)[^1] == '率' || frame.SenseAt(right.Noun.End - 1).Verb is { Role: VerbRole.Change }))
        {
            return false;
        }

        var noun = right.Noun;
        if (!noun.IsEmpty && noun.End - noun.Start == 1 && (frame.Row[noun.Start].Role == TokenRole.Number || frame.Row.Word(noun.Start) is ['第', ..]))
        {
            // 15.6%第三: how it ranks.
            return false;
        }

        var isSourced = !noun.IsEmpty && right.Verb >= 0 && !right.Object.IsEmpty && left.Preposition < 0 && frame.Row.Is(right.Verb, ContextCue.Destination) && frame.Row.Word(right.Verb).Length > 1;
        if (!isSourced && !noun.IsEmpty && frame.HeadMetric(noun) is { IsCountable: false } or { Id: "casualties" or "debt" } && CountedState.Measured(frame) is null)
        {
            return false;
        }

        if (noun.IsEmpty && (right.Verb < 0 || left.Preposition >= 0))
        {
            return false;
        }

        if (noun.IsEmpty && frame.HeadIs(left.Noun, WordRoles.Group) && left.Level >= 0 && frame.Row.Word(left.Level) is "有" or "约有" or "仅有" or "已有" or "只有" && frame.SenseAt(right.Verb).Verb is null)
        {
            // 选民有四成支持: those of whom it is a part stand before.
            (draft.Kind, draft.IsMetricSettled, draft.IsPart, draft.Whole) = (ClaimKind.Share, true, true, frame.Sentence.Text(left.Noun));
            QuantityFrame.SetSubject(draft, left.Noun);
            frame.SetPredicate(draft, frame.Token);
            return true;
        }

        if (noun.IsEmpty && (frame.SenseAt(right.Verb).Verb is not null || !left.Noun.IsEmpty))
        {
            return false;
        }

        draft.Kind = ClaimKind.Share;
        draft.IsMetricSettled = true;
        if (right.Verb >= 0 && frame.Row.Is(right.Verb, ContextCue.Destination) && !right.Object.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, right.Object);
            draft.Whole = noun.IsEmpty ? PreviousThing(frame) : WholeOf(frame, noun);
            if (isSourced && frame.HeadMetric(noun) is { } flow)
            {
                // 约有15%的营收来自欧洲: a part of what is earned.
                frame.SetMetric(draft, noun);
                draft.Kind = flow.IsMoneyFlow || flow.Id == "income" ? ClaimKind.RevenueShare : ClaimKind.Share;
            }

            draft.IsPart = true;
            return true;
        }

        if (noun.IsEmpty)
        {
            // 四成八反对, after 三成二受访者支持.
            frame.SetPredicate(draft, frame.Token);
            if (frame.Previous is { Draft: { Rule: "verb-object" or "counted-noun", Counted: { } counted } } number && number.Clause >= frame.Clause - 1 && (frame.Row.HasPartMark(frame.Sentence.Clause(frame.Clause).Start, frame.Token) || IsAsked(frame, number)))
            {
                // 回收饼干18吨，其中约七成已进入卖场; 703名市民中，六成认为…: a part of what was counted.
                (draft.SubjectText, draft.IsSubjectSettled, draft.Whole, draft.IsPart) = (counted, true, counted, true);
            }
            else if (PartBefore(frame) is { } before)
            {
                (draft.SubjectText, draft.IsSubjectSettled, draft.Whole) = (before.SubjectText, true, before.Whole);
            }

            return true;
        }

        if (CountedState.Measured(frame) is { } measured)
        {
            // 九成以上行业利润增长: whose measure it is, and what becomes of it.
            (noun, draft.Metric, draft.MetricSource) = (measured.Owner, measured.Metric, SlotSource.Pattern);
        }

        draft.Whole = WholeOf(frame, noun);
        draft.IsPart = true;
        QuantityFrame.SetSubject(draft, noun);
        if (draft.Metric is null)
        {
            frame.SetPredicate(draft, noun.End - 1);
        }

        return true;
    }

    /// <summary>The relative clause of a verb that fills its clause up to the 的 before those it is true of; empty elsewhere.</summary>
    private static Phrase OpinionOf(QuantityFrame frame)
    {
        var (row, group) = (frame.Row, frame.Left.Noun.End - 1);
        var of = frame.Left.Noun.IsEmpty || !frame.HeadIs(frame.Left.Noun, WordRoles.Group) ? -1 : row.Before(group, frame.Left.ClauseStart);
        if (of < 0 || row[of].Role != TokenRole.Of)
        {
            return Phrase.None;
        }

        var start = row.After(frame.Left.ClauseStart - 1, of);
        while (start >= 0 && row[start].Role is TokenRole.Time or TokenRole.Conjunction or TokenRole.Listing)
        {
            start = row.After(start, of);
        }

        var verb = start >= 0 && row[start].Role == TokenRole.Adverb ? row.After(start, of) : start;
        return verb >= 0 && row[verb].Role == TokenRole.Verb && row[of].Start - row[start].Start <= LongestOpinion ? new Phrase(start, of) : Phrase.None;
    }

    /// <summary>What is said of a headless 的 before the value, without times, adverbs and what prepositions govern: 投诉 in 真正向消保官投诉的只有两成; empty where the clause is none such.</summary>
    private static string AnswerOf(QuantityFrame frame)
    {
        var (row, start) = (frame.Row, frame.Left.ClauseStart);
        var of = SkipAdverbs(frame, row.Before(frame.Token, start));
        of = of >= start && row[of].Sense.Verb is { Role: VerbRole.Level or VerbRole.Share } ? SkipAdverbs(frame, row.Before(of, start)) : of;
        if (of < start || row[of].Role != TokenRole.Of || row.Before(of, start) == frame.Left.Share && frame.Left.Share >= 0)
        {
            return string.Empty;
        }

        var said = new System.Text.StringBuilder();
        for (var at = row.After(start - 1, of); at >= 0; at = row.After(at, of))
        {
            if (row[at].Role is TokenRole.Quantity or TokenRole.Of || row[at].Sense.Metric is { IsCountable: false } || row[at].IsName && said.Length == 0 && row.OpenerOf(at) < 0)
            {
                return string.Empty;
            }

            if (row[at].Role is TokenRole.Verb or TokenRole.Noun or TokenRole.Adjective && row.OpenerOf(at) < 0 || row[at].Role == TokenRole.Adverb && row.Word(at) is ['不', ..] or ['未', ..] or ['没', ..] or ['有' or '愿', '意'])
            {
                said.Append(row.Word(at));
            }
        }

        return said.ToString();
    }

    private static int SkipAdverbs(QuantityFrame frame, int at)
    {
        while (at >= frame.Left.ClauseStart && frame.Row[at].Role is TokenRole.Adverb or TokenRole.Conjunction)
        {
            at = frame.Row.Before(at, frame.Left.ClauseStart);
        }

        return at;
    }

    /// <summary>The group that a value before was a part of, or that was counted as asked; null for none.</summary>
    private static string? AskedBefore(QuantityFrame frame)
    {
        var bound = frame.Sentence.Bound;
        for (var i = bound.Count - 1; i >= 0; i--)
        {
            if (bound[i].Draft is { Rule: "part-of-group", SubjectText: { } group })
            {
                return group;
            }

            if (bound[i].Draft.Counted is { } counted && IsAsked(frame, bound[i]))
            {
                return counted;
            }
        }

        return null;
    }

    /// <summary>703名受访市民中, 访问了1200名学生: those counted are asked, or what comes is told of them.</summary>
    private static bool IsAsked(QuantityFrame frame, BoundQuantity number)
    {
        var clause = frame.Sentence.Clause(number.Clause);
        for (var at = clause.Start; at < clause.End; at++)
        {
            if (frame.Row.Is(at, ContextCue.Asks) || at > number.Token && frame.Row[at].Role == TokenRole.Localizer && frame.Row.Word(at) is "中" or "当中" or "之中" or "里" or "里面")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>43%民众认为…，上升6个百分点；40%认为…: the part of the same group before, past by how much it changed.</summary>
    private static ClaimDraft? PartBefore(QuantityFrame frame)
    {
        var bound = frame.Sentence.Bound;
        var at = bound.Count - 1;
        while (at > 0 && bound[at] is { Draft.Rule: "change", Quantity.Dimension: Quantities.Dimension.PercentagePoint })
        {
            at--;
        }

        return at >= 0 && bound[at].Draft is { Rule: "part-of-group" } part ? part : null;
    }

    private static string WholeOf(QuantityFrame frame, Phrase noun) =>
        (!frame.Left.Noun.IsEmpty ? frame.Sentence.Text(frame.Left.Noun) : frame.Left.Outer.IsEmpty || frame.Left.Level < 0 ? string.Empty : frame.Sentence.Text(frame.Left.Outer)) + frame.Sentence.Text(noun);

    private static string? PreviousThing(QuantityFrame frame) => frame.Previous?.Draft.Metric;
}
