using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whose value brackets give.</content>
internal static partial class SubjectResolver
{
    // Tokens that a bracket with parts is looked back over.
    private const int LongestBracket = 90;

    /// <summary>(其中甲县8人，乙县4人)，3人失踪; 18例(上海10例，广东8例)，…: true where the clause at <paramref name="start"/> stands in such a bracket, which closes before the value.</summary>
    private static bool IsBracketedOff(QuantityFrame frame, int start)
    {
        var row = frame.Row;
        for (var at = start - 1; at >= 0 && at >= start - LongestBracket && row[at].Role != TokenRole.Close; at--)
        {
            if (row[at].Role == TokenRole.Open)
            {
                return IsBreakdown(row, at) && row.HasClose(start, frame.Token);
            }
        }

        return false;
    }

    /// <summary>True for a bracket that opens with 其中, or goes through the parts of the count before it.</summary>
    private static bool IsBreakdown(TokenRow row, int open) =>
        row.IsPartMark(row.After(open)) || row.PhraseStartingAt(row.After(open), row.Count) is { IsEmpty: false } part && row[part.End - 1].Sense.Metric is null
            && row.After(part.End - 1) is >= 0 and var value && row[value].Role == TokenRole.Quantity && CountsBefore(row, open, value);

    /// <summary>18例(, 18例新增病例(: true where the clause before a bracket counts what the value in it does.</summary>
    private static bool CountsBefore(TokenRow row, int open, int value)
    {
        var at = row.Before(open);
        while (at >= 0 && row[at].Role is not (TokenRole.Quantity or TokenRole.Clause or TokenRole.Open or TokenRole.Close))
        {
            at = row.Before(at);
        }

        return at >= 0 && row[at].Role == TokenRole.Quantity && row.Word(at)[^1] == row.Word(value)[^1];
    }

    /// <summary>The last value that stands in no bracket with the parts of another.</summary>
    private static ClaimDraft? LastOutside(QuantityFrame frame)
    {
        var bound = frame.Sentence.Bound;
        var last = bound.Count - 1;
        while (last >= 0 && bound[last].Token >= frame.Token - LongestBracket && (IsBracketedOff(frame, bound[last].Token) || IsInterjected(frame, bound[last].Token)))
        {
            last--;
        }

        return last < 0 ? null : bound[last].Draft;
    }

    /// <summary>低于蔚来(净亏损152.9亿元), 包括小鹏(销量19万辆): the name before the bracket that a measured value stands in; null elsewhere.</summary>
    private static ResolvedName? BeforeBracket(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        var floor = frame.Left.ClauseStart;
        if (frame.Previous is { Draft: { IsOfBracketedName: true, SubjectText: { } same } } aside && aside.Token < frame.Token && !row.HasClose(aside.Token, frame.Token))
        {
            // 蔚来(销量22万辆,同比增长8%)
            return new ResolvedName(same, IsResolved: false);
        }

        if (draft.MetricSource != SlotSource.Pattern || !draft.Subject.IsEmpty && draft.SubjectSource == SlotSource.Pattern)
        {
            return null;
        }

        var open = row.OpenOf(frame.Token, floor);
        var last = open < 0 ? -1 : row.Before(open, floor);
        if (last < 0 || !row[last].IsName && !SubjectName.IsOrganisation(row, last) || frame.SenseAt(last).Is(WordRoles.Region))
        {
            return null;
        }

        var name = row.PhraseEndingAt(last, floor);
        return SubjectName.Of(frame.Sentence, row.BehindComparative(name));
    }

    /// <summary>The last value bound in <paramref name="clause"/>, but none in a bracket that closes before the frame's: (其中信用账户持有6000万股).</summary>
    private static BoundQuantity? LastBoundIn(QuantityFrame frame, int clause)
    {
        // Values are bound in the order of their clauses.
        var bound = frame.Sentence.Bound;
        var earlier = frame.Sentence.EarlierOf.GetValueOrDefault(frame.Token, -1);
        for (var i = bound.Count - 1; i >= 0 && bound[i].Clause >= clause; i--)
        {
            if (bound[i].Clause == clause && bound[i].Token != earlier && !IsAgeBefore(frame, bound[i]) && !(i > 0 && bound[i - 1].Clause == clause && IsInterjected(frame, bound[i].Token)))
            {
                return bound[i];
            }
        }

        return null;
    }

    /// <summary>一名46岁司机死亡，5人受伤: whoever has an age is not whom the others are counted of.</summary>
    private static bool IsAgeBefore(QuantityFrame frame, BoundQuantity bound) =>
        frame.Quantity is { Dimension: Quantities.Dimension.Count, Unit: "人" or "名" or "位" } && bound is { Draft.Rule: "age" } && bound.Clause < frame.Clause;

    /// <summary>True where whom <paramref name="clause"/> is about is only one whose age it gives.</summary>
    private static bool IsAged(QuantityFrame frame, int clause, Phrase topic) =>
        !topic.IsEmpty && frame.Sentence.Bound.FindLast(bound => bound.Clause == clause) is { } last && IsAgeBefore(frame, last) && last.Draft.SubjectText is { } aged && frame.Sentence.Text(topic).Contains(aged, StringComparison.Ordinal);

    /// <summary>True where a bracket that opens with 其中 holds the value at <paramref name="token"/> and not the frame's.</summary>
    private static bool IsInterjected(QuantityFrame frame, int token)
    {
        var row = frame.Row;
        for (var at = token - 1; at >= Math.Max(0, token - LongestBracket) && row[at].Role is not (TokenRole.Clause or TokenRole.Close); at--)
        {
            if (row[at].Role == TokenRole.Open)
            {
                return IsBreakdown(row, at) && row.HasClose(token, frame.Token);
            }
        }

        return false;
    }
}
