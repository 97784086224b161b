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

        if (frame.HeadIs(right.Noun, WordRoles.Group) && !right.IsLinked && right.Verb >= 0 && right.Object.IsEmpty && left.Noun.IsEmpty && left.Outer.IsEmpty && left.Action < 0 && left.Change < 0 && left.Level < 0)
        {
            // 约247万名劳工受惠: who is counted is the subject of the verb.
            frame.SetMetric(draft, right.Verb, Phrase.None);
            QuantityFrame.SetSubject(draft, right.Noun);
            draft.IsPart = true;
            return true;
        }

        frame.SetMetric(draft, right.Noun);
        draft.Counted = frame.Sentence.Text(right.Noun);
        if (!left.Noun.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, left.Noun);

            // 向甲公司等12家公司发行: whom the deed is done to is not who does it.
            draft.IsPart = left.Preposition >= 0 && frame.Row.Word(left.Preposition) is [.., '向' or '对' or '给' or '与'];
        }
        else
        {
            QuantityFrame.SetSubject(draft, left.Outer);
        }

        return true;
    }
}
