using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Finds who states what in a sentence (docs/time-and-speakers.md, section 3).</summary>
internal static partial class SpeakerFinder
{
    /// <summary>Longest name, in characters, that a sentence may open with and no list knows: 艾司摩尔.</summary>
    private const int LongestPlainName = 6;

    /// <summary>Most words of who criticises, between 受到 and 质疑.</summary>
    private const int LongestCritic = 5;

    /// <summary>Appends the spoken stretches of a sentence, in the order of their verbs.</summary>
    public static void Find(SentenceParts parts, List<Spoken> found)
    {
        for (var clause = 0; clause < parts.Clauses.Length; clause++)
        {
            var span = parts.Clauses[clause];
            var label = parts.Text(span).LastIndexOf('】') + 1;
            var first = parts.WordFrom(Math.Max(span.Start + (label < span.Length ? label : 0), parts.Head));
            var end = parts.WordFrom(span.End);
            if (first >= end)
            {
                continue;
            }

            AddReport(parts, clause, first, end, found);
            AddHeading(parts, clause, first, end, found);
            SourceClauses.Add(parts, clause, first, end, found);
            for (var word = first; word < end; word++)
            {
                if (TryVerb(parts, word, end, out var verb, out var sense) && TryRead(parts, clause, first, word, verb, sense, found))
                {
                    word = parts.WordFrom(verb.End) - 1;
                }
            }
        }
    }

    /// <summary>The verb of speech that starts with the word at <paramref name="index"/> and ends with a word.</summary>
    private static bool TryVerb(SentenceParts parts, int index, int end, out TextSpan verb, out SpeechSense sense)
    {
        var start = parts.Words[index].Span.Start;
        var limit = parts.Words[end - 1].Span.End;
        verb = default;
        if (!parts.Lexicon.Speech.TryMatch(parts.Folded.AsSpan(start, limit - start), out var length, out sense))
        {
            return false;
        }

        verb = new TextSpan(start, start + length);
        if (!parts.IsWordEnd(verb.End))
        {
            verb = parts.Words[index].Span;
            if (!parts.Lexicon.Speech.TryMatch(parts.Text(verb), out length, out sense) || length != verb.Length)
            {
                return false;
            }
        }

        var next = parts.WordFrom(verb.End);
        if (next < end && sense is SpeechSense.Say or SpeechSense.Remark or SpeechSense.Opine or SpeechSense.Report && parts.Text(next) is "说" or "称" or "道" or "指" && parts.Words[next].Span.Start == verb.End)
        {
            // 介绍|说, 透露|称, 报道|说: two verbs that say it.
            (verb, sense) = (new TextSpan(verb.Start, parts.Words[next].Span.End), SpeechSense.Say);
        }

        return true;
    }

    private static bool TryRead(SentenceParts parts, int clause, int first, int word, TextSpan verb, SpeechSense sense, List<Spoken> found)
    {
        var next = verb.End < parts.Span.End ? parts.Folded[verb.End] : '。';
        var hasPause = next is ',' or ':' or '“' or '「' or '"' or '『';
        var afterVerb = parts.WordFrom(verb.End);
        if (verb.Start > parts.Span.Start && parts.Folded[verb.Start - 1] == '法' && parts.Text(verb) is "说")
        {
            // 法|说|会: the meeting at which a listed company presents itself.
            return false;
        }

        if (next == '金' && parts.Text(verb) is "发现")
        {
            // 派|发现|金红利
            return false;
        }

        if (next == '之' || next == '后' && verb.End + 1 < parts.Span.End && parts.Folded[verb.End + 1] is not ('续' or '市' or '来' or '果'))
        {
            // 在本公告披露后6个月内, 公告之日起: when.
            return false;
        }

        if (next == '的' || next is '零' or '售' or '值' or '价' or '量' or '书' or '案' && parts.Text(word) is "建议" || next == '完' && verb.End + 1 < parts.Span.End && parts.Folded[verb.End + 1] is not ('成' or '毕' or '全' or '善') || next == '了' && sense == SpeechSense.Remark || (word > first && (parts.Is(word - 1, ContextCue.NoSpeech) || parts.Text(word - 1) is "的" || parts.Folded[verb.Start - 1] is '较' or '比')))
        {
            return false;
        }

        if (!hasPause && afterVerb < parts.Words.Length && parts.Is(afterVerb, ContextCue.SpeechTool) && (sense == SpeechSense.Remark || sense == SpeechSense.Show && word > first && parts.Lexicon.Sources.EndingOf(parts.Text(word - 1), out _) == SourceSense.None))
        {
            // 监视和|分析|平台甲公司, 半导体|显示|产业: what the thing is for.
            return false;
        }

        for (var i = first; i < word; i++)
        {
            if (parts.Is(i, ContextCue.Receives))
            {
                // 消防队接到报警称: who is told does not say it.
                return false;
            }
        }

        if (sense == SpeechSense.Announce && IsToCome(parts, first, word))
        {
            return false;
        }

        // 公布10月营收 reports what it announces; 披露减持计划 only counts plans.
        if (sense == SpeechSense.Report && !(hasPause && SpeakerName.Relayed(parts, first, word) is not null || hasPause && word > first && parts.Folded[parts.Words[word - 1].Span.End - 1] is '社' or '报' or '视' || hasPause && word > first && parts.IsName(parts.Words[word - 1].Span)) || sense is SpeechSense.Announce or SpeechSense.Issue && !(hasPause && sense == SpeechSense.Announce) && !PublishedText.Follows(parts, clause, verb, sense))
        {
            return false;
        }

        if (sense == SpeechSense.Remark && hasPause && word > first && IsViewpoint(parts, first, word))
        {
            return false;
        }

        if (sense == SpeechSense.Show && !hasPause && IsReading(parts, first, word))
        {
            return false;
        }

        if (sense == SpeechSense.Opine && Modalities.ModalityFinder.IsCompared(parts, word))
        {
            return false;
        }

        if (sense == SpeechSense.Opine && !hasPause && afterVerb < parts.Words.Length && parts.Is(afterVerb, ContextCue.NoOpinion))
        {
            return false;
        }

        if (sense == SpeechSense.Remark && !hasPause && (Counts(parts, afterVerb) || parts.Text(verb) is "确认" && BooksAmount(parts, afterVerb)))
        {
            return false;
        }

        if (sense == SpeechSense.Remark && IsSuffered(parts, first, word))
        {
            return false;
        }

        var subject = Subject(parts, clause, first, word, sense, out var isElided);
        if (PublishedText.CompanyOfHeadline(parts, clause, verb.Start) is { } company)
        {
            (subject, isElided) = (company, false);
        }
        else if (SpeakerName.Relayed(parts, first, word) is { } source)
        {
            (subject, isElided) = (source, false);
        }

        var isPublisher = isElided && sense == SpeechSense.Announce && subject is { } issuing && (parts.IsName(issuing) || parts.Words[parts.WordFrom(issuing.Start)] is { Tag: "nt" }) && parts.IsTime(word - 1 >= first ? word - 1 : first);
        if (isElided && !isPublisher && sense is SpeechSense.Opine or SpeechSense.Announce or SpeechSense.Act && !IsJoined(parts, first, word))
        {
            return false;
        }

        if (isElided && SpeakerOver(verb, found) is { } carried)
        {
            found.Add(new Spoken(Scope(parts, clause, verb, hasPause || sense is not (SpeechSense.Opine or SpeechSense.Remark)), new TextSpan(parts.Clauses[clause].Start, verb.End), verb, sense, carried));
            return true;
        }

        if (subject is { } counted && (IsNumber(parts, counted) || IsShare(parts, counted)))
        {
            // 四成二表示会购买, 近六成受访者表示: those counted, not who says it.
            return false;
        }

        if (sense == SpeechSense.Opine && !hasPause && subject is { } everywhere && parts.Text(everywhere) is ['全', '国' or '省' or '市' or '县' or '区' or '网' or '路' or '球' or '港', ..] && !SpeakerName.IsNationalBody(parts, everywhere))
        {
            // 全国民航预计运输旅客: what will happen, said by nobody.
            return false;
        }

        if (hasPause && parts.Text(verb) is "看好" && (subject is not { } hopeful || !SpeakerName.IsAnimate(parts, hopeful)))
        {
            // 需求看好,东山集团昨日公告: it looks well, nobody says so.
            return false;
        }

        if (sense is SpeechSense.Opine or SpeechSense.Remark && !isElided && (subject is not { } phrase || !SpeakerName.IsAnimate(parts, phrase) && !(hasPause && parts.IsHead(clause) && SpeakerName.IsPlainName(parts, phrase, LongestPlainName))))
        {
            subject = subject is { } wide ? SpeakerName.LeadingBody(parts, wide) : null;
            if (subject is null)
            {
                return false;
            }
        }

        if (sense == SpeechSense.Act && IsPassive(parts, first, word) && Agent(parts, first, word) is { } judging && SpeakerName.IsCourt(parts, judging))
        {
            // 被北京市高级人民法院判决:….
            subject = judging;
        }
        else if (sense == SpeechSense.Act && !hasPause && (subject is not { } court || !SpeakerName.IsCourt(parts, court) || IsPassive(parts, first, word)))
        {
            return false;
        }

        var speaker = subject is { } named ? SpeakerName.Narrow(parts, named) : null;
        if (speaker is null && subject is null && sense is not SpeechSense.Deny)
        {
            return false;
        }

        if (sense is SpeechSense.Announce or SpeechSense.Act && !isElided && subject is { } issuer && !SpeakerName.IsAnimate(parts, issuer) && (sense == SpeechSense.Announce && parts.Text(issuer).Length < 2 || parts.Text(issuer)[^1] is '案' or '线' or '单' or '果' or '榜'))
        {
            // 高考分数线公布：…, 东山案宣判：…: what was made known, and nobody who says so.
            return false;
        }

        var head = new TextSpan(parts.Clauses[clause].Start, verb.End);
        if (afterVerb < parts.Words.Length && parts.Text(afterVerb) is "中值" or "均值" or "中位数")
        {
            // 预测中值为5%,8月…: one figure.
            found.Add(new Spoken(new TextSpan(verb.End, Math.Max(verb.End, parts.Clauses[clause].End)), head, verb, sense, speaker));
            return true;
        }

        found.Add(new Spoken(Scope(parts, clause, verb, hasPause || sense is not (SpeechSense.Opine or SpeechSense.Remark)), head, verb, sense, speaker));
        return true;
    }

    /// <summary>新机预计9月发布, 三星将披露业绩: nothing is out yet.</summary>
    private static bool IsToCome(SentenceParts parts, int first, int word)
    {
        for (var i = word - 1; i >= first && parts.Words[i].Tag is not "nt" && !parts.IsName(parts.Words[i].Span); i--)
        {
            if (parts.Text(i) is "预计" or "有望" or "拟" or "将")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>确认商誉30亿元, 确认投资收益约2亿元: what the books take in.</summary>
    private static bool BooksAmount(SentenceParts parts, int word)
    {
        for (var i = word; i < Math.Min(parts.Words.Length, word + 4); i++)
        {
            if (parts.Words[i].Tag[0] == 'm')
            {
                return i > word;
            }

            if (parts.Words[i].Tag[0] is not ('n' or 'v' or 'd' or 'b'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>提出至少46项索赔, 指控3名员工: the verb has things for its object, and nothing is said.</summary>
    private static bool Counts(SentenceParts parts, int word)
    {
        while (word < parts.Words.Length && (parts.Words[word].Tag is "d" or "ul" || parts.Text(word) is "逾" or "超过" or "近" or "约" or "至少"))
        {
            word++;
        }

        if (word < parts.Words.Length && parts.Words[word].Tag is "m" && (word + 1 == parts.Words.Length || parts.Words[word + 1].Tag is "x"))
        {
            // 由18%提到26%: raised, not told of.
            return true;
        }

        if (word + 2 < parts.Words.Length && parts.Words[word].Tag is "m" && parts.Text(word + 1) is "人" or "户" && parts.Words[word + 2].Tag is ['v', ..])
        {
            // 确认4人受伤: what is said.
            return false;
        }

        return word + 1 < parts.Words.Length && parts.Words[word].Tag is "m" or "mq" && parts.Words[word + 1].Tag is ['q', ..] or ['n', ..] or "m" or "mq";
    }

    /// <summary>After a pause, and after a statement, the rest of the sentence is spoken; what an opinion holds in its own clause ends at a semicolon.</summary>
    private static TextSpan Scope(SentenceParts parts, int clause, TextSpan verb, bool reachesAll)
    {
        var end = parts.Span.End;
        if (!reachesAll)
        {
            for (var i = clause; i < parts.Clauses.Length; i++)
            {
                if (parts.Folded[parts.Clauses[i].End - 1] == ';')
                {
                    end = parts.Clauses[i].End;
                    break;
                }
            }
        }

        return new TextSpan(verb.End, Math.Max(verb.End, end));
    }

    /// <summary>并预测, 还指出: the subject is left out because it goes on.</summary>
    private static bool IsJoined(SentenceParts parts, int first, int word)
    {
        for (var i = first; i < word; i++)
        {
            if (parts.Text(i) is "并" or "且" or "并且" or "还" or "也" or "同时" or "亦" or "又")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The speaker of the innermost stretch that <paramref name="verb"/> stands in.</summary>
    private static TextSpan? SpeakerOver(TextSpan verb, List<Spoken> found)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (found[i].Scope.Contains(verb) && found[i].Speaker is { } speaker)
            {
                return speaker;
            }
        }

        return null;
    }
}
