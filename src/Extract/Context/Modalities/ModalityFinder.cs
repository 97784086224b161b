using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Modalities;

/// <summary>Finds which values of a sentence are forecast, hypothetical or denied (docs/time-and-speakers.md, section 5).</summary>
internal static class ModalityFinder
{
    private static readonly WordSet ComparedBefore = new(["超", "超出", "超过", "不及", "低于", "高于", "好于", "优于", "符合", "逊于", "胜", "较", "比", "按", "按照", "完成", "达成", "不如", "大于", "小于", "差于", "弱于", "强于"]);
    private static readonly WordSet CopulaBefore = new(["为", "是", "占", "达", "达到", "超过", "高于", "低于", "比", "按", "按照", "较", "该", "这", "此", "这项", "该项", "原", "原定", "没有", "未", "完成"]);
    private static readonly WordSet TargetAfter = new(["为", "是", "价", "在", "达", "达到", "至", "定为", "设为", "设在", "定在", "包括", "上调", "下调", ":", "(", "约", "约为", "有", "值", "位", "年"]);
    private static readonly WordSet FutureAfter = new(["于", "在", "对", "向", "从", "由", "按", "以", "不", "有", "是", "为", "会", "与", "同", "通过", "进一步", "继续", "再", "达", "逐步", "全部", "分", "分别", "首次", "最多", "至少", "超过", "成为", "突破", "约", "比", "较", "可", "能", "要", "需", "被", "给", "令", "使", "让", "面临", "面对", "斥资", "耗资"]);
    private static readonly WordSet Continues = new(["其中", "即", "并", "且", "并且", "而且", "以及", "同时", "占", "约", "合", "相当于", "约合", "折合", "同比", "环比", "较", "比", "到", "至", "也", "及"]);

    /// <summary>Appends the stretches that are not asserted, in no particular order.</summary>
    public static void Find(SentenceParts parts, List<ModalityScope> scopes)
    {
        for (var i = 0; i < parts.Words.Length; i++)
        {
            if (!ModalityWords.TryMatch(parts, i, out var end, out var sense))
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
        return Continues.Contains(parts.Text(first)) || tag[0] is 'v' or 'd' or 'p' or 'm';
    }

    private static bool StartsWithFact(SentenceParts parts, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        var end = Math.Min(parts.WordFrom(parts.Clauses[clause].End), first + 5);
        for (var i = first; i < end; i++)
        {
            if (ModalityWords.TryMatch(parts, i, out _, out var sense))
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
        (word > 0 && ComparedBefore.Contains(parts.Text(word - 1))) || (next < parts.Words.Length && parts.Text(next) is "的" or "值" or "数据" or "差");

    private static bool IsPlan(SentenceParts parts, int word, int next)
    {
        if (next >= parts.Words.Length || (word > 0 && CopulaBefore.Contains(parts.Text(word - 1))))
        {
            return false;
        }

        var tag = parts.Words[next].Tag;
        return parts.Text(word) is "目标"
            ? TargetAfter.Contains(parts.Text(next)) || tag[0] == 'm'
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
        return FutureAfter.Contains(parts.Text(next)) || (tag[0] is 'v' or 'd' && tag != "vn") || (tag is "vn" or "a" or "ad" && next + 1 < parts.Words.Length && parts.Words[next + 1].Tag[0] is 'v' or 'm' or 'u' or 'n');
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
            if (last >= 0 && SpeechVerbs.TryMatch(parts.Text(last), out _, out _))
            {
                break;
            }

            start = parts.Clauses[i].Start;
        }

        return start;
    }
}
