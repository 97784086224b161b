using Pipeline.Extract.Quantities;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whose the dead and hurt are, and the money that cases cost.</content>
internal static partial class SubjectResolver
{
    /// <summary>
    /// 消防队出动5辆消防车，2人受伤; 110人在袭击中死亡: the toll is the event's, not theirs who come to help, nor that of earlier sentences where
    /// this one names an event, nor of what stood between (发生地震，建筑倒塌，造成51人死亡). Null where none is named or the subject is another.
    /// </summary>
    private static string? EventOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.MetricSense?.Id != "casualties" && draft.Metric is not ['过', '火', ..])
        {
            return null;
        }

        var end = frame.Sentence.Clause(frame.Clause).End;
        var happened = frame.Token + 1;
        while (happened < end && !IsEvent(frame, happened))
        {
            happened++;
        }

        if (happened < end)
        {
            // 2人在火灾中丧生: what the clause itself says.
            return frame.Sentence.Text(new Phrase(happened, happened + 1));
        }

        var isOfHelper = draft.SubjectText is { } subject && frame.Row.Cues.IsAtEnd(ContextCue.Responds, Text.TextFold.Fold(subject));
        var isBroughtAbout = frame.Left.Action >= 0 && frame.Row.Is(frame.Left.Action, ContextCue.BringsAbout);
        if (!isOfHelper && !isBroughtAbout && draft.SubjectSource == SlotSource.Sentence)
        {
            return EventThatCloses(frame) is >= 0 and var closing && !draft.SubjectText!.EndsWith(frame.Sentence.Text(new Phrase(closing, closing + 1)), StringComparison.Ordinal) && !StandsBetween(frame, closing, draft.SubjectText) ? frame.Sentence.Text(new Phrase(closing, closing + 1)) : null;
        }

        happened = frame.Token - 1;
        while (happened >= 0 && !IsEvent(frame, happened))
        {
            happened--;
        }

        if (happened >= 0 && !isOfHelper && draft.SubjectSource == SlotSource.Sentence && !IsSuffered(frame.Row, happened) && !StandsBetween(frame, happened, draft.SubjectText!))
        {
            return null;
        }

        return happened >= 0 ? frame.Sentence.Text(new Phrase(happened, happened + 1)) : isOfHelper ? frame.Sentence.Antecedents.Event?.Text : null;
    }

    /// <summary>警方接获1200宗骗案，涉款1800万元: the cases counted in the clause before, not those who handle them; null where the subject is another's or nothing was counted.</summary>
    private static string? CasesOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.Metric is not (['涉', ..] or ['损', '失', ..]) || frame.Quantity.Dimension != Dimension.Money || frame.Clause == 0 || !(draft.SubjectText is null || frame.Sentence.IsAuthority(draft.SubjectText, frame.Clause)))
        {
            return null;
        }

        for (var clause = frame.Clause - 1; clause >= Math.Max(0, frame.Clause - 2); clause--)
        {
            if (LastBoundIn(frame, clause) is not { Quantity.Dimension: Dimension.Count } counted || frame.Row.Word(counted.Token)[^1] is not ('宗' or '起' or '件' or '单'))
            {
                continue;
            }

            var (start, end) = (frame.Sentence.Clause(clause).Start, frame.Sentence.Clause(clause).End);
            var cases = Dependent.Read(frame.Row, counted.Token, end).Noun;
            cases = cases.IsEmpty ? frame.Row.PhraseEndingAt(counted.Token - 1, start) : cases;
            return cases.IsEmpty ? null : frame.Sentence.Text(cases);
        }

        return null;
    }

    /// <summary>北部发生地震，至少3人死亡; 向市区发动空袭，当局说，5人死亡: the event with which a clause right before ends, or one before who says it; -1 for none.</summary>
    private static int EventThatCloses(QuantityFrame frame)
    {
        var (row, clause) = (frame.Row, frame.Clause - 1);
        if (clause > 0 && frame.Sentence.Topic(clause) is { Subject.IsEmpty: true, Speaker.IsEmpty: false })
        {
            clause--;
        }

        if (clause < 0)
        {
            return -1;
        }

        var (start, end) = (frame.Sentence.Clause(clause).Start, frame.Sentence.Clause(clause).End);
        var last = row.Before(end, start);
        while (last >= 0 && row[last].Role is TokenRole.Clause or TokenRole.Time)
        {
            last = row.Before(last, start);
        }

        return last >= 0 && IsEvent(frame, last) ? last : -1;
    }

    /// <summary>发生地震，建筑倒塌，造成51人死亡: true where the subject is named after the event.</summary>
    private static bool StandsBetween(QuantityFrame frame, int happened, string subject) =>
        happened < frame.Token && frame.Sentence.Original.IndexOf(subject, frame.Row[happened].End, frame.Row[frame.Token].Start - frame.Row[happened].End, StringComparison.Ordinal) >= 0;

    /// <summary>学校遭武装人员袭击，造成24人死亡: true where 遭 stands before the event in its clause, whose victims are those of the event.</summary>
    private static bool IsSuffered(TokenRow row, int happened)
    {
        var at = happened;
        while (at >= 0 && row[at].Role != TokenRole.Clause && row.Word(at) is not ("遭" or "遭到" or "遭受"))
        {
            at--;
        }

        return at >= 0 && row[at].Role != TokenRole.Clause;
    }

    private static bool IsEvent(QuantityFrame frame, int token) => frame.Row[token].Role == TokenRole.Noun && frame.SenseAt(token).Is(WordRoles.Event);
}
