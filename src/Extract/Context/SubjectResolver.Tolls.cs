using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whose the dead and hurt are.</content>
internal static partial class SubjectResolver
{
    /// <summary>消防队出动5辆消防车，2人受伤: the toll is the event's, not theirs who come to help; null where no event is named or the subject is another.</summary>
    private static string? EventOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.MetricSense?.Id != "casualties" && draft.Metric is not ['过', '火', ..] || draft.SubjectText is not { } subject || !frame.Row.Cues.IsAtEnd(ContextCue.Responds, Text.TextFold.Fold(subject)))
        {
            return null;
        }

        for (var i = frame.Token - 1; i >= 0; i--)
        {
            if (frame.Row[i].Role == TokenRole.Noun && frame.Row[i].Sense.Is(WordRoles.Event))
            {
                return frame.Sentence.Text(new Phrase(i, i + 1));
            }
        }

        return frame.Sentence.Antecedents.Event?.Text;
    }
}
