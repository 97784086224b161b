using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whose a value is that the text tells before it has named anybody.</content>
internal static partial class SubjectResolver
{
    /// <summary>Clauses that a sentence tells figures in before it names whose they are.</summary>
    private const int MostBeforeName = 6;

    /// <summary>净利大增120%，中芯国际交出…: settles on whom a later clause of the sentence names, and on what it measures where the value's own clause does not say (从60元涨到180元，中芯国际股价…).</summary>
    private static void LookAhead(QuantityFrame frame, ClaimDraft draft)
    {
        if (Ahead(frame) is not (>= 0 and var clause))
        {
            return;
        }

        var topic = frame.Sentence.Topic(clause);
        if (SubjectName.Of(frame.Sentence, topic.Subject) is not { } name)
        {
            return;
        }

        Settle(draft, name, SlotSource.Sentence);
        if ((draft.Metric is null || frame.Left.Change >= 0 && frame.Row.Word(frame.Left.Change).SequenceEqual(draft.Metric)) && !topic.Metric.IsEmpty)
        {
            frame.SetMetric(draft, topic.Metric);
        }
    }

    /// <summary>5名议员投了反对票: what those counted do is theirs, where the text is about nobody else.</summary>
    private static void SettleOnThoseCounted(QuantityFrame frame, ClaimDraft draft)
    {
        if (CountedState.Deed(frame) is { IsEmpty: false } deed && !(draft.SubjectText is not null && frame.SenseAt(deed.Start).Is(WordRoles.Speech)))
        {
            Settle(draft, new ResolvedName(frame.Sentence.Text(frame.Right.Noun), IsResolved: false), SlotSource.Pattern);
            frame.SetMetric(draft, deed);
        }
    }

    /// <summary>截至周五，31座城市公布了细则: true where those counted do what the clause says, and nobody does it to them (对6家公司作出处罚).</summary>
    private static bool ActThemselves(QuantityFrame frame) => frame.Row.OpenerOf(frame.Token) < 0 && CountedState.Deed(frame) is { IsEmpty: false };

    /// <summary>True for people counted at the head of a sentence, where nothing but adverbs and times stands before their number: who they are is told by what they do.</summary>
    private static bool OpensWithPeople(QuantityFrame frame)
    {
        if (frame.Quantity.Unit is not ("人" or "名" or "位") || frame.Clause > 0 || frame.Right.IsLinked || frame.HeadIs(frame.Right.Noun, WordRoles.Title))
        {
            return false;
        }

        for (var at = frame.Row.Before(frame.Token, 0); at >= 0; at = frame.Row.Before(at, 0))
        {
            if (frame.Row[at].Role is not (TokenRole.Adverb or TokenRole.Time or TokenRole.Skipped) || frame.Row.IsPartMark(at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The later clause of the sentence that names whom the value is about; -1 for none, for a place, and after a condition or who tells it.</summary>
    private static int Ahead(QuantityFrame frame)
    {
        var (sentence, row) = (frame.Sentence, frame.Row);
        if (row.OpenerOf(frame.Token) is >= 0 and var opener && row.Word(opener)[0] is '按' or '依' or '根' or '据' or '比' or '较' or '与' or '跟' or '对')
        {
            // 按收盘价6.69元计算，王某将套现…: by what it is reckoned.
            return -1;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (!sentence.Topic(clause).Speaker.IsEmpty || SubjectName.IsCondition(sentence, clause))
            {
                return -1;
            }
        }

        for (var later = frame.Clause + 1; later < Math.Min(sentence.ClauseCount, frame.Clause + 1 + MostBeforeName); later++)
        {
            var (tokens, topic) = (sentence.Clause(later), sentence.Topic(later));
            if (!topic.Speaker.IsEmpty || row.Folded[row[tokens.Start - 1].Start] == ';' || row.IsPartMark(row.After(tokens.Start - 1, tokens.End)))
            {
                return -1;
            }

            if (!topic.Subject.IsEmpty)
            {
                return IsNamedActor(row, topic.Subject) ? later : -1;
            }
        }

        return -1;
    }

    /// <summary>True for the name of a company, a person or a product: who acts or is told of by himself, as a place is not.</summary>
    private static bool IsNamedActor(TokenRow row, Phrase phrase)
    {
        var last = row[phrase.End - 1];
        return row[phrase.Start].Role is not (TokenRole.Pronoun or TokenRole.Determiner) && (SubjectName.HasName(row, phrase.Start, phrase.End) || SubjectName.IsOrganisation(row, phrase.End - 1))
            && last is { Tag: not "ns", Sense.Entity: null or { Type: not EntityType.Place } } && !last.Sense.Is(WordRoles.Region);
    }
}
