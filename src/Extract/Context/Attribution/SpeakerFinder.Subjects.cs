using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <content>Who stands before a verb of speech.</content>
internal static partial class SpeakerFinder
{
    /// <summary>近六成受访者: a part of those asked says nothing for the rest.</summary>
    private static bool IsShare(SentenceParts parts, TextSpan subject) =>
        parts.Text(subject) is var text && (text.StartsWith("过半") || text.StartsWith("半数") || text.IndexOfAny('成', '%') is > 0 and var mark && (text[mark] == '%' || text[mark - 1] is '一' or '两' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九'));

    private static bool IsNumber(SentenceParts parts, TextSpan subject)
    {
        var text = parts.Text(subject);
        if (text.Contains('%'))
        {
            // 87%受访者认为: a part of those asked.
            return true;
        }

        for (var i = parts.WordFrom(subject.Start); i < parts.Words.Length && parts.Words[i].Span.Start < subject.End; i++)
        {
            if (parts.Words[i].Tag is not ("m" or "mq" or "q"))
            {
                return false;
            }
        }

        return true;
    }

    private static TextSpan? Subject(SentenceParts parts, int clause, int first, int word, SpeechSense sense, out bool isElided)
    {
        if (word > first + 2 && IssuerOf(parts, first, word) is { } by)
        {
            isElided = false;
            return by;
        }

        if (first + 1 < word && parts.Text(first) is "经" && SubjectPhrase.Find(parts, first + 1, word, out _) is { } examining && SpeakerName.IsAnimate(parts, examining))
        {
            // 经警方核实,…
            isElided = false;
            return examining;
        }

        if (sense == SpeechSense.Show && word > first)
        {
            isElided = false;
            if (SpeakerName.Issuer(parts, first, word) is { } issuer)
            {
                return issuer;
            }

            var lead = SubjectPhrase.SkipLead(parts, Math.Max(first, AfterOpenBracket(parts, first, word)), word);
            if (lead + 2 < word && parts.Is(lead, ContextCue.Issues) && parts.Text(lead + 1) is "的")
            {
                // 7月发布的数据显示: nobody by whom.
                lead += 2;
            }

            if (lead + 1 < word && parts.Text(lead) is "来自")
            {
                // 来自人社部的数据显示
                lead++;
            }

            while (word > lead && (parts.Words[word - 1].Tag is "d" or "c" || parts.Text(word - 1) is "也" or "均" or "还" or "则" or "都" or "亦" or "并"))
            {
                word--;
            }

            return lead < word ? new TextSpan(parts.Words[lead].Span.Start, parts.Words[word - 1].Span.End) : null;
        }

        var subject = SubjectPhrase.Find(parts, first, word, out isElided);
        if (subject is not null || !isElided)
        {
            return subject;
        }

        // Left out: the subject of the nearest clause before, or the agent of its passive.
        for (var before = clause - 1; before >= 0 && before >= clause - 4; before--)
        {
            var from = parts.WordFrom(Math.Max(parts.Clauses[before].Start, parts.Head));
            var to = parts.WordFrom(parts.Clauses[before].End);
            if (Agent(parts, from, to) is { } agent)
            {
                return agent;
            }

            if (sense == SpeechSense.Announce && FirstName(parts, parts.Clauses[before]) is { } publisher)
            {
                return publisher;
            }

            // 青岛市发生火灾，已确认14人死亡: the place confirms nothing.
            if (SubjectPhrase.Find(parts, from, to, out _) is { } earlier && !IsShare(parts, earlier) && parts.Words[parts.WordFrom(earlier.End) - 1].Tag is not "ns" && (SpeakerName.IsAnimate(parts, earlier) || (before == 0 && earlier.Length <= LongestPlainName)))
            {
                return earlier;
            }
        }

        return null;
    }

    /// <summary>台湾中钢营运再喷发,昨日公告…: the first company that a clause names.</summary>
    private static TextSpan? FirstName(SentenceParts parts, TextSpan clause)
    {
        foreach (var name in parts.Names)
        {
            if (clause.Contains(name.Span) && name.Entity is not { Type: EntityType.Place or EntityType.Person })
            {
                return name.Span;
            }
        }

        for (var i = parts.WordFrom(clause.Start); i < parts.Words.Length && parts.Words[i].Span.End <= clause.End; i++)
        {
            if (parts.Words[i] is { Tag: "nt", Span.Length: > 1 } && parts.Lexicon.Sources.EndingOf(parts.Text(i), out _) is SourceSense.None or SourceSense.Common)
            {
                return parts.Words[i].Span;
            }
        }

        return null;
    }

    /// <summary>甲公司(数据显示,…: the first word inside a bracket that is still open at <paramref name="word"/>.</summary>
    private static int AfterOpenBracket(SentenceParts parts, int first, int word)
    {
        for (var i = word - 1; i >= first && parts.Text(i) is not ")"; i--)
        {
            if (parts.Text(i) is "(")
            {
                return i + 1;
            }
        }

        return first;
    }

    /// <summary>被李老太的儿子陈某起诉: the agent stands between 被 and the verb.</summary>
    private static TextSpan? Agent(SentenceParts parts, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (parts.Text(i) is not ("被" or "遭"))
            {
                continue;
            }

            var end = i + 1;
            while (end < to && (SubjectPhrase.IsNominal(parts, end) || parts.Text(end) is "的"))
            {
                end++;
            }

            var agent = end > i + 1 ? new TextSpan(parts.Words[i + 1].Span.Start, parts.Words[end - 1].Span.End) : default;
            return end > i + 1 && SpeakerName.IsAnimate(parts, agent) ? agent : null;
        }

        return null;
    }

    /// <summary>受到市场质疑, 遭投资者批评: what is said against the subject, which says nothing itself.</summary>
    private static bool IsSuffered(SentenceParts parts, int first, int word)
    {
        if (!parts.Is(word, ContextCue.Blames))
        {
            return false;
        }

        for (var at = word - 1; at > Math.Max(first, word - LongestCritic); at--)
        {
            if (parts.Is(at, ContextCue.Suffers))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPassive(SentenceParts parts, int first, int word)
    {
        for (var i = first; i < word; i++)
        {
            if (parts.Text(i) is "被" or "遭")
            {
                return true;
            }
        }

        return false;
    }
}
