using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context.Time;

/// <content>Times that say something else than when a value holds: what it is compared with, when it was told.</content>
internal static partial class GoverningTime
{
    /// <summary>占目前公司总股本的2%, 占公司目前总股本的2%: which capital, not when.</summary>
    private static bool IsOfCapital(SentenceParts parts, in TimeExpression time)
    {
        if (time.From.Anchor != TimeAnchor.Publication)
        {
            return false;
        }

        var clause = parts.Clauses[parts.ClauseAt(time.Span.Start)];
        if (time.Span.End >= clause.End)
        {
            // 今年1—10月: the dash within a time ends a clause before the time ends.
            return false;
        }

        var before = parts.Folded.AsSpan(clause.Start, time.Span.Start - clause.Start).TrimEnd("其本公司上市的");
        var after = parts.Folded.AsSpan(time.Span.End, clause.End - time.Span.End).TrimStart("其本公司上市的");
        return before.EndsWith("占") && (after.StartsWith("总股") || after.StartsWith("股本") || after.StartsWith("股份总") || after.StartsWith("注册资本"));
    }

    /// <summary>创2019年以来新高，年增5%: since when it is a record dates no value of a later clause.</summary>
    private static bool IsSinceRecord(SentenceParts parts, in TimeExpression time, int at)
    {
        if (time.Form != TimeForm.Since)
        {
            return false;
        }

        var clause = parts.Clauses[parts.ClauseAt(time.Span.Start)];
        return at >= clause.End && time.Span.End < clause.End && parts.Folded.AsSpan(time.Span.End, clause.End - time.Span.End) is var rest
            && (rest.Contains('最') || rest.IndexOf("首次") >= 0 || rest.IndexOf("第一次") >= 0 || rest.IndexOf("次高") >= 0 || rest.IndexOf("次低") >= 0 || rest.IndexOf("新高") >= 0 || rest.IndexOf("新低") >= 0 || rest.IndexOf("纪录") >= 0);
    }

    /// <summary>较去年10月, 与去年7月亏损2亿元相比: what this period is compared with.</summary>
    public static bool IsCompared(SentenceParts parts, in TimeExpression time)
    {
        var before = parts.Folded.AsSpan(parts.Span.Start, StartOfRun(parts, time) - parts.Span.Start);
        if (SetsAgainst(parts, before) || IsMeasure(parts, time) || IsOfCompared(parts, time))
        {
            return true;
        }

        return (before.EndsWith("与") || before.EndsWith("和") || before.EndsWith("跟") || before.EndsWith("同")) && SetBeside(parts, time) >= 0;
    }

    /// <summary>与上年末|持平, 和去年|相比: where the word starts that sets the clause beside the time it opens with; -1 for none.</summary>
    private static int SetBeside(SentenceParts parts, in TimeExpression time)
    {
        var clause = parts.Clauses[parts.ClauseAt(time.Span.Start)];
        if (parts.WordFrom(time.Span.End) is > 0 and var next && parts.Words[next - 1].Span is var holder && holder.End > time.Span.End && parts.Lexicon.Cues.IsAtEnd(ContextCue.SetBeside, holder.Of(parts.Folded)))
        {
            // 同期相比 is one word.
            return holder.End;
        }

        for (var word = parts.WordFrom(time.Span.End); word < parts.Words.Length && parts.Words[word].Span.Start < clause.End; word++)
        {
            if (parts.Lexicon.Cues.Is(ContextCue.SetBeside, parts.Text(word)))
            {
                return parts.Words[word].Span.Start;
            }
        }

        return -1;
    }

    /// <summary>相当于|去年全年营收的三倍, 是|2020年的1.6倍: the value is a multiple or a part of what was then.</summary>
    private static bool IsMeasure(SentenceParts parts, in TimeExpression time)
    {
        var rest = parts.Folded.AsSpan(time.Span.End, Math.Min(LongestMeasure, parts.Span.End - time.Span.End));
        return rest.IndexOf('的') is >= 0 and var of && of + 1 < rest.Length && (char.IsAsciiDigit(rest[of + 1]) || SmallNumeral.IsNumeral(rest[of + 1]) || rest[of + 1] is '约' or '近' or '逾' or '半')
            && rest[..of].IndexOfAny(",;、") < 0 && parts.Folded.AsSpan(parts.Span.Start, StartOfRun(parts, time) - parts.Span.Start) is var before
            && (parts.Lexicon.Cues.IsAtEnd(ContextCue.Equals, WithoutOwner(before)) || WithoutOwner(before) is var against && against.Length < before.Length && SetsAgainst(parts, against));
    }

    /// <summary>相当于|它|去年, 超过|公司|去年: whose the year's measure is says nothing of what the time is compared with.</summary>
    private static ReadOnlySpan<char> WithoutOwner(ReadOnlySpan<char> before) =>
        before.EndsWith("公司") ? before[..^2].TrimEnd('该') : before.EndsWith("集团") || before.EndsWith("自身") ? before[..^2] : before.EndsWith("其") || before.EndsWith("它") ? before[..^1] : before;

    /// <summary>相较|同社区三年前|的行情, 较疫情前的|2019年: the time is of the thing that a word of comparison opens.</summary>
    private static bool IsOfCompared(SentenceParts parts, in TimeExpression time)
    {
        if (!parts.Folded.AsSpan(time.Span.End).StartsWith("的") && !parts.Folded.AsSpan(parts.Span.Start, time.Span.Start - parts.Span.Start).EndsWith("的") || SetsAgainst(parts, parts.Folded.AsSpan(parts.Span.Start, time.Span.Start - parts.Span.Start)))
        {
            // 比去年四季度的20亿元: whose value follows is asked elsewhere.
            return false;
        }

        var clause = parts.Clauses[parts.ClauseAt(time.Span.Start)].Start;
        for (var word = parts.WordFrom(time.Span.Start) - 1; word >= 0 && parts.Words[word].Span.Start >= clause && time.Span.Start - parts.Words[word].Span.Start <= LongestMeasure; word--)
        {
            if (parts.Text(word) is "较" or "比" or "相较" or "相较于" or "相比" or "比起")
            {
                return true;
            }

            if (parts.Words[word].Tag[0] is 'v' or 'm' or 'x')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True for text that ends with what sets a value against the time after it: 比, 相较于, 高于.</summary>
    private static bool SetsAgainst(SentenceParts parts, ReadOnlySpan<char> before) =>
        before.EndsWith("较") || before.EndsWith("比") && !before.EndsWith("占比") || before.EndsWith("较之") || before.EndsWith("相较于") || before.EndsWith("相比于") || before.EndsWith("比起") || before.EndsWith("距") || before.EndsWith("距离")
        || !EndsWithName(parts, before.Length) && (parts.Lexicon.Cues.IsAtEnd(ContextCue.Above, before) || parts.Lexicon.Cues.IsAtEnd(ContextCue.Below, before));

    /// <summary>亚马逊|四季度: a name that ends as a word of comparison does.</summary>
    private static bool EndsWithName(SentenceParts parts, int length) =>
        parts.WordFrom(parts.Span.Start + length) is > 0 and var next && parts.Words[next - 1] is { Tag: ['n', _, ..], Span.Length: > 2 } name && name.Span.End == parts.Span.Start + length;

    /// <summary>比去年, 较2020年, 与上月相比, 是2020年的1.6倍: what a value is compared with.</summary>
    private static bool IsBasis(SentenceParts parts, in TimeExpression time, Quantity quantity)
    {
        // 较2019年|同期, 较上季|同日: one point of comparison in two words.
        var before = parts.Folded.AsSpan(parts.Span.Start, StartOfRun(parts, time) - parts.Span.Start);
        var after = parts.Folded.AsSpan(time.Span.End, parts.Span.End - time.Span.End);
        if ((after is ['的' or '之', ..] && quantity.Extent.Start == time.Span.End + 1 && quantity.Dimension != Dimension.Multiple || quantity.Extent.Start == time.Span.End && quantity.Dimension is Dimension.Count or Dimension.Money)
            && SetsAgainst(parts, before))
        {
            // 涨幅高于9月的2.9%, 较9月的1850宗增加: that of 9月.
            return false;
        }

        if (SetsAgainst(parts, before))
        {
            return true;
        }

        if (before.EndsWith("与") || before.EndsWith("同") || before.EndsWith("跟") || before.EndsWith("和"))
        {
            if (SetBeside(parts, time) is >= 0 and var compared && !(quantity.Span.Start >= time.Span.End && quantity.Span.Start < compared))
            {
                // 与去年亏损2亿元相比 says when the loss was.
                return true;
            }
        }

        if (before.EndsWith("生于") && !(before.Length > 2 && before[^3] is '先' or '学' or '发' or '医' or '产' or '新' or '考') || quantity.Dimension == Dimension.Percent && after.StartsWith("的") && quantity.Extent.Start <= time.Span.End + 2 && (before.EndsWith("不到") || before.EndsWith("不足") || before.EndsWith("恢复至") || before.EndsWith("恢复到")))
        {
            // 生于1990年: when somebody was born; 不到2019年的八成: what is compared with.
            return true;
        }

        // 恢复到2019年同期的七成 compares, 达到2018年上半年的196% does not.
        if (quantity.Dimension is Dimension.Percent or Dimension.Multiple && quantity.Extent.Start <= time.Span.End + 5
            && (after.StartsWith("同期的") || (time.From.Unit == TimeUnit.Period && after.StartsWith("的"))))
        {
            return true;
        }

        return quantity.Dimension == Dimension.Multiple && after.StartsWith("的") && quantity.Extent.Start <= time.Span.End + 4
            && (before.EndsWith("是") || before.EndsWith("为") || before.EndsWith("达") || before.EndsWith("到") || before.EndsWith("于"));
    }

    /// <summary>从2017年底的232%下降至: the time of the earlier value.</summary>
    private static bool IsEarlierValue(SentenceParts parts, in TimeExpression time, ImmutableArray<Quantity> quantities, int at)
    {
        if (time.Span.Start == parts.Span.Start || parts.Folded[time.Span.Start - 1] is not ('从' or '由')
            || time.Form == TimeForm.Since || time.Span.End >= parts.Span.End || parts.Folded[time.Span.End] is not ('的' or '约' or '近' or '超' or '逾' or (>= '0' and <= '9')))
        {
            return false;
        }

        // Between it and the value there is the earlier one, whether the scanner kept it as a quantity or not.
        var between = parts.Folded.AsSpan(time.Span.End, Math.Max(0, at - time.Span.End));
        return HoldsQuantity(quantities, new TextSpan(time.Span.End, Math.Max(time.Span.End, at))) || between.IndexOfAny('至', '到', '为') > 0;
    }

    private static bool HoldsQuantity(ImmutableArray<Quantity> quantities, TextSpan span)
    {
        foreach (var quantity in quantities)
        {
            if (span.Contains(quantity.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBracketed(SentenceParts parts, in TimeExpression time, int at)
    {
        if (IsRestated(parts, time) || IsGloss(parts, time))
        {
            return false;
        }

        var depth = 0;
        foreach (var unit in parts.Folded.AsSpan(time.Span.End, Math.Max(0, at - time.Span.End)))
        {
            depth += unit switch
            {
                '(' or '【' => 1,
                ')' or '】' => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>上季(8至10月), 上周(9日至15日): a bracket that holds nothing but the dates of the time before it.</summary>
    private static bool IsGloss(SentenceParts parts, in TimeExpression time)
    {
        if (time.Span.Start <= parts.Span.Start || parts.Folded[time.Span.Start - 1] != '(' || time.Span.End >= parts.Span.End || parts.Folded[time.Span.End] != ')')
        {
            return false;
        }

        foreach (ref readonly var other in parts.Times.AsSpan())
        {
            if (other.Span.End == time.Span.Start - 1)
            {
                // 国庆连假(10日至12日): of which month is not said.
                return other.From.Unit != TimeUnit.Period && (other.Form != TimeForm.Undated || time.From is not { Unit: TimeUnit.Day, First: 0 });
            }
        }

        return false;
    }

    /// <summary>公告日(9月4日), 6个月内(即10月18日至4月17日): a bracket that says the time before it once more.</summary>
    private static bool IsRestated(SentenceParts parts, in TimeExpression time)
    {
        var before = parts.Folded.AsSpan(parts.Span.Start, time.Span.Start - parts.Span.Start);
        before = before.LastIndexOf("(即") is var open and >= 0 && before.Length - open <= 8 ? before[..(open + 1)] : before.EndsWith("即") || before.EndsWith("自") || before.EndsWith("指") ? before[..^1] : before;
        return before.Length > 1 && before[^1] == '(' && !(before.EndsWith("上期(") || before.EndsWith("同期(")) && before[^2] is '日' or '内' or '间' or '期' or '时' or '起' or '后' or '前';
    }

    /// <summary>11月7日公告称: when it was said. The time of a judgment or in a document's name is the value's.</summary>
    private static bool IsSpeechTime(SentenceParts parts, in TimeExpression time, int at, ImmutableArray<Spoken> spoken)
    {
        foreach (var part in spoken)
        {
            if (IsAnnounced(parts, time) || IsReported(parts, time) || IsOfObject(parts, time))
            {
                return false;
            }

            if (part.Sense == SpeechSense.Opine && IsForeseen(parts, time, part.Verb))
            {
                return false;
            }

            if (part.Sense is not (SpeechSense.Show or SpeechSense.Act or SpeechSense.Issue) && part.Scope.Contains(at) && part.Head.Contains(time.Span) && time.Span.Start < part.Verb.Start && !AnnouncesDeed(parts, part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>公司|第四季|预计营收: the quarter that is foreseen, right before the verb.</summary>
    private static bool IsForeseen(SentenceParts parts, in TimeExpression time, TextSpan verb) =>
        (time.From.Unit is TimeUnit.Quarter or TimeUnit.Half || time.From is { Unit: TimeUnit.Year, Anchor: TimeAnchor.Publication, Year: >= 0 } or { Unit: TimeUnit.Year, Anchor: TimeAnchor.Open }) && time.Span.End <= verb.Start
        && parts.Folded.AsSpan(time.Span.End, verb.Start - time.Span.End).Trim().IsEmpty;

    /// <summary>True for a verb by which things are done: 宣布.</summary>
    public static bool IsAnnouncing(SentenceParts parts, in Spoken spoken) => parts.Text(spoken.Verb) is var verb && (verb.EndsWith("宣布") || verb.EndsWith("宣告"));

    /// <summary>17日宣布|下调利率, 宣布,|将利率下调: what is done by being announced; 宣布,|去年营收 only tells.</summary>
    private static bool AnnouncesDeed(SentenceParts parts, in Spoken spoken)
    {
        if (!IsAnnouncing(parts, spoken))
        {
            return false;
        }

        var word = parts.WordFrom(spoken.Verb.End);
        while (word < parts.Words.Length && (parts.Text(word) is "," or ":" or "了" || parts.Words[word].Tag == "d" && parts.Text(word) is not "将"))
        {
            word++;
        }

        // 降息, 裁员 and 涨价 are nouns by their tags.
        return word < parts.Words.Length && (parts.Text(word) is "将" or "把" or "对" or "向" or "以" or "为" || parts.Text(word) is ['降' or '裁' or '涨' or '派' or '减' or '加', _]
            || parts.Words[word].Tag[0] == 'v' && parts.Text(word) is not ("有" or "是" or "达" or "达到" or "计划" or "预计"));
    }

    /// <summary>高盛将|2026年金价预测上调至: when what is foreseen happens, not when it was foreseen.</summary>
    private static bool IsOfObject(SentenceParts parts, in TimeExpression time) =>
        parts.WordFrom(time.Span.Start) is > 0 and var next && parts.Text(next - 1) is "将" or "把" or "对" && time.From.Unit is not TimeUnit.Day;

    /// <summary>其2018年年报指出: the period that the report is about.</summary>
    private static bool IsReported(SentenceParts parts, in TimeExpression time)
    {
        var after = parts.Folded.AsSpan(time.Span.End, parts.Span.End - time.Span.End);
        return time.From.Unit is not TimeUnit.Day && (parts.Folded[time.Span.End - 1] == '报' || after.StartsWith("年报") || after.StartsWith("半年报") || after.StartsWith("季报") || after.StartsWith("财报") || after.StartsWith("中报") || after.StartsWith("年度报告") || after.StartsWith("半年度报告"));
    }

    /// <summary>8日公布10月进出口统计: the second time is that of the figures.</summary>
    private static bool IsAnnounced(SentenceParts parts, in TimeExpression time)
    {
        var before = parts.Folded.AsSpan(parts.Span.Start, time.Span.Start - parts.Span.Start);
        return parts.Lexicon.Cues.IsAtEnd(ContextCue.Publishes, before);
    }
}
