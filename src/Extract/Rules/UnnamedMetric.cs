using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>What is measured where no rule named it: what the sentence before measured in the same unit, else the things before the value, else its verb.</summary>
/// <remarks>Asked once all values of a sentence are bound, so that no later value measures what was only concluded here.</remarks>
internal static class UnnamedMetric
{
    /// <summary>Names it, unless the rule knows that it stays unsaid (an age) or the value is only a part or a multiple.</summary>
    public static void Settle(QuantityFrame frame, ClaimDraft draft)
    {
        if (Passing(frame, draft) is { Length: > 0 } passing)
        {
            // 恒指失守2万点: what happened to the index.
            (draft.Metric, draft.MetricSense, draft.MetricSource, draft.IsMetricVerb) = (passing, null, SlotSource.Sentence, true);
            draft.Direction = null;
            draft.Evidence.Add(passing);
            return;
        }

        if (draft.Metric is not null || draft.IsMetricSettled || draft.Rule is "age" || frame.IsPercent || frame.IsPoints || frame.IsMultiple)
        {
            return;
        }

        if (frame.Left.Change < 0 && frame.Sentence.Antecedents.Measured is { } before && before.Unit == frame.Quantity.Unit)
        {
            // …移转栋数共1.72万栋。新北市4415栋居冠: another one's, of what was measured before.
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (before.Text, before.Sense, SlotSource.Discourse);
            return;
        }

        if (frame.ThingsIn(frame.Left.Noun) is { IsEmpty: false } things && frame.Quantity.Unit != "点" && !(draft.Subject == things && frame.HeadIs(things, WordRoles.Good)) && !(frame.Quantity.Dimension == Dimension.Money && (frame.Row.IsBeing(things.End - 1) || things != frame.Left.Noun || SubjectName.IsOrganisation(frame.Row, things.End - 1))))
        {
            // 学校教职工310人, 小白鹭300只, 主跨1650米, 成人票40元: what there is so much of, or costs so much; an index, people and who else has the money stay alone.
            frame.SetMetric(draft, things, SlotSource.Sentence);
            return;
        }

        var verb = frame.Left.Action >= 0 ? frame.Left.Action : frame.Left.Change >= 0 ? frame.Left.Change : frame.Left.Level;
        if (verb >= 0 && frame.Row.Word(verb).Length > 1)
        {
            // 失守60美元
            frame.SetMetric(draft, verb, Phrase.None);
            draft.MetricSource = SlotSource.Sentence;
        }
    }

    /// <summary>失守|2万点: the verb that the scanner took for the value's modifier, where no measure stands beside a level of an index or a price; empty elsewhere.</summary>
    private static string Passing(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Quantity.Dimension != Dimension.Points && (frame.Quantity.Dimension != Dimension.Money || draft.Metric is not null) || draft.MetricSense is { Kind: not MetricKind.Change } && (draft.MetricSource == SlotSource.Pattern || draft.MetricSense.Id == "exchange_rate"))
        {
            return "";
        }

        var end = frame.Quantity.Span.Start;
        end -= end > 0 && frame.Row.Folded[end - 1] is '于' or '在' ? 1 : 0;
        var length = frame.Row.Cues.LengthAtEnd(ContextCue.Passes, frame.Row.Folded.AsSpan(0, end));
        return length > 0 ? frame.Row.Folded.Substring(end - length, length) : "";
    }
}
