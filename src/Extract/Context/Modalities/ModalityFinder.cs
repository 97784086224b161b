using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Modalities;

/// <summary>Finds which values of a sentence are forecast, hypothetical or denied (docs/time-and-speakers.md, section 5).</summary>
internal static class ModalityFinder
{

    /// <summary>Appends the stretches that are not asserted, in no particular order.</summary>
    public static void Find(SentenceParts parts, List<ModalityScope> scopes)
    {
        for (var i = 0; i < parts.Words.Length; i++)
        {
            if (!parts.Lexicon.Modality.TryMatch(parts, i, out var end, out var sense))
            {
                continue;
            }

            Add(parts, i, end, sense, scopes);
            while (i + 1 < parts.Words.Length && parts.Words[i + 1].Span.Start < end)
            {
                i++;
            }
        }
    }

    private static void Add(SentenceParts parts, int word, int end, ModalitySense sense, List<ModalityScope> scopes)
    {
        var start = parts.Words[word].Span.Start;
        var clause = parts.ClauseAt(start);
        var next = parts.WordFrom(end);
        switch (sense)
        {
            case ModalitySense.Forecast:
                AddForecast(parts, word, clause, end, reachesAll: false, scopes);
                break;
            case ModalitySense.Outlook when IsExpectedValue(parts, next):
                // 低于市场预期的956亿美元: what was expected.
                scopes.Add(new ModalityScope(new TextSpan(parts.Words[next].Span.End, parts.Clauses[clause].End), Modality.Forecast));
                break;
            case ModalitySense.Outlook when !IsNoun(parts, word, next):
                AddForecast(parts, word, clause, end, IsGoverning(parts, word, end, clause), scopes);
                break;
            case ModalitySense.Plan when IsPlan(parts, word, next):
                AddForecast(parts, word, clause, end, reachesAll: false, scopes);
                break;
            case ModalitySense.Jiang when IsFuture(parts, next):
                AddForecast(parts, word, clause, end, reachesAll: false, scopes);
                break;
            case ModalitySense.Condition when parts.Text(word) is "只要" && next < parts.Words.Length && parts.Words[next].Tag[0] == 'm':
                // 充饱只要12分钟: no more than that.
                break;
            case ModalitySense.Condition:
            case ModalitySense.Concession when next < parts.Words.Length && parts.Text(next) is not ("是" or "在"):
                scopes.Add(new ModalityScope(new TextSpan(start, Reach(parts, clause, stopsAtNewSubject: false)), Modality.Hypothetical));
                break;
            case ModalitySense.Denial:
                scopes.Add(new ModalityScope(new TextSpan(start, EndOfDenial(parts, clause, end)), Modality.Denied));
                break;
            case ModalitySense.Disproof:
                scopes.Add(new ModalityScope(new TextSpan(StartOfDisproved(parts, clause), start), Modality.Denied));
                break;
        }
    }

    private static bool IsExpectedValue(SentenceParts parts, int next) =>
        next + 1 < parts.Words.Length && parts.Text(next) is "的" && parts.Words[next + 1].Tag[0] == 'm';

    /// <summary>网传「年金将减半」并非事实: what a quotation foresees ends with it.</summary>
    private static int EndInQuotation(SentenceParts parts, int start, int end)
    {
        var depth = 0;
        for (var at = start; at < end; at++)
        {
            depth += parts.Folded[at] switch { '「' or '“' or '『' => 1, '」' or '”' or '』' => -1, _ => 0 };
            if (depth < 0)
            {
                return at;
            }
        }

        return end;
    }

    private static void AddForecast(SentenceParts parts, int word, int clause, int end, bool reachesAll, List<ModalityScope> scopes)
    {
        if (word > 0 && parts.Words[word].Span.Start > parts.Clauses[clause].Start && parts.Text(word - 1) is "为" or "是" or "占" or "达" or "达到" or "按" or "按照"
            && IsAttributive(parts, end, clause))
        {
            return;
        }

        var start = parts.Words[word].Span.Start;
        scopes.Add(new ModalityScope(new TextSpan(start, EndInQuotation(parts, start, Reach(parts, clause, !reachesAll))), Modality.Forecast));
    }

    /// <summary>为计划募集金额的4.65倍: the forecast is closed by 的 before the value.</summary>
    private static bool IsAttributive(SentenceParts parts, int end, int clause) =>
        parts.Folded.AsSpan(end, Math.Max(0, parts.Clauses[clause].End - end)).Contains('的');

    /// <summary>Where the last clause ends that a word in <paramref name="clause"/> reaches.</summary>
    private static int Reach(SentenceParts parts, int clause, bool stopsAtNewSubject)
    {
        var end = parts.Clauses[clause].End;
        for (var i = clause + 1; i < parts.Clauses.Length && parts.Folded[end - 1] != ';'; i++)
        {
            if (StartsWithFact(parts, i) || (stopsAtNewSubject && !IsContinued(parts, i)))
            {
                break;
            }

            end = parts.Clauses[i].End;
        }

        return end;
    }

    /// <summary>True for a clause without a subject of its own.</summary>
    private static bool IsContinued(SentenceParts parts, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        var end = parts.WordFrom(parts.Clauses[clause].End);
        while (first < end && (parts.IsTime(first) || parts.Text(first) is "并" or "且" or "而" or "并且" or "而且" or "同时" or " "))
        {
            first++;
        }

        if (first >= end)
        {
            return true;
        }

        var tag = parts.Words[first].Tag;
        return parts.Is(first, ContextCue.Continues) || tag[0] is 'v' or 'd' or 'p' or 'm';
    }

    private static bool StartsWithFact(SentenceParts parts, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        var end = Math.Min(parts.WordFrom(parts.Clauses[clause].End), first + 5);
        for (var i = first; i < end; i++)
        {
            if (parts.Lexicon.Modality.TryMatch(parts, i, out _, out var sense))
            {
                return sense == ModalitySense.Fact;
            }
        }

        return false;
    }

    /// <summary>预计 governs what follows where it opens its clause, stands after who expects, or pauses.</summary>
    private static bool IsGoverning(SentenceParts parts, int word, int end, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        if (end < parts.Span.End && parts.Folded[end] is ',' or ':')
        {
            return true;
        }

        var lead = SubjectPhrase.SkipLead(parts, first, word);
        if (lead >= word)
        {
            return true;
        }

        var phrase = new TextSpan(parts.Words[lead].Span.Start, parts.Words[word - 1].Span.End);
        return SpeakerName.IsAnimate(parts, phrase) && parts.Words[Math.Min(parts.WordFrom(end), parts.Words.Length - 1)].Tag[0] is not ('v' or 'd');
    }

    /// <summary>超预期, 低于预期, 预期的: a level to compare with.</summary>
    private static bool IsNoun(SentenceParts parts, int word, int next) =>
        (word > 0 && parts.Is(word - 1, ContextCue.ComparedBefore)) || (next < parts.Words.Length && parts.Text(next) is "的" or "值" or "数据" or "差");

    private static bool IsPlan(SentenceParts parts, int word, int next)
    {
        if (next >= parts.Words.Length || (word > 0 && parts.Is(word - 1, ContextCue.PlanNounBefore)))
        {
            return false;
        }

        var tag = parts.Words[next].Tag;
        return parts.Text(word) is "目标"
            ? parts.Is(next, ContextCue.TargetAfter) || tag[0] == 'm'
            : parts.IsTime(next) || (tag[0] is 'v' or 'd' or 'p' && parts.Text(next) is not ("约" or "共" or "中" or "为" or "已" or "并" or "是" or "显示" or "没有"))
                || parts.Text(next) is "在" or "于" or "总投资" or "产能";
    }

    private static bool IsFuture(SentenceParts parts, int next)
    {
        if (next >= parts.Words.Length)
        {
            return false;
        }

        // 将利率下调 marks an object; a bare noun after it is the object.
        var tag = parts.Words[next].Tag;
        return parts.Is(next, ContextCue.FutureAfter) || (tag[0] is 'v' or 'd' && tag != "vn") || (tag is "vn" or "a" or "ad" && next + 1 < parts.Words.Length && parts.Words[next + 1].Tag[0] is 'v' or 'm' or 'u' or 'n');
    }

    private static int EndOfDenial(SentenceParts parts, int clause, int from)
    {
        var end = parts.Clauses[clause].End;
        var contrast = parts.Folded.AsSpan(from, Math.Max(0, end - from)).IndexOf("而是", StringComparison.Ordinal);
        return contrast >= 0 ? from + contrast : end;
    }

    /// <summary>The statement that 不属实 closes: back to the semicolon or the verb of speech before it.</summary>
    private static int StartOfDisproved(SentenceParts parts, int clause)
    {
        var start = parts.Clauses[clause].Start;
        for (var i = clause - 1; i >= 0 && parts.Folded[parts.Clauses[i].End - 1] is not (';' or ':'); i--)
        {
            var last = parts.WordFrom(parts.Clauses[i].End) - 2;
            if (last >= 0 && parts.Lexicon.Speech.TryMatch(parts.Text(last), out _, out _))
            {
                break;
            }

            start = parts.Clauses[i].Start;
        }

        return start;
    }
}
