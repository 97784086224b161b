using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whom a rating is about.</content>
internal static partial class SubjectResolver
{
    /// <summary>瑞银把目标价调升至235美元, after 英伟达财报前夕: the company rated, not the one that rates it.</summary>
    private static ResolvedName? Rated(QuantityFrame frame)
    {
        var row = frame.Row;
        for (var i = frame.Token - 1; i >= 0; i--)
        {
            if (row[i].Sense.Entity?.Type == EntityType.Company && !IsAgent(frame, i))
            {
                return new ResolvedName(frame.Sentence.Text(new Phrase(i, i + 1)), IsResolved: false);
            }
        }

        return null;
    }

    /// <summary>苹果财报公布后: the clause only says when.</summary>
    private static bool EndsInSetting(QuantityFrame frame, int clause)
    {
        var tokens = frame.Sentence.Clause(clause);
        return frame.Row.Before(tokens.End, tokens.Start) is >= 0 and var last && frame.Row[last].Role is TokenRole.Localizer or TokenRole.Time;
    }

    private static bool IsAgent(QuantityFrame frame, int token)
    {
        for (var clause = 0; clause <= frame.Clause; clause++)
        {
            if (clause < frame.Clause && EndsInSetting(frame, clause))
            {
                continue;
            }

            var topic = frame.Sentence.Topic(clause);
            var isSpeaker = topic.Speaker.Start <= token && token < topic.Speaker.End;
            var isTopic = topic.Subject.Start <= token && token < topic.Subject.End;
            if (isSpeaker || isTopic && frame.Row.After(topic.Subject.End - 1) is var next && next >= 0 && frame.Row[next].Role is TokenRole.Preposition or TokenRole.Verb)
            {
                return true;
            }
        }

        return false;
    }
}
