using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whose what is done 全台 or 海外 is, and which subjects are groups that have parts.</content>
internal static partial class SubjectResolver
{
    /// <summary>统一超商表示，全台门市数7100家: the shops, staff and members that a company speaks of are its own, wherever they are, and so is what it sells 海外.</summary>
    private static ResolvedName? CompanyOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.Rule == "verb-object" && draft.Subject.End - draft.Subject.Start == 1 && frame.Row.IsScope(draft.Subject.Start))
        {
            // 《大濛》全台票房突破1亿元，全球更开出5亿美元: where a product or a company of an earlier clause did so.
            return NamedBefore(frame);
        }

        if (draft.Subject.End - draft.Subject.Start != 1 || !frame.Row.IsScope(draft.Subject.Start) || draft.MetricSense?.Id is not ("count" or "users" or "employees") && !(frame.Row.Word(draft.Subject.Start) is "海外" or "境外" && draft.MetricSense?.Id is "sales_volume" or "shipments" or "revenue" or "sales"))
        {
            return null;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Speaker is { IsEmpty: false } speaker && !SubjectName.IsPublicBody(frame.Row, speaker.End - 1))
            {
                return SubjectName.CompanyOfSpeaker(frame.Sentence, speaker);
            }
        }

        return null;
    }

    /// <summary>The company or product that the nearest earlier clause with a topic is about; null for another topic.</summary>
    private static ResolvedName? NamedBefore(QuantityFrame frame)
    {
        for (var clause = frame.Clause - 1; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Subject is { IsEmpty: false } topic)
            {
                return frame.SenseAt(topic.End - 1).Entity?.Type is EntityType.Company or EntityType.Product || frame.Row.Word(topic.End - 1)[^1] == '》' ? SubjectName.Of(frame.Sentence, topic) : null;
            }
        }

        return null;
    }

    /// <summary>True where the last clause that has a topic is about no name, of which nothing can be a part.</summary>
    private static bool IsOfGroup(QuantityFrame frame)
    {
        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Subject is { IsEmpty: false } topic)
            {
                return !SubjectName.HasName(frame.Row, topic.Start, topic.End);
            }
        }

        return false;
    }

    /// <summary>商汤营收24亿元，生成式AI业务入账18亿元，账上现金131亿元: what only a company has, after a value of its division or of where it sells, where the sentence is about the company.</summary>
    private static bool IsOfWhole(QuantityFrame frame, ClaimDraft draft, BoundQuantity bound)
    {
        if (draft.MetricSense?.Id is not ("cash" or "debt" or "assets" or "market_cap" or "share_price" or "dividend" or "eps" or "employees" or "debt_ratio" or "roe" or "deposits") || bound.Draft.SubjectText is not { } division)
        {
            return false;
        }

        var folded = Text.TextFold.Fold(division);
        if (!frame.Row.Cues.IsAtEnd(ContextCue.Division, folded) && !folded.EndsWith("市场", StringComparison.Ordinal) && !TokenRow.IsReach(folded))
        {
            return false;
        }

        for (var clause = bound.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Subject is { IsEmpty: false } topic && frame.SenseAt(topic.End - 1).Entity?.Type == EntityType.Company)
            {
                return true;
            }
        }

        return false;
    }
}
