using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whom an authority fines.</content>
internal static partial class SubjectResolver
{
    /// <summary>对东山平台开出罚单：没收违法所得86万元: who has to pay, whom 对, 向 or 给 names before, in this clause or an earlier one; null elsewhere.</summary>
    private static ResolvedName? Fined(QuantityFrame frame, ClaimDraft draft)
    {
        // 开罚480万元 is what the authority does; 缴纳罚款 is done by whom it fined.
        if (draft is not { Metric: { } metric, MetricSource: SlotSource.Pattern } || !((draft.MetricSense?.Id == "fine" || metric.EndsWith("处罚", StringComparison.Ordinal)) && metric.Contains('罚', StringComparison.Ordinal) && metric[0] is not ('缴' or '交' or '付' or '支' or '补') || metric.StartsWith("没收", StringComparison.Ordinal)))
        {
            return null;
        }

        var (row, sentence) = (frame.Row, frame.Sentence);
        var topic = sentence.Topic(frame.Clause).Subject;
        for (var at = frame.Token - 1; at >= 0; at--)
        {
            if (at == draft.Subject.Start && !draft.Subject.IsEmpty && at >= frame.Left.ClauseStart && !SubjectName.IsPublicBody(row, draft.Subject.End - 1)
                || at == topic.Start && !topic.IsEmpty && !SubjectName.IsPublicBody(row, topic.End - 1))
            {
                // 实控人被罚600万元
                return null;
            }

            if ((row[at].Role == TokenRole.Preposition && row.Word(at) is "对" or "向" or "给" || row.Word(at) is "给予" || row.Is(at, ContextCue.Demands)) && Target(row, row.After(at), frame.Token) is { IsEmpty: false } whom && CanBeFined(frame, whom))
            {
                return SubjectName.Of(sentence, whom);
            }
        }

        return null;
    }

    /// <summary>法官判处被告入狱3年, 裁处业者50万元, 将被告判刑3年: who is sentenced, not who sentences; null elsewhere.</summary>
    private static ResolvedName? Sentenced(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        if (frame.Quantity.Dimension == Quantities.Dimension.Duration && !frame.Left.Noun.IsEmpty && row.Before(frame.Left.Noun.Start) is >= 0 and var mark && row[mark].Role == TokenRole.Listing
            && frame.Previous?.Token == row.Before(mark) && frame.Left.Noun.End == frame.Token && SubjectName.IsPerson(row[frame.Left.Noun.End - 1]))
        {
            // 判陈某3月、林某2月徒刑
            return SubjectName.Of(frame.Sentence, frame.Left.Noun);
        }

        for (var at = frame.Token - 1; frame.Quantity.Dimension is Quantities.Dimension.Duration or Quantities.Dimension.Money && at >= frame.Left.ClauseStart; at--)
        {
            if (row[at].Sense.Is(WordRoles.Verdict) && row.After(at) == frame.Token && Convicted(frame, draft, at) is { } convicted)
            {
                return convicted;
            }

            if (row[at].Role == TokenRole.Verb && row[at].Sense.Is(WordRoles.Verdict) && row.After(at) is var first && first < frame.Token)
            {
                // 判处被告人|王某
                first = row[first].Sense.Is(WordRoles.Title) && row.After(first) is >= 0 and var named && SubjectName.IsPerson(row[named]) ? named : first;
                var whom = new Phrase(first, first + 1);
                return row[first].Role is TokenRole.Noun or TokenRole.Pronoun && CanBeFined(frame, whom) && !SubjectName.IsAuthority(row, first) ? SubjectName.Of(frame.Sentence, whom) : null;
            }

            if (row[at].Role == TokenRole.Preposition && row.Word(at) is "将" or "把" && draft.Metric is { } metric && (metric.Contains('刑', StringComparison.Ordinal) || metric.StartsWith('判')) && row.PhraseStartingAt(row.After(at), frame.Token) is { IsEmpty: false } moved && CanBeFined(frame, moved))
            {
                return SubjectName.Of(frame.Sentence, moved);
            }
        }

        return null;
    }

    /// <summary>女子因违反竞争条例判囚两个月: who opens the clause of the verdict, where what stands before it is nobody; null elsewhere.</summary>
    private static ResolvedName? Convicted(QuantityFrame frame, ClaimDraft draft, int verdict)
    {
        var row = frame.Row;
        if (draft.Subject.IsEmpty || draft.Subject.End > verdict || CanBeFined(frame, new Phrase(draft.Subject.End - 1, draft.Subject.End)) && !frame.HeadIs(draft.Subject, WordRoles.Event))
        {
            return null;
        }

        var found = -1;
        for (var at = row.After(frame.Left.ClauseStart - 1, draft.Subject.End); at >= 0 && row[at].Role is TokenRole.Number or TokenRole.Quantity or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Time or TokenRole.Noun or TokenRole.Determiner or TokenRole.Skipped; at = row.After(at, draft.Subject.End))
        {
            if (row[at].Role == TokenRole.Noun && CanBeFined(frame, new Phrase(at, at + 1)) && !SubjectName.IsAuthority(row, at) && !SubjectName.IsPlace(row, at) && !row[at].Sense.Is(WordRoles.Event))
            {
                found = at;
            }
            else if (found >= 0)
            {
                break;
            }
        }

        return found < 0 ? null : SubjectName.Of(frame.Sentence, row.PhraseEndingAt(found, frame.Left.ClauseStart));
    }

    /// <summary>对其|罚款: a pronoun alone; else the phrase that opens at <paramref name="first"/>.</summary>
    private static Phrase Target(TokenRow row, int first, int end) =>
        first >= 0 && row[first].Role == TokenRole.Pronoun && row.After(first) is >= 0 and var next && row[next].Sense.Is(WordRoles.Verdict) ? new Phrase(first, first + 1) : row.PhraseStartingAt(first, end);

    private static bool CanBeFined(QuantityFrame frame, Phrase whom) =>
        OwnerStrength.StandsAlone(frame.Row, whom, isBesideTopic: false) || frame.HeadIs(whom, WordRoles.Title | WordRoles.Generic | WordRoles.Group) || frame.Row[whom.End - 1].Role == TokenRole.Pronoun
        || frame.Row.IsThing(whom.End - 1) || SubjectName.IsPerson(frame.Row[whom.End - 1]) || SubjectName.IsOrganisation(frame.Row, whom.End - 1);
}
