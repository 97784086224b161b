using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <summary>警方拘捕2男2女,涉嫌以高息放贷: who is arrested is who is suspected, not who arrests.</summary>
internal static class Suspects
{
    /// <summary>Longest words for the arrested, in characters; more is a clause of its own.</summary>
    private const int LongestName = 12;

    /// <summary>The words for who was arrested, where the clause of <paramref name="frame"/> goes on about the suspicion; else null.</summary>
    public static string? Of(QuantityFrame frame)
    {
        var (sentence, row) = (frame.Sentence, frame.Row);
        if (frame.Left.Action >= 0 && frame.SenseAt(frame.Left.Action).Is(WordRoles.Seizure))
        {
            // 拘捕4人，涉嫌贩毒，检获2公斤毒品: who arrests also seizes.
            return null;
        }

        var suspected = frame.Clause;
        while (suspected > 0 && !OpensWithSuspicion(row, sentence.Clause(suspected)))
        {
            if (!sentence.Topic(suspected).Subject.IsEmpty)
            {
                return null;
            }

            suspected--;
        }

        if (suspected == 0)
        {
            return null;
        }

        var before = sentence.Clause(suspected - 1);
        for (var verb = row.After(before.Start - 1, before.End); verb >= 0; verb = row.After(verb, before.End))
        {
            if (row[verb].Role != TokenRole.Verb || !row.Is(verb, ContextCue.Arrests))
            {
                continue;
            }

            var (first, last) = (row.After(verb, before.End), row.Before(before.End, verb + 1));
            while (first >= 0 && first < last && (row[first].Role is TokenRole.Determiner or TokenRole.Particle or TokenRole.Adverb || row[first].Role == TokenRole.Quantity && row[row.After(first)].Role is TokenRole.Noun))
            {
                first = row.After(first, before.End);
            }

            return first < 0 || last < first || row[last].Role is not (TokenRole.Noun or TokenRole.Quantity) ? null : sentence.Text(new Phrase(first, last + 1)) is { Length: <= LongestName } text ? text : null;
        }

        return null;
    }

    private static bool OpensWithSuspicion(TokenRow row, Phrase clause)
    {
        var first = row.After(clause.Start - 1, clause.End);
        while (first >= 0 && row[first].Role == TokenRole.Adverb && !row.Is(first, ContextCue.Suspicion))
        {
            // 分别涉嫌, 共涉及
            first = row.After(first, clause.End);
        }

        return row.Is(first, ContextCue.Suspicion);
    }
}
