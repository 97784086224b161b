using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A part that 的 sets against its whole, without 占: 拿下市场的三成, 覆盖全国人口的95%.</summary>
internal sealed class PartOfRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "part-of";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (!frame.IsPercent || !left.IsPartOf || left.Noun.IsEmpty || left.Change >= 0)
        {
            return false;
        }

        draft.Kind = frame.HeadIs(left.Noun, WordRoles.Market) ? ClaimKind.MarketShare : ClaimKind.Share;
        draft.Whole = frame.Sentence.Text(left.Noun);
        QuantityFrame.SetSubject(draft, left.Outer);
        if (!frame.Right.Noun.IsEmpty)
        {
            frame.SetMetric(draft, frame.Right.Noun);
        }
        else if (left.Action >= 0)
        {
            frame.SetMetric(draft, left.Action, frame.HeadMetric(left.Noun) is null ? Phrase.None : new Phrase(left.Noun.End - 1, left.Noun.End));
        }
        else if (frame.HeadMetric(left.Noun) is { } head && (head.Id != "ownership" || !frame.CarryMetric(draft)))
        {
            frame.SetMetric(draft, new Phrase(left.Noun.End - 1, left.Noun.End));
        }

        return true;
    }
}
