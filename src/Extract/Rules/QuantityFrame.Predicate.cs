using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <content>What those counted do, hold or say, as the metric of their share.</content>
internal sealed partial class QuantityFrame
{
    // Characters of a predicate that can stand as a metric: 认为房价已经见底 and its like.
    private const int LongestPredicate = 12;

    /// <summary>Names the metric by what those counted do or hold, all of it: 愿意回乡工作, 不满意, 对施政表示满意; by the verb and its object where that is long.</summary>
    /// <param name="draft">The claim.</param>
    /// <param name="group">The last token of those counted, or the quantity.</param>
    public void SetPredicate(ClaimDraft draft, int group)
    {
        var ceiling = Sentence.Clause(Clause).End;
        var start = Row.After(group, ceiling);
        while (start >= 0 && start < Right.Verb && (Row[start].Role is TokenRole.Time or TokenRole.Particle || Row.Word(start) is "已" or "已经" or "则" or "却" or "也" or "亦" or "都" or "均" or "仍" or "更" or "还"))
        {
            start = Row.After(start, ceiling);
        }

        if (start >= 0 && Row.Word(start) is "表示" && Row.After(start, ceiling) is var said && said >= 0 && Row[said].Role is not (TokenRole.Clause or TokenRole.Listing))
        {
            // 三成民众表示满意: what they say.
            start = said;
        }

        var end = start;
        while (end >= 0 && end < ceiling && Row[end].Role is not (TokenRole.Clause or TokenRole.Listing or TokenRole.Quantity or TokenRole.Close or TokenRole.Open))
        {
            end++;
        }

        if (end == start + 1 && SenseAt(start).Is(WordRoles.Speech) && end < Row.Count && Row[end].Role == TokenRole.Clause && Said(Clause + 1) is { IsEmpty: false } opinion)
        {
            // 近六成受访者表示，工作压力更大: what they say after a pause.
            (start, end) = (opinion.Start, opinion.End);
        }

        if (start < 0 || end <= start || Row[end - 1].End - Row[start].Start > LongestPredicate || end < Row.Count && Row[end].Role == TokenRole.Quantity)
        {
            var verb = Right.Verb >= 0 || end <= start ? Right.Verb : MainVerb(start, end);
            if (verb >= 0)
            {
                SetMetric(draft, verb, verb == Right.Verb ? Right.Object : Row.PhraseStartingAt(Row.After(verb, ceiling), ceiling));
            }

            return;
        }

        draft.Metric = Sentence.FoldedOrTime(new Phrase(start, end)).ToString();
        draft.MetricSense = Right.Object.IsEmpty ? SenseAt(Right.Verb).Metric : Sentence.MetricIn(Right.Object) ?? SenseAt(Right.Verb).Metric;
        draft.MetricSource = SlotSource.Pattern;
        draft.Evidence.Add(draft.Metric);
    }

    /// <summary>子公司拟3亿元收购海川科技: true for an amount between 拟 and the deed that it is meant for.</summary>
    public bool IsMeant =>
        Quantity.Dimension == Quantities.Dimension.Money && Left is { Level: < 0, Action: < 0, Change: < 0, Noun.IsEmpty: false } && Right is { Noun.IsEmpty: true, Verb: >= 0 } && HeadMetric(Left.Noun) is null && !Row.LooksLikeMetric(Left.Noun.End - 1)
        && Row.Before(Token, Left.ClauseStart) is >= 0 and var plan && Row.Word(plan) is "拟" or "拟以" or "将" or "计划" or "获" or "斥" && !SenseAt(Right.Verb).Is(WordRoles.Speech | WordRoles.Light);

    /// <summary>Measures what those counted do: by the verb alone, and by all of it where 有 brings them in (上海已有800万人完成接种).</summary>
    public void SetDeed(ClaimDraft draft)
    {
        if (Left.Level < 0)
        {
            SetMetric(draft, Right.Verb, Phrase.None);
            return;
        }

        SetPredicate(draft, Token);
    }

    /// <summary>All of <paramref name="clause"/> up to its mark, where it holds no value and is short enough to be said of those counted.</summary>
    private Phrase Said(int clause)
    {
        if (clause >= Sentence.ClauseCount)
        {
            return Phrase.None;
        }

        var tokens = Sentence.Clause(clause);
        var end = tokens.Start;
        while (end < tokens.End && Row[end].Role is not (TokenRole.Clause or TokenRole.Quantity))
        {
            end++;
        }

        return end < tokens.End && Row[end].Role == TokenRole.Quantity || end == tokens.Start || Row[end - 1].End - Row[tokens.Start].Start > LongestPredicate ? Phrase.None : new Phrase(tokens.Start, end);
    }

    /// <summary>对社区养老服务持积极态度: the first verb outside the phrases that prepositions open; -1 for none.</summary>
    private int MainVerb(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (Row[at].Role == TokenRole.Verb && Row.OpenerOf(at) < 0)
            {
                return at;
            }
        }

        return -1;
    }
}
