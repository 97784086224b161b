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

        if (left.Noun.IsEmpty && !frame.IsPercent && (left.Level >= 0 ? left.Level : left.Action) is >= 0 and var carries && Carried(frame, carries) is { IsEmpty: false } load)
        {
            // 载有45名游客的大巴, 搭载64人的客机: what it carries, and how many.
            frame.SetMetric(draft, carries, load.Start > right.Noun.Start ? new Phrase(right.Noun.Start, load.Start - 1) : Phrase.None);
            QuantityFrame.SetSubject(draft, load);
            return true;
        }

        if (!right.IsLinked || right.Noun.IsEmpty || left.Noun.IsEmpty || left.Action >= 0 && frame.Row[left.Noun.Start].Role is not (TokenRole.Determiner or TokenRole.Number) || left.IsPartOf
            || frame.HeadMetric(left.Noun) is null && !frame.Row.LooksLikeMetric(left.Noun.End - 1)
            || Head(frame) is not { IsEmpty: false } head)
        {
            return false;
        }

        var (owner, metric) = frame.Row.Part(left.Noun, hasOwner: false);
        frame.SetMetric(draft, metric);
        QuantityFrame.SetSubject(draft, IsApposed(frame, owner) ? owner : head);

        // 业主清拆一幢面积48平方米的村屋,被判罚款: the head is an object; what follows is about who did it.
        draft.IsPart = IsObject(frame);
        return true;
    }

    /// <summary>What 的 ties the value to; before a measure of its own (续航500公里的轿车 | 售价) the thing alone, and nothing where that is a measure too.</summary>
    private static Phrase Head(QuantityFrame frame)
    {
        var noun = frame.Right.Noun;
        if (frame.Row.Cues.IsAtEnd(ContextCue.MereLevel, frame.Row.Word(noun.End - 1)))
        {
            // 毛利率保持在50%的高水平: whose margin it is stands before.
            return Phrase.None;
        }

        if (frame.HeadMetric(noun) is not { } own)
        {
            return noun;
        }

        return own is { IsCountable: false, Kind: MetricKind.Level } && frame.HeadMetric(frame.Left.Noun) is { IsCountable: false, Kind: MetricKind.Level } measure && measure.Id != own.Id && frame.Row.Part(noun, hasOwner: false).Owner is { IsEmpty: false } thing
            && frame.SenseAt(thing.End - 1) is { Metric: null } sense && !sense.Is(WordRoles.Region | WordRoles.Generic | WordRoles.Attribute)
                ? thing
                : Phrase.None;
    }

    /// <summary>What the relative clause of a verb of carrying determines; empty for another verb, or where no 的 follows.</summary>
    private static Phrase Carried(QuantityFrame frame, int verb)
    {
        var right = frame.Right;
        if (right.Noun.IsEmpty || !frame.Row.Is(verb, ContextCue.Carries))
        {
            return Phrase.None;
        }

        if (right.IsLinked)
        {
            return right.Noun;
        }

        for (var of = right.Noun.Start + 1; of < right.Noun.End - 1; of++)
        {
            if (frame.Row[of].Role == TokenRole.Of)
            {
                return new Phrase(of + 1, right.Noun.End);
            }
        }

        return Phrase.None;
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
