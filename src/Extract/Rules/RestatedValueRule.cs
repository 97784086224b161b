using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A value said again in brackets or after a slash belongs to what the first belonged to: 300万元（￥3,000,000.00元）, 300兆瓦/1200兆瓦时.</summary>
internal sealed class RestatedValueRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "restated-value";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Previous is not { } previous || frame.Left.Change >= 0 || !frame.Left.Noun.IsEmpty && !IsSign(frame.Row, frame.Left.Noun) || !frame.Right.Noun.IsEmpty)
        {
            return false;
        }

        var row = frame.Row;
        var at = row.Before(frame.Token);
        var sign = frame.IsPercent && previous.Quantity.Dimension is not (Dimension.Percent or Dimension.PercentagePoint) ? row.Folded[row[frame.Token].Start - 1] == '+' ? '+' : row.Folded[row[frame.Token].Start] : '\0';
        at = sign == '+' ? row.Before(at) : at;
        while (at > previous.Token && (row[at].Role is TokenRole.Adverb || row[at].Sense.Verb?.Role == VerbRole.Level))
        {
            at = row.Before(at);
        }

        if (at <= previous.Token || row.Word(at) is not ("(" or "/" or "[") || row.Before(at) != previous.Token)
        {
            return false;
        }

        var first = previous.Draft;
        (draft.Kind, draft.Subject, draft.SubjectText, draft.SubjectSource) = (null, first.Subject, first.SubjectText, first.SubjectSource);
        (draft.Metric, draft.MetricSense, draft.MetricSource, draft.IsMetricSettled) = (first.Metric, first.MetricSense, first.MetricSource, true);
        (draft.Whole, draft.Basis, draft.Direction, draft.IsSubjectSettled) = (first.Whole, first.Basis, first.Direction, true);
        if (frame.IsPercent && first is { Direction: not null, IsLevelReached: false } && previous.Quantity.Dimension is not Dimension.Percent)
        {
            // 下跌76点(0.29%): the same change as a part.
            draft.Kind = ClaimKind.Change;
        }

        if (sign is '+' or '-')
        {
            // 出口50亿元(+5.2%): how it changed.
            (draft.Kind, draft.Direction) = (ClaimKind.Change, sign == '+' ? ChangeDirection.Up : ChangeDirection.Down);
        }

        return true;
    }

    private static bool IsSign(TokenRow row, Phrase phrase) => phrase.End - phrase.Start == 1 && row.Word(phrase.Start) is "+";
}
