using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whose each value of a series is.</content>
internal static partial class SubjectResolver
{
    /// <summary>港元存款及外币|存款分别上升2%和3%: joined measures, of which the topic is only the first part.</summary>
    private static bool IsListOfMeasures(QuantityFrame frame, Phrase topic)
    {
        if (!frame.Sentence.Lists.TryGetValue(frame.Token, out var item) || !item.Owner.IsEmpty || item.Metric.IsEmpty || item.Back > 0)
        {
            return false;
        }

        var at = topic.Start;
        while (at < topic.End && frame.Row[at].Role != TokenRole.Listing)
        {
            at++;
        }

        return at > topic.Start && at < topic.End && frame.SenseAt(at - 1).Metric is { IsCountable: false };
    }

    /// <summary>三年期票面利率2%，五年期2.4%: each value is its own head's, which is then no part of what is measured (<see cref="SideBySide"/>).</summary>
    private static bool TryHead(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Sentence.Heads.TryGetValue(frame.Token, out var head) || frame.Sentence.Lists.ContainsKey(frame.Token))
        {
            return false;
        }

        (draft.Subject, draft.IsSetApart, draft.StandsAlone) = (head.Owner, true, true);
        draft.IsPart = !OwnerStrength.StandsAlone(frame.Row, head.Owner, isBesideTopic: false);
        Settle(draft, new ResolvedName(frame.Sentence.Text(head.Owner), IsResolved: false), SlotSource.Pattern);
        var owner = frame.Sentence.FoldedText(head.Owner);
        if (draft.Metric == owner)
        {
            // 成人票350元，学生票280元: no word says that it is a price.
            (draft.Metric, draft.MetricWritten, draft.MetricSense, draft.MetricSource) = (null, null, null, SlotSource.Open);
        }
        else if (owner.Length > 0 && draft.Metric?.StartsWith(owner, StringComparison.Ordinal) == true)
        {
            draft.Metric = draft.Metric[owner.Length..];
        }

        return true;
    }
}
