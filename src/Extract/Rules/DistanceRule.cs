using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>How far something is from a place: 震央位于花莲县政府东方23.5公里, 台风中心在恒春东南方520公里海面. The place is not whom the distance belongs to.</summary>
internal sealed class DistanceRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "distance";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Quantity.Dimension != Dimension.Length)
        {
            return false;
        }

        var row = frame.Row;
        var floor = frame.Left.ClauseStart;
        var at = row.Before(frame.Token, floor);
        if (at >= 0 && row[at].Sense.Metric is not null && row.Word(at) is not "距离")
        {
            // 位于东部海拔3676米的火山: its height, no distance.
            return false;
        }

        var hasPlace = false;
        while (at >= 0 && row.StartOf(at, ContextCue.Lies) < 0 && (row.IsNominal(at) || row[at].Role is TokenRole.Localizer or TokenRole.Adverb or TokenRole.Adjective or TokenRole.Number or TokenRole.Of))
        {
            hasPlace |= row[at].Role == TokenRole.Noun;
            at = row.Before(at, floor);
        }

        // 位|在
        var lies = at < 0 ? -1 : row.StartOf(at, ContextCue.Lies);
        if (at < 0 || !hasPlace || lies < 0 && !(row.Word(at) is "在" or "于" && EndsInPlace(frame)))
        {
            return false;
        }

        QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(row, lies < 0 ? at : lies, floor));
        if (draft.Subject.IsEmpty && frame.Right is { IsLinked: true, Noun.IsEmpty: false })
        {
            // 在距离机场5公里的商业区: what is there stands behind.
            QuantityFrame.SetSubject(draft, frame.Right.Noun);
        }

        (draft.IsMetricSettled, draft.IsSetApart) = (true, true);
        if (lies >= 0)
        {
            frame.SetMetric(draft, new Phrase(lies, at + 1));
            draft.IsMetricVerb = true;
        }

        return true;
    }

    /// <summary>True where a direction stands before the distance (台北北北东方310公里), or 处, 外 or water after it.</summary>
    private static bool EndsInPlace(QuantityFrame frame)
    {
        var row = frame.Row;
        var start = frame.Quantity.Extent.Start;
        if (start > 1 && row.Folded[start - 1] == '方' && row.Folded[start - 2] is '东' or '西' or '南' or '北')
        {
            return true;
        }

        var next = row.After(frame.Token);
        next = next >= 0 && row[next].Role == TokenRole.Of ? row.After(next) : next;
        return next >= 0 && (row.Word(next) is "处" or "之处" or "外" or "外海" || row.Word(next) is [.., '海'] or [.., '海', '面' or '域' or '上']);
    }
}
