namespace Pipeline.Extract.Context;

/// <summary>Whom a sentence names, for the sentences after it.</summary>
/// <param name="Organisation">The first company or institution.</param>
/// <param name="Person">The last person.</param>
/// <param name="Event">The last event.</param>
/// <param name="Place">The first place.</param>
internal readonly record struct SentenceNames(Mention? Organisation, Mention? Person, Mention? Event, NamedPlace? Place)
{
    /// <summary>Reads the names of <paramref name="sentence"/>.</summary>
    public static SentenceNames Of(SentenceFrame sentence)
    {
        var row = sentence.Row;
        Mention? organisation = null;
        var (person, happened, place) = (-1, -1, -1);
        for (var i = 0; i < row.Count; i++)
        {
            if (SubjectName.IsPerson(row[i]))
            {
                person = i;
            }
            else if (organisation is null && SubjectName.IsOrganisation(row, i) && !SubjectName.IsRelay(row, i) && !IsMedium(row, i) && SubjectName.Antecedent(sentence, i + 1, isPerson: false) is { } name)
            {
                organisation = new Mention(name, null);
            }
            else if (row[i] is { Role: TokenRole.Noun } token && token.Sense.Is(WordRoles.Event))
            {
                happened = i;
            }
            else if (place < 0 && SubjectName.IsPlace(row, i))
            {
                place = i;
            }
        }

        return new SentenceNames(organisation, MentionAt(sentence, person), MentionAt(sentence, happened), place < 0 ? null : SubjectName.PlaceAt(sentence, place));
    }

    private static Mention? MentionAt(SentenceFrame sentence, int token) =>
        token < 0 ? null : new Mention(sentence.Text(new Phrase(token, token + 1)), sentence.Row[token].Sense.Entity);

    /// <summary>What <paramref name="sentence"/> is about: the topic of its first clause that has one, else what its first value belongs to.</summary>
    public static Mention? TopicOf(SentenceFrame sentence)
    {
        for (var clause = 0; clause < sentence.ClauseCount; clause++)
        {
            var phrase = sentence.Topic(clause) is { IsAside: false } own ? own.Subject : Phrase.None;
            if (clause > 0 && FirstBound(sentence) is { } first && first.Clause < clause)
            {
                // 营收331亿美元,其中先进制程占74%: the part that a later clause is about is not what the text is about.
                break;
            }

            phrase = OwnerStrength.GoesOn(sentence.Row, phrase);
            if (!phrase.IsEmpty && sentence.Row[phrase.Start].Role != TokenRole.Pronoun && !IsMedium(sentence.Row, phrase.End - 1) && SubjectName.Of(sentence, phrase)?.Text is { } topic)
            {
                return new Mention(topic, null, !sentence.Row[phrase.End - 1].Sense.Is(WordRoles.Event) && OwnerStrength.IsNamed(sentence.Row, phrase), SubjectName.IsOrganisation(sentence.Row, phrase.End - 1));
            }
        }

        if (FirstBound(sentence)?.Draft is not { SubjectText: { } subject } draft || !draft.Subject.IsEmpty && OwnerStrength.GoesOn(sentence.Row, draft.Subject).IsEmpty)
        {
            return null;
        }

        var isOrganisation = draft.Subject.IsEmpty ? sentence.Antecedents.Topic is { IsOrganisation: true } carried && carried.Text == subject : SubjectName.IsOrganisation(sentence.Row, draft.Subject.End - 1);
        return new Mention(subject, null, draft is { StandsAlone: true, IsEvent: false } && (draft.Subject.IsEmpty || OwnerStrength.IsNamed(sentence.Row, draft.Subject)), isOrganisation);
    }

    /// <summary>经济参考报, 36氪: who reports is not what the next sentences are about.</summary>
    private static bool IsMedium(TokenRow row, int last) => row.EndsIn(last, ContextCue.Medium);

    private static BoundQuantity? FirstBound(SentenceFrame sentence) => sentence.Bound.Find(static bound => bound.Draft.SubjectText is not null);
}
