namespace Pipeline.Extract.Context;

/// <content>The topic of what someone says or publishes.</content>
internal static partial class TopicFinder
{
    /// <summary>What is said from token <paramref name="start"/> on is about its own topic, else about the company that publishes it.</summary>
    private static ClauseTopic Said(TokenRow row, Phrase who, bool isPublished, int start, int end, bool hasOwner)
    {
        var content = start < end ? Find(row, start, end, hasOwner) : ClauseTopic.None;
        var isReport = !content.Subject.IsEmpty && (row[content.Subject.End - 1].Sense.Is(WordRoles.Document) || row.Word(content.Subject.Start)[0] == '《') && row.After(content.Subject.End - 1, end) < 0;
        if (isReport && !who.IsEmpty)
        {
            // 台积电公布财报: what the report says is about who publishes it, unless that is a public body.
            return new ClauseTopic(SubjectName.IsPublicBody(row, who.End - 1) ? Phrase.None : who, Phrase.None, Phrase.None) { Speaker = who };
        }

        if (!who.IsEmpty && content is { Subject.IsEmpty: false, Metric.IsEmpty: true, Speaker.IsEmpty: true } && row.After(content.Subject.End - 1, end) < 0 && row.After(content.Subject.End - 1) >= 0
            && (SubjectName.IsPerson(row[who.End - 1]) || row[who.End - 1].Sense.Is(WordRoles.Title | WordRoles.Group)))
        {
            // 被告承认盗窃罪,被判监4个月: what is admitted is no topic; who admits it is.
            return new ClauseTopic(who, Phrase.None, Phrase.None) { Speaker = who };
        }

        if (!who.IsEmpty && isPublished && content.Subject.IsEmpty && content.Metric.IsEmpty && row.After(start - 1, end) >= 0
            && !SubjectName.IsPublicBody(row, who.End - 1) && !SubjectName.IsPerson(row[who.End - 1]) && !row[who.End - 1].Sense.Is(WordRoles.Title))
        {
            return new ClauseTopic(who, Phrase.None, Phrase.None) { Speaker = who };
        }

        if (start > 0 && row.Word(start - 1) is "告诉" or "告知" && !content.Subject.IsEmpty && row.After(content.Subject.End - 1, end) < 0)
        {
            // 他告诉东山日报: who is told.
            content = content with { Subject = Phrase.None };
        }

        // 甲公司发布的《报告书》称: who publishes the paper says what it says.
        return content with { Speaker = content.Speaker.IsEmpty || !who.IsEmpty && isPublished && row.Word(content.Speaker.End - 1)[^1] == '》' ? who : content.Speaker };
    }
}
