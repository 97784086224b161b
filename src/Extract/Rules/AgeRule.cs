using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>An age belongs to the person beside it: 现年79岁的川普, 77岁老人李某, 李某今年77岁. It has no metric of its own.</summary>
internal sealed class AgeRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "age";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Quantity.Dimension != Dimension.Age)
        {
            return false;
        }

        var measured = frame.HeadMetric(frame.Left.Noun);
        draft.IsMetricSettled = true;
        if (measured is not null && !frame.Left.Noun.IsEmpty)
        {
            frame.SetMeasured(draft, frame.Left.Noun);
            if (frame.SenseAt(frame.Left.Change).Verb is { Direction: { } direction })
            {
                // 初婚年龄延后至28.67岁
                (draft.Direction, draft.IsLevelReached) = (direction, true);
            }
        }

        if (frame.HeadMetric(frame.Right.Noun) is { IsCountable: true } && Bearer(frame, frame.Right.Noun) is { IsEmpty: false } bearer)
        {
            // 38岁女乘客膝盖受伤: whose age it is, and what became of them.
            QuantityFrame.SetSubject(draft, bearer);
        }
        else if (Joined(frame) is { IsEmpty: false } people)
        {
            QuantityFrame.SetSubject(draft, people);
        }
        else if (!frame.Right.Noun.IsEmpty && frame.HeadMetric(frame.Right.Noun) is null)
        {
            QuantityFrame.SetSubject(draft, frame.Right.Noun);
        }
        else if (!frame.Left.Noun.IsEmpty && measured is null && !frame.Row.IsSex(frame.Left.Noun))
        {
            QuantityFrame.SetSubject(draft, frame.Left.Noun);
            if (frame.Previous is { Quantity.Dimension: Dimension.Age, Draft.Metric: not null } before && before.Clause == frame.Clause - 1)
            {
                // 男性平均寿命77.4岁，女性84.3岁
                frame.CarryMetric(draft);
            }
        }

        return true;
    }

    /// <summary>37及43岁男子: those whose ages are joined, after the last; empty where none is joined to this one.</summary>
    private static Phrase Joined(QuantityFrame frame)
    {
        var (row, last) = (frame.Row, frame.Token);
        while (row.After(last) is var mark && mark >= 0 && row[mark].Role == TokenRole.Listing && row.After(mark) is var next && next >= 0 && row[next].Role == TokenRole.Quantity && frame.Sentence.Quantities[row[next].Quantity].Dimension == Dimension.Age)
        {
            last = next;
        }

        var noun = row.After(last);
        noun = noun >= 0 && row[noun].Role == TokenRole.Of ? row.After(noun) : noun;
        var people = last == frame.Token || noun < 0 ? Phrase.None : row.PhraseStartingAt(noun, row.Count);
        return Bearer(frame, people) is { IsEmpty: false } named ? named : people;
    }

    /// <summary>What follows the age up to the person it names; empty where it names none before its last word.</summary>
    private static Phrase Bearer(QuantityFrame frame, Phrase noun)
    {
        for (var i = noun.Start; i < noun.End; i++)
        {
            if (frame.Row[i].IsName || frame.SenseAt(i).Is(WordRoles.Group | WordRoles.Title))
            {
                return new Phrase(noun.Start, i + 1);
            }
        }

        return Phrase.None;
    }
}
