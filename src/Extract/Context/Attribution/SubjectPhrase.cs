using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Finds the noun phrase that a verb of speech has for its subject.</summary>
internal static class SubjectPhrase
{
    private const string Determiners = "该这那此本某";

    /// <summary>The subject of a verb among the words from <paramref name="first"/> up to <paramref name="verb"/>, all of one clause.</summary>
    /// <returns>Null where the clause names none: then <paramref name="isElided"/> says whether it is left out.</returns>
    public static TextSpan? Find(SentenceParts parts, int first, int verb, out bool isElided)
    {
        var at = SkipLead(parts, first, verb);
        isElided = at >= verb;
        if (isElided)
        {
            return null;
        }

        if (parts.Words[at].Tag == "v" && LastOf(parts, at, verb) is > 0 and var relative && relative + 1 < verb && IsNominalUpTo(parts, relative + 1, verb))
        {
            // 刊登在《自然》的一篇|论文: the noun of a relative clause, whatever stands in that.
            return Span(parts, relative + 1, verb);
        }

        // The part that may hold the subject ends at the first word that leads over to the verb.
        var stop = at;
        while (stop < verb && !IsBreak(parts, stop) && !(stop > at && EndsName(parts, stop, verb)) && (!parts.IsTime(stop) || stop > at && IsReport(parts, stop)) && parts.Text(stop) is not ("(" or "，" or ":"))
        {
            stop++;
            if (stop < verb && parts.Text(stop) is "(" && AfterBracket(parts, stop, verb) is var after and > 0 && parts.Lexicon.Sources.TitleLength(parts.Folded.AsSpan(parts.Words[after].Span.Start)) > 0)
            {
                // 海天味业(603288,股吧)董事长: whose post it is says no more.
                at = stop = after;
            }
        }

        while (stop > at + 1 && IsManner(parts, stop - 1))
        {
            stop--;
        }

        if (stop == at)
        {
            return OpensReport(parts, at, verb) ? Span(parts, at, verb) : null;
        }

        if (SpeakerName.IsTitleWithName(parts.Lexicon, parts.Text(new TextSpan(parts.Words[at].Span.Start, parts.Words[stop - 1].Span.End))))
        {
            return Span(parts, at, stop);
        }

        var lastOf = LastOf(parts, at, stop);
        var run = Run(parts, at, stop);
        if (run > at && run + 1 < stop && parts.Words[run].Tag[0] is 'v' or 'n' && (parts.Text(run) is [_, '着' or '著'] || parts.Text(run + 1) is "着" or "著"))
        {
            // 运营经理|指着机器人|告诉记者: what goes on meanwhile.
            return Span(parts, at, run);
        }

        if (run > at && run < stop && lastOf >= run && lastOf + 1 < stop)
        {
            // A relative clause: 发布公告的公司 is the last noun's; 公司发布的公告 is settled by the caller.
            return Span(parts, lastOf + 1, stop);
        }

        if (run == at)
        {
            if (lastOf >= 0 && lastOf + 1 < stop)
            {
                return Span(parts, lastOf + 1, stop);
            }

            if (stop - at <= 4 && (parts.Lexicon.Sources.EndingOf(parts.Text(new TextSpan(parts.Words[at].Span.Start, parts.Words[stop - 1].Span.End)), out var length) & SourceSense.Body) != 0 && length > 1)
            {
                // 主计|总处: an office whose name starts with a verb.
                return Span(parts, at, stop);
            }

            var start = stop;
            while (start > at && IsNominal(parts, start - 1))
            {
                start--;
            }

            return start < stop ? Span(parts, start, stop) : null;
        }

        if (run < stop && parts.IsName(parts.Words[stop - 1].Span) && parts.Text(new TextSpan(parts.Words[at].Span.Start, parts.Words[stop - 1].Span.Start)) is var kind && SpeakerName.IsKindOfCompany(kind))
        {
            // 民营快递巨头东山速运: what it is, with a verb in it, stands before the name.
            return Span(parts, stop - 1, stop);
        }

        // 世卫|组织: a listed body whose name the cut runs through.
        return run < stop && parts.Lexicon.Sources.EndingOf(parts.Text(new TextSpan(parts.Words[at].Span.Start, parts.Words[stop - 1].Span.End)), out var listed).HasFlag(SourceSense.Body)
            && listed > parts.Words[stop - 1].Span.End - parts.Words[run].Span.Start
            ? Span(parts, at, stop)
            : Span(parts, at, run);
    }

    /// <summary>分析师|普遍|预期, 学者|今|指出, 专家|语带|保留|认为: how or when it is said, behind a noun of two characters; 李|强 is a name.</summary>
    private static bool IsManner(SentenceParts parts, int word) =>
        parts.Words[word - 1].Span.Length > 1 && (parts.Words[word].Span.Length > 1 ? parts.Words[word].Tag is "a" or "ad" or "d" or "z" || parts.Is(word, ContextCue.HowSaid) : parts.Text(word) is "今" or "昨" or "另" or "多" or "仍");

    /// <summary>东山集团|晚间公告, 东山集团|发布公告宣布: a time of day or what is issued parts who speaks from the verb.</summary>
    private static bool EndsName(SentenceParts parts, int word, int verb) =>
        parts.Words[word] is { Tag: "t", Span.Length: > 1 } && !IsReport(parts, word)
        || parts.Words[word].Tag is "m" or "mq" && (parts.Text(word)[^1] == '次' || word + 1 < verb && parts.Text(word + 1) is "次")
        || parts.Is(word, ContextCue.Issues) && word + 1 < verb && (parts.Lexicon.Sources.EndingOf(parts.Text(word + 1), out _) & SourceSense.Document) != 0;

    /// <summary>Skips conjunctions, adverbs, times and a leading prepositional phrase.</summary>
    public static int SkipLead(SentenceParts parts, int first, int end)
    {
        var at = first;
        while (at < end)
        {
            var word = parts.Text(at);
            var tag = parts.Words[at].Tag;
            if (tag is "c" or "x" or "u" or "y" or "e" || tag is "d" && !IsTitle(parts, at) || parts.IsTime(at) && !OpensReport(parts, at, end) || (word.Length == 1 && char.IsWhiteSpace(word[0]))
                || parts.Is(at, ContextCue.LeadWord) || word is "-" or "*")
            {
                at++;
                continue;
            }

            if (Determiners.Contains(word[0], StringComparison.Ordinal) && word.Length <= 2 && tag is "r" or "rz" && at + 1 < end && !word.SequenceEqual("本人"))
            {
                at++;
                if (at + 1 < end && parts.Words[at].Tag is "q" or "m" or "mq")
                {
                    at++;
                }

                continue;
            }

            if (tag is "m" or "mq" && at + 1 < end && word[0] is '一' or '1')
            {
                at++;
                while (at + 1 < end && parts.Words[at].Tag == "q")
                {
                    at++;
                }

                continue;
            }

            if (tag == "p" && word is not "被" && SkipPhrase(parts, at, end) is var next and > 0)
            {
                at = next;
                continue;
            }

            break;
        }

        return at;
    }

    /// <summary>The word after the bracket that <paramref name="open"/> opens; 0 where it does not close before <paramref name="end"/>.</summary>
    private static int AfterBracket(SentenceParts parts, int open, int end)
    {
        for (var i = open + 1; i + 1 < end; i++)
        {
            if (parts.Text(i) is ")")
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>三季报|显示, 中报|披露: a time that is also what states what follows.</summary>
    private static bool OpensReport(SentenceParts parts, int at, int verb) =>
        verb - at is 1 or 2 && parts.Text(verb - 1) is [.., '报'] report && (at == verb - 1 || report.Length == 2) && IsReport(parts, at);

    /// <summary>半年报称: the report, not the time of its name.</summary>
    private static bool IsReport(SentenceParts parts, int index)
    {
        var end = parts.Words[index].Span.End;
        foreach (var time in parts.Times)
        {
            if (time.Span.Contains(parts.Words[index].Span))
            {
                end = Math.Max(end, time.Span.End);
            }
        }

        return parts.Folded[end - 1] == '报' || end < parts.Span.End && parts.Folded[end] == '报' && !(end + 1 < parts.Span.End && parts.Folded[end + 1] is '道' or '导' or '告');
    }

    /// <summary>True for words that noun phrases consist of.</summary>
    public static bool IsNominal(SentenceParts parts, int index)
    {
        var tag = parts.Words[index].Tag;
        return tag[0] is 'n' or 'j' or 'b' or 'l' or 'i' or 's' or 'z' or 'h' or 'k'
            || tag is "eng" or "vn" or "an" or "a" or "f" or "q" or "m" or "t" or "tg" or "ag" or "g"
            || (tag[0] == 'r' && parts.Text(index) is not "这" and not "那")
            || parts.Text(index) is "·" or "、" or "和" or "及" or "与" or "." or "&" or "-"
            || IsTitle(parts, index) || IsWithinName(parts, index);
    }

    /// <summary>CEO| |Sam Altman: the blank between two words in Latin letters.</summary>
    private static bool IsWithinName(SentenceParts parts, int index) =>
        parts.Text(index) is " " && index > 0 && index + 1 < parts.Words.Length && char.IsAsciiLetter(parts.Text(index - 1)[^1]) && parts.Text(index + 1) is [>= 'A' and <= 'Z', >= 'a' and <= 'z', ..];

    private static int SkipPhrase(SentenceParts parts, int at, int end)
    {
        for (var i = end - 1; i > at; i--)
        {
            if (parts.Is(i, ContextCue.LeadEnd))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int Run(SentenceParts parts, int at, int stop)
    {
        var run = at;
        while (run < stop && (IsNominal(parts, run) || (run > at && parts.Text(run) is "的" && run + 1 < stop && IsNominal(parts, run + 1))))
        {
            run++;
        }

        return run;
    }

    private static bool IsNominalUpTo(SentenceParts parts, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (!IsNominal(parts, i) && parts.Words[i].Tag is not ("m" or "q" or "mq" or "b"))
            {
                return false;
            }
        }

        return true;
    }

    private static int LastOf(SentenceParts parts, int at, int stop)
    {
        for (var i = stop - 1; i > at; i--)
        {
            if (parts.Text(i) is "的")
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsBreak(SentenceParts parts, int index) =>
        parts.Words[index].Tag is "p" or "d" or "c" && !IsTitle(parts, index) || parts.Is(index, ContextCue.SpeakerEnd);

    /// <summary>处长, 导演, 首相, 独立: posts that the dictionary holds for verbs and adverbs, and what opens one.</summary>
    private static bool IsTitle(SentenceParts parts, int index) =>
        parts.Words[index] is { Tag: "v" or "d", Span: { Length: > 1 } span }
        && (parts.Lexicon.Sources.TitleLength(span.Of(parts.Folded)) == span.Length || parts.Text(index) is "独立" && index + 1 < parts.Words.Length && parts.Lexicon.Sources.TitleLength(parts.Text(index + 1)) > 0);

    private static TextSpan Span(SentenceParts parts, int first, int end) => new(parts.Words[first].Span.Start, parts.Words[end - 1].Span.End);
}
