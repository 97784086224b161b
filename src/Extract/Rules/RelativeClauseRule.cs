using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>A measured thing that stands after its own value: 市值超5万亿美元的科技巨头, 售价20万元的新车, 持股5.43%的股东.</summary>
internal sealed class RelativeClauseRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "relative-clause";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        var topic = frame.Sentence.Topic(frame.Clause);
        if (topic.Relative >= 0 && topic.Relative <= frame.Token && frame.Token < topic.Subject.Start && !left.Noun.IsEmpty && left.Action < 0 && !left.IsPartOf
            && frame.HeadMetric(left.Noun) is { IsCountable: false })
        {
            // 核载47人、实载52人的大客车: every value before the 的.
            var part = frame.Row.Part(left.Noun, hasOwner: true).Metric;
            frame.SetMetric(draft, part.IsEmpty ? new Phrase(left.Noun.End - 1, left.Noun.End) : part);
            QuantityFrame.SetSubject(draft, topic.Subject);
            return true;
        }

        if (!right.IsLinked || right.Noun.IsEmpty || left.Noun.IsEmpty || left.Action >= 0 && frame.Row[left.Noun.Start].Role is not (TokenRole.Determiner or TokenRole.Number) || left.IsPartOf
            || frame.HeadMetric(left.Noun) is null && !frame.Row.LooksLikeMetric(left.Noun.End - 1)
            || frame.HeadMetric(right.Noun) is not null)
        {
            return false;
        }

        var (owner, metric) = frame.Row.Part(left.Noun, hasOwner: false);
        frame.SetMetric(draft, metric);
        QuantityFrame.SetSubject(draft, IsApposed(frame, owner) ? owner : right.Noun);

        // 业主清拆一幢面积48平方米的村屋,被判罚款: the head is an object; what follows is about who did it.
        draft.IsPart = IsObject(frame);
        return true;
    }

    /// <summary>True where a verb opens the clause, after adverbs alone, and the value stands in its object.</summary>
    private static bool IsObject(QuantityFrame frame)
    {
        var first = frame.Row.After(frame.Left.ClauseStart - 1, frame.Token);
        while (first >= 0 && frame.Row[first].Role is TokenRole.Adverb or TokenRole.Time)
        {
            first = frame.Row.After(first, frame.Token);
        }

        return frame.Clause > 0 && first >= 0 && frame.Row[first] is { Role: TokenRole.Verb, Sense.Verb: null };
    }

    /// <summary>英伟达这个市值五万亿美元的科技巨头: the name before the demonstrative is the thing itself.</summary>
    private static bool IsApposed(QuantityFrame frame, Phrase owner)
    {
        for (var i = owner.Start; i < owner.End; i++)
        {
            if (frame.Row[i].IsName)
            {
                return true;
            }
        }

        return false;
    }
}
