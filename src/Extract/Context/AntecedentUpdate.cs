namespace Pipeline.Extract.Context;

/// <summary>Keeps what a sentence named, for the sentences after it.</summary>
internal static class AntecedentUpdate
{
    /// <summary>Takes over the sentence's topic, and the organisation and the person it named.</summary>
    public static void After(SentenceFrame sentence)
    {
        var row = sentence.Row;
        var antecedents = sentence.Antecedents;
        string? topic = null;
        for (var clause = 0; clause < sentence.ClauseCount && topic is null; clause++)
        {
            var phrase = sentence.Topic(clause).Subject;
            if (!phrase.IsEmpty && row[phrase.Start].Role != TokenRole.Pronoun)
            {
                topic = SubjectName.Of(sentence, phrase)?.Text;
            }
        }

        topic ??= sentence.Bound.Find(b => b.Draft.SubjectText is not null)?.Draft.SubjectText;
        if (topic is not null)
        {
            antecedents.Topic = new Mention(topic, null);
        }

        string? organisation = null;
        for (var i = 0; i < row.Count; i++)
        {
            if (SubjectName.IsPerson(row[i]))
            {
                antecedents.Person = new Mention(sentence.Text(new Phrase(i, i + 1)), row[i].Sense.Entity);
            }
            else if (organisation is null && SubjectName.IsOrganisation(row, i))
            {
                organisation = SubjectName.Antecedent(sentence, i + 1, isPerson: false);
            }
        }

        if (organisation is not null)
        {
            antecedents.Organisation = new Mention(organisation, null);
        }
    }
}
