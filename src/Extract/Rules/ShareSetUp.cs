using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A share whose clause gives only its value: the one before says what is set against what, and how it is (商誉占净资产比例较高，达到45%).</summary>
internal static class ShareSetUp
{
    /// <summary>Binds the value to what the clause before sets up; false where it sets up nothing.</summary>
    public static bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, row) = (frame.Left, frame.Row);
        if (!frame.IsPercent || frame.Clause == 0 || !left.Noun.IsEmpty || left.Level < 0 && frame.Quantity.Extent.Start == frame.Quantity.Span.Start || left.Action >= 0 || left.Change >= 0 || left.Share >= 0 || left.IsPartOf || !frame.Right.Noun.IsEmpty)
        {
            return false;
        }

        var before = frame.Sentence.Clause(frame.Clause - 1);
        var share = -1;
        for (var at = before.Start; at < before.End; at++)
        {
            if (row[at].Role == TokenRole.Quantity)
            {
                return false;
            }

            share = row[at].Role == TokenRole.Verb && row[at].Sense.Verb is { Role: VerbRole.Share } ? at : share;
        }

        var first = share < 0 ? -1 : row.After(share, before.End);
        var end = first;
        while (end >= 0 && end < before.End && row[end].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Of or TokenRole.Time or TokenRole.Determiner && !IsRatio(row, end))
        {
            end++;
        }

        if (first < 0 || end <= first || end >= before.End || !IsRatio(row, end))
        {
            return false;
        }

        frame.SetMetric(draft, new Phrase(end, end + 1));
        (draft.Whole, draft.Kind, draft.IsPart) = (frame.Sentence.Text(new Phrase(first, row[end - 1].Role == TokenRole.Of ? end - 1 : end)), ClaimKind.Share, true);
        QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(row, share, before.Start));
        return true;
    }

    private static bool IsRatio(TokenRow row, int at) => row.Word(at) is "比例" or "比重" or "比";
}
