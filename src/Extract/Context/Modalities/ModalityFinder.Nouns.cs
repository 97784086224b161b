using Pipeline.Extract.Context.Attribution;

namespace Pipeline.Extract.Context.Modalities;

/// <content>Nouns of what is to come: expectations, plans and targets.</content>
internal static partial class ModalityFinder
{
    /// <summary>Most characters of a unit behind its number: 亿|人民币.</summary>
    private const int LongestUnit = 3;

    /// <summary>低于市场预期的956亿美元, 高于目标的5亿元: what was expected.</summary>
    private static bool IsExpectedValue(SentenceParts parts, int word, int next, bool isOutlook) =>
        isOutlook && next + 1 < parts.Words.Length && parts.Text(next) is "中值" or "中位数" or "均值" ? IsExpectedValue(parts, word, next + 1, isOutlook) :
        next + 1 < parts.Words.Length && parts.Text(next) is "的" && parts.Words[next + 1].Tag[0] == 'm'
            && (isOutlook || word > 0 && (parts.Is(word - 1, ContextCue.Above) || parts.Is(word - 1, ContextCue.Below)));

    /// <summary>估计|今年减产四成, 估计，明年: a time that is not over; what is reckoned of what is (估计市值) is there.</summary>
    private static bool OpensWithTimeToCome(SentenceParts parts, int next)
    {
        next += next < parts.Words.Length && parts.Text(next) is "," or ":" ? 1 : 0;
        foreach (ref readonly var time in parts.Times.AsSpan())
        {
            if (next < parts.Words.Length && time.Span.Start == parts.Words[next].Span.Start)
            {
                return time.From is { Anchor: Time.TimeAnchor.Publication, Year: >= 0, Shift: >= 0 } && !(time.From is { Year: 0, Shift: 0, Unit: not Time.TimeUnit.Year }) || parts.Text(time.Span) is ['全', '年', ..] or ['未', '来', ..];
            }
        }

        return false;
    }

    /// <summary>按计划，今年投资5亿元: the plan that what follows goes by.</summary>
    private static bool IsGoneBy(SentenceParts parts, int word, int clause, int end) =>
        word > 0 && end < parts.Span.End && parts.Folded[end] == ',' && parts.Words[word - 1].Span.Start >= parts.Clauses[clause].Start && parts.Text(word - 1) is "按" or "按照" or "依" or "依照" or "根据";

    /// <summary>9万至9.5万辆|指引, 5亿元的营收目标, 裁员300人的计划: where the number starts that the noun <paramref name="word"/> aims at; −1 for none.</summary>
    private static int StartOfAim(SentenceParts parts, int word, int clause, bool isTarget)
    {
        // What parts the number from the noun: 的, and what the noun is one of.
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        var last = word - 1;
        for (var i = word - 1; i > first && i >= word - 3; i--)
        {
            if (parts.Text(i) is "的")
            {
                return NumberTo(parts, parts.Words[parts.Text(i - 1) is "左右" or "以上" or "以下" or "上下" ? i - 1 : i].Span.Start, parts.Clauses[clause].Start);
            }

            if (parts.Words[i].Tag[0] is not ('n' or 'v' or 'b' or 'j'))
            {
                last = i;
                break;
            }
        }

        // 50个|目标 are counted.
        return isTarget && last > first && parts.Text(last)[^1] is not ('个' or '项' or '处' or '座') ? NumberTo(parts, parts.Words[last].Span.End, parts.Clauses[clause].Start) : -1;
    }

    /// <summary>Where the number starts whose unit ends at <paramref name="end"/>; −1 where no number stands there.</summary>
    private static int NumberTo(SentenceParts parts, int end, int from)
    {
        var at = end - 1;
        while (at > from && at >= end - LongestUnit && char.IsLetter(parts.Folded[at]) && !IsOfNumber(parts.Folded[at]))
        {
            at--;
        }

        if (at < from || !IsOfNumber(parts.Folded[at]))
        {
            return -1;
        }

        while (at > from && IsOfNumber(parts.Folded[at - 1]))
        {
            at--;
        }

        while (at + 1 < end && !char.IsAsciiDigit(parts.Folded[at]))
        {
            // 达到|80%
            at++;
        }

        return char.IsAsciiDigit(parts.Folded[at]) ? at : -1;
    }

    private static bool IsOfNumber(char character) => char.IsAsciiDigit(character) || character is '.' or '%' or '万' or '亿' or '至' or '到' or '~' or '-';

    /// <summary>超预期, 低于预期, 预期的: a level to compare with.</summary>
    private static bool IsNoun(SentenceParts parts, int word, int next) =>
        IsCompared(parts, word) || (next < parts.Words.Length && parts.Text(next) is "的" or "值" or "数据" or "差" or "寿命");

    /// <summary>优于预期, 低于市场预期: what was expected is a level that another is set against.</summary>
    public static bool IsCompared(SentenceParts parts, int word)
    {
        var before = word > 0 && parts.Is(word - 1, ContextCue.WhoseFigure) ? word - 2 : word - 1;
        return before >= 0 && (parts.Is(before, ContextCue.ComparedBefore) || parts.Is(before, ContextCue.Above) || parts.Is(before, ContextCue.Below));
    }

    private static bool IsPlan(SentenceParts parts, int word, int next)
    {
        if (next >= parts.Words.Length || word > 0 && (parts.Is(word - 1, ContextCue.PlanNounBefore) || parts.Text(word) is SchemeNames.Plan && parts.Is(word - 1, ContextCue.Scheme)))
        {
            return false;
        }

        if (parts.Is(next, ContextCue.UntilNow))
        {
            // 输入外劳计划至今批出6.8万个名额: what the scheme has done.
            return false;
        }

        if (parts.Text(next)[^1] == '率' || next + 1 < parts.Words.Length && parts.Text(next + 1) is "率" || parts.Is(next, ContextCue.PlanEnded) && word > 0 && parts.Is(word - 1, ContextCue.Deals))
        {
            // 减持计划完成: what became of the plan.
            return false;
        }

        var tag = parts.Words[next].Tag;
        if (parts.Text(next) is ['总', ..] or "整体" or "累计" or "合计" && next + 1 < parts.Words.Length && parts.Words[next + 1].Tag[0] is 'v' or 'm')
        {
            // 计划|总|投资5亿元, 计划|整体|交付5万辆
            return true;
        }

        return parts.IsTime(next) || (tag[0] is 'v' or 'd' or 'p' && parts.Text(next) is not ("约" or "共" or "中" or "为" or "已" or "并" or "是" or "显示" or "没有"))
            || parts.Text(next) is "在" or "于" or "总投资" or "产能" or ['自', ..] || parts.Text(next).Length > 1 && parts.Is(next, ContextCue.FutureAfter);
    }

    /// <summary>营收目标为5亿元, 指引由3亿元上调至5亿元: the value aimed at follows.</summary>
    private static bool IsTarget(SentenceParts parts, int word, int next)
    {
        if (next >= parts.Words.Length || (word > 0 && parts.Is(word - 1, ContextCue.PlanNounBefore) && parts.Words[word - 1].Tag[0] != 'n'))
        {
            return false;
        }

        var tag = parts.Words[next].Tag;
        return parts.Is(next, ContextCue.TargetAfter) || tag[0] == 'm' || (tag is "v" || tag is "vn" && next + 1 < parts.Words.Length && parts.Words[next + 1].Tag[0] == 'm') && HasAim(parts, word);
    }

    /// <summary>市府|目标|培训: a body or a person that has what follows for its aim.</summary>
    private static bool HasAim(SentenceParts parts, int word)
    {
        var first = parts.WordFrom(parts.Clauses[parts.ClauseAt(parts.Words[word].Span.Start)].Start);
        return first < word && SubjectPhrase.Find(parts, first, word, out var isElided) is { } holder && !isElided && holder.End == parts.Words[word].Span.Start && SpeakerName.IsAnimate(parts, holder);
    }
}
