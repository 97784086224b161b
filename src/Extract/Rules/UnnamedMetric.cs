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
}
