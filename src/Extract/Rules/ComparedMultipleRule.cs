using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A multiple or fraction of a stated reference: 晶体管数量是上一代的1.8倍, 按购车款三倍赔偿, 仅为峰值的80%, 市盈率200倍.</summary>
internal sealed class ComparedMultipleRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "multiple-of";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (frame.IsMultiple ? frame.Quantity.IsChangeByItself || left.Change >= 0 : !IsPercentOfReference(frame))
        {
            return false;
        }

        draft.Kind = ClaimKind.Ratio;
        if (left.Preposition >= 0 && !left.Noun.IsEmpty)
        {
            draft.Basis = Reference.BasisOf(frame.Sentence.Text(left.Noun));
            frame.SetClosingVerb(draft);
            return true;
        }

        if (left.IsPartOf && !left.Noun.IsEmpty)
        {
            draft.Basis = Reference.BasisOf(frame.Sentence.Text(left.Noun));
            frame.Note(draft, left.Level);
            BindMeasured(frame, draft, left.Outer);
            return true;
        }

        if (left.IsPartOf)
        {
            // 是2020年的1.6倍: the reference is a time.
            var of = frame.Row.Before(frame.Token);
            while (of >= 0 && frame.Row[of].Role != TokenRole.Of)
            {
                of = frame.Row.Before(of);
            }

            var reference = frame.Row.Before(of);
            if (reference >= 0)
            {
                var first = reference;
                while (frame.Row[reference].Role is TokenRole.Localizer or TokenRole.Time && frame.Row.Before(first, left.ClauseStart) is var earlier && earlier >= 0 && frame.Row[earlier].Role is TokenRole.Time)
                {
                    first = earlier;
                }

                draft.Basis = Reference.BasisOf(frame.Sentence.Text(new Phrase(first, reference + 1)));
            }

            BindMeasured(frame, draft, left.Outer);
            return true;
        }

        if (!left.Noun.IsEmpty)
        {
            var head = frame.HeadMetric(left.Noun);
            if (left.Level >= 0 && head is not { Kind: MetricKind.Ratio } && left.Outer.IsEmpty is false)
            {
                draft.Basis = Reference.BasisOf(frame.Sentence.Text(left.Noun));
                BindMeasured(frame, draft, left.Outer);
                return true;
            }

            frame.SetMeasured(draft, left.Noun);
            return true;
        }

        frame.CarryMetric(draft);
        return true;
    }

    private static void BindMeasured(QuantityFrame frame, ClaimDraft draft, Phrase outer)
    {
        if (outer.IsEmpty)
        {
            frame.CarryMetric(draft);
            return;
        }

        frame.SetMeasured(draft, outer);
        if (draft.Metric is null)
        {
            frame.CarryMetric(draft);
        }
    }

    /// <summary>A percentage that 是, 为 or 相当于 sets against something else that is measured: 性能仅为峰值的80%, 相当于日本GDP的0.36%.</summary>
    private static bool IsPercentOfReference(QuantityFrame frame)
    {
        var left = frame.Left;
        if (!frame.IsPercent || !left.IsPartOf || left.Noun.IsEmpty || left.Level < 0 || left.Change >= 0 || left.Share >= 0 || left.Contribute >= 0)
        {
            return false;
        }

        return frame.Row.Word(left.Level) is "是" or "为" or "相当于" or "仅为" or "约为" or "等于" or "只有" or "等同";
    }
}
