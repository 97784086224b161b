using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>A value in brackets belongs to the name before them: 外资（5241亿元）、股票回购（1151亿元）.</summary>
internal sealed class BracketedItemRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "bracketed-item";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Left.IsBracketed)
        {
            return false;
        }

        var row = frame.Row;
        var open = row.Before(frame.Token);
        while (open >= 0 && row[open].Role != TokenRole.Open)
        {
            open = row.Before(open);
        }

        var last = open < 0 ? -1 : row.Before(open);
        if (last < 0 || !row.IsNominal(last))
        {
            return false;
        }

        var phrase = row.PhraseEndingAt(last, 0);
        for (var i = last; i > phrase.Start; i--)
        {
            if (row[i].Role == TokenRole.Listing)
            {
                phrase = new Phrase(i + 1, phrase.End);
                break;
            }
        }

        if (row[last].Sense.Metric is not null && row.Part(phrase, hasOwner: false) is { Owner.IsEmpty: false } parts)
        {
            QuantityFrame.SetSubject(draft, parts.Owner);
            frame.SetMetric(draft, parts.Metric);
            return true;
        }

        QuantityFrame.SetSubject(draft, phrase);
        if (frame.Previous is { Draft.Rule: "bracketed-item" } previous && previous.Clause == frame.Clause)
        {
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (previous.Draft.Metric, previous.Draft.MetricSense, SlotSource.Sentence);
            return true;
        }

        for (var i = frame.Sentence.Clause(frame.Clause).Start; i < phrase.Start; i++)
        {
            if (row[i].Sense.Metric is not null)
            {
                frame.SetMetric(draft, row.PhraseEndingAt(i, frame.Sentence.Clause(frame.Clause).Start) is { IsEmpty: false } named ? row.Part(named, hasOwner: true).Metric : new Phrase(i, i + 1));
                return true;
            }
        }

        frame.CarryMetric(draft);
        return true;
    }
}
