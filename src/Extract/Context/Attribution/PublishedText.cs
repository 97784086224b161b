using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>What a verb of publishing gives out: a text that states what follows (披露重组草案，…; 作出裁决书，…), or the statement itself (公告因…).</summary>
internal static class PublishedText
{
    /// <summary>Longest name that a headline opens with before its colon.</summary>
    private const int LongestTopic = 12;

    /// <summary>True where <paramref name="verb"/> has what it publishes after it in its clause.</summary>
    public static bool Follows(SentenceParts parts, int clause, TextSpan verb, SpeechSense sense)
    {
        var next = parts.WordFrom(verb.End);
        next += next + 1 < parts.Words.Length && parts.Text(next) is "截至" or "截止" ? 1 : 0;
        return sense == SpeechSense.Announce && next < parts.Words.Length && (IsDate(parts, next) || parts.Is(next, ContextCue.Announced)) || EndsWithDocument(parts, clause, verb.End);
    }

    /// <summary>东山集团：拟回购股份东山集团11月8日公告: a headline runs into its report, which names the company once more.</summary>
    public static TextSpan? CompanyOfHeadline(SentenceParts parts, int clause, int verb)
    {
        if (clause == 0 || parts.Folded[parts.Clauses[0].End - 1] != ':')
        {
            return null;
        }

        var topic = parts.Text(new TextSpan(parts.Clauses[0].Start, parts.Clauses[0].End - 1));
        topic = topic[(topic.LastIndexOfAny('】', ' ') + 1)..];
        var lead = parts.Folded.AsSpan(parts.Clauses[clause].Start, verb - parts.Clauses[clause].Start);
        var at = topic.Length is < 2 or > LongestTopic ? -1 : lead.LastIndexOf(topic);
        return at < 0 ? null : new TextSpan(parts.Clauses[clause].Start + at, parts.Clauses[clause].Start + at + topic.Length);
    }

    /// <summary>公布10月…: a date; 前30个交易日 is none.</summary>
    private static bool IsDate(SentenceParts parts, int word)
    {
        foreach (var time in parts.Times)
        {
            if (time.Span.Overlaps(parts.Words[word].Span))
            {
                return time.Form != Time.TimeForm.Undated || parts.Text(word) is not "前";
            }
        }

        return false;
    }

    /// <summary>披露《…预案(修订稿)》: the last noun of the clause names a text.</summary>
    private static bool EndsWithDocument(SentenceParts parts, int clause, int from)
    {
        var text = parts.Text(new TextSpan(from, Math.Max(from, parts.Clauses[clause].End))).TrimEnd(",:;。!?— ");
        while (text.Length > 0 && text[^1] is ')' or '》' or '”' or '」')
        {
            var open = text[^1] == ')' ? text.LastIndexOf('(') : -1;
            text = text[..(open >= 0 ? open : text.Length - 1)];
        }

        return text.EndsWith("消息") || text.Length > 1 && (parts.Lexicon.Sources.EndingOf(text, out _) & (SourceSense.Document | SourceSense.Vague)) == SourceSense.Document;
    }
}
