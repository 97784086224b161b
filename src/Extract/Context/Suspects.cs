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
            if (row[verb].Role != TokenRole.Verb || row.Word(verb) is not ("拘捕" or "逮捕" or "抓获" or "起诉" or "检控" or "羁押" or "捉获" or "拘获" or "捕获" or "查获" or "拘留" or "被捕"))
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

    private static bool OpensWithSuspicion(TokenRow row, Phrase clause) =>
        row.After(clause.Start - 1, clause.End) is var first && first >= 0 && row.Word(first) is "涉嫌" or "涉" or "疑" or "怀疑" or "被控" or "疑似" or "涉案" or "年龄" or "年纪" or "分别涉嫌" or "共涉" or "共涉及";
}
