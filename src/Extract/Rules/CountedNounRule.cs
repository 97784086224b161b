using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>Things counted, with the noun after the number: 国际精密的15位股东, 拥有300名员工, 2.7万户停电.</summary>
internal sealed class CountedNounRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "counted-noun";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (right.Noun.IsEmpty)
        {
            return false;
        }

        frame.SetMetric(draft, right.Noun);
        draft.Counted = frame.Sentence.Text(right.Noun);
        if (!left.Noun.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, left.Noun);
        }
        else
        {
            QuantityFrame.SetSubject(draft, left.Outer);
        }

        return true;
    }
}
