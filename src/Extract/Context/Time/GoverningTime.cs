using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context.Time;

/// <summary>Says which time expression of its sentence a value holds at (docs/time-and-speakers.md, section 2).</summary>
internal static partial class GoverningTime
{
    /// <summary>Longest stretch from the time to the end of a clause that only tells when something came to be, in characters: 正式落成启用,.</summary>
    private const int LongestFounding = 7;

    /// <summary>Longest stretch from the time to the end of the clause that says from when something applies, in characters: 起正式实施.</summary>
    private const int LongestEffect = 7;

    /// <summary>Longest stretch from a share to 在 before the time of what those counted do, in characters: 96%|的家庭在|2019年拥有.</summary>
    private const int LongestGroup = 8;

    /// <summary>Longest name of what was measured then, in characters: 去年|全年营收的|三倍.</summary>
    private const int LongestMeasure = 8;

    /// <summary>Finds the expression that governs <paramref name="quantity"/>.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="quantities">Its quantities.</param>
    /// <param name="quantity">One of them.</param>
    /// <param name="spoken">Who states what in it.</param>
    /// <param name="quotation">The quotation that the quantity stands in.</param>
    /// <param name="limit">One past the last of the sentence's times that may.</param>
    /// <returns>Index into the sentence's times, −1 for none.</returns>
    public static int Find(SentenceParts parts, ImmutableArray<Quantity> quantities, Quantity quantity, ImmutableArray<Spoken> spoken, TextSpan? quotation, int limit)
    {
        var at = quantity.Span.Start;
        var basis = CalculationPhrase(parts, at);
        var attributive = -1;
        for (var i = limit - 1; i >= 0; i--)
        {
            ref readonly var time = ref parts.Times[i];
            if (time.Span.End > at || time.From.Unit == TimeUnit.Clock)
            {
                continue;
            }

            if (quotation is { } quoted && time.Span.Start < quoted.Start && !IsContinued(parts, quoted, time))
            {
                return -1;
            }

            if (basis is { } phrase && !phrase.Contains(time.Span))
            {
                return -1;
            }

            if (basis is null && CalculationPhrase(parts, time.Span.Start) is not null)
            {
                continue;
            }

            if (!Governs(parts, quantities, quantity, i, spoken))
            {
                continue;
            }

            if (!IsAttributive(parts, time, at, parts.ClauseAt(time.Span.Start)))
            {
                return parts.ClauseAt(time.Span.Start) < parts.ClauseAt(at) && After(parts, quantity) is >= 0 and var own ? own : i;
            }

            // 今年引进的新机: where nothing else says when, a time counted from today does.
            if (attributive < 0 && time.From.Anchor == TimeAnchor.Publication && !IsInHead(spoken, time.Span))
            {
                attributive = i;
            }
        }

        return attributive >= 0 ? attributive : After(parts, quantity) is >= 0 and var after ? after : Term(parts, quantity.Extent.End) is >= 0 and var term ? term : OfDay(parts, quantities, quantity, spoken, quotation);
    }

    /// <summary>上午有14个测站亮红灯: a time of day alone, unless something was said then.</summary>
    private static int OfDay(SentenceParts parts, ImmutableArray<Quantity> quantities, Quantity quantity, ImmutableArray<Spoken> spoken, TextSpan? quotation) =>
        DayPart.Find(parts, quantities, quantity) is >= 0 and var part && parts.Times[part] is var time && !(quotation is { } quoted && time.Span.Start < quoted.Start) && !IsInHead(spoken, time.Span) && !IsBracketed(parts, time, quantity.Span.Start) ? part : -1;

    /// <summary>产能年底拉到7万片,「顶多做到六万五」: a quotation that goes on with the sentence after nothing but a comma.</summary>
    private static bool IsContinued(SentenceParts parts, TextSpan quotation, in TimeExpression time)
    {
        var between = parts.Folded.AsSpan(time.Span.End, quotation.Start - time.Span.End);
        return between.TrimEnd("“「『\" ") is [.., ','] && !between.Contains(';') && !between.Contains('。');
    }

    private static bool IsInHead(ImmutableArray<Spoken> spoken, TextSpan time)
    {
        foreach (var part in spoken)
        {
            if (part.Head.Contains(time))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>质押股数500万股,占其所持的6%,质押日期自2019年4月13日至…: the term of what was told before, up to a semicolon.</summary>
    private static int Term(SentenceParts parts, int from)
    {
        for (var i = 0; i < parts.Times.Length; i++)
        {
            var start = parts.Times[i].Span.Start;
            if (start < from || IsCompared(parts, parts.Times[i]))
            {
                continue;
            }

            // A time may reach over the end of its clause (2026年1月;2月).
            var end = parts.Times[i].Span.End;
            var clause = parts.Clauses[parts.ClauseAt(start)];
            var lead = parts.Folded.AsSpan(clause.Start, start - clause.Start).TrimEnd("自从为:于");
            return (parts.Lexicon.Cues.IsAtEnd(ContextCue.Term, lead) || IsEffect(parts, lead, new TextSpan(end, Math.Max(end, clause.End)))) && !parts.Folded.AsSpan(from, start - from).Contains(';') ? i : -1;
        }

        return -1;
    }

    /// <summary>罚款提高到5000元,|最快|明年1月|起实施: from when what was told before applies.</summary>
    private static bool IsEffect(SentenceParts parts, ReadOnlySpan<char> lead, TextSpan rest) =>
        lead.Trim() is "" or "最快" or "最早" or "预计" or "预定" or "预计最快" or "将" or "拟" or "料" or "并" && parts.Text(rest).TrimEnd(",;。 ") is { Length: <= LongestEffect } closing && parts.Lexicon.Cues.IsAtEnd(ContextCue.TakesEffect, closing);

    /// <summary>500万股于9月14日解除质押, 其中670亿元|明年就要到位: the time of the verb after the value, where nothing in its clause before it says when.</summary>
    private static int After(SentenceParts parts, Quantity quantity)
    {
        for (var i = 0; i < parts.Times.Length; i++)
        {
            var start = parts.Times[i].Span.Start;
            if (start >= quantity.Extent.End && parts.ClauseAt(start) == parts.ClauseAt(quantity.Span.Start))
            {
                var between = parts.Folded.AsSpan(quantity.Extent.End, start - quantity.Extent.End).Trim();
                return between.IsEmpty && parts.Times[i].Form != TimeForm.Undated || between is "于" or "已于" or "将于" or "股份于" or "股权于" or "股票于" or "发生在" or "发生于" || quantity.Dimension == Dimension.Percent && between.Length <= LongestGroup && between.EndsWith("在") && parts.Times[i].Form != TimeForm.Undated || IsOfThoseCounted(parts, quantity, parts.Times[i]) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>3名|男子|昨日|被捕: when those counted did what the clause says, or had it done to them.</summary>
    private static bool IsOfThoseCounted(SentenceParts parts, Quantity quantity, in TimeExpression time)
    {
        if (quantity.Dimension != Dimension.Count && parts.Folded[quantity.Span.End - 1] != '岁' || time.Form == TimeForm.Undated || time.From.Unit == TimeUnit.Clock || time.Span.Start - quantity.Extent.End is < 1 or > LongestGroup)
        {
            return false;
        }

        for (var i = parts.WordFrom(quantity.Extent.End); i < parts.Words.Length && parts.Words[i].Span.Start < time.Span.Start; i++)
        {
            if (parts.Words[i].Tag[0] is not ('n' or 'b' or 'j'))
            {
                return false;
            }
        }

        return parts.WordFrom(time.Span.End) is var next && next < parts.Words.Length && parts.Words[next].Tag[0] is 'v' or 'p' or 'd';
    }

    /// <summary>按昨日收盘价6.69元/股计算: the phrase that holds <paramref name="position"/>, from 按 to 计算, in one clause.</summary>
    public static TextSpan? CalculationPhrase(SentenceParts parts, int position)
    {
        var clause = parts.Clauses[parts.ClauseAt(position)];
        var text = parts.Text(clause);
        var start = text.IndexOfAny('按', '以', '依');
        if (start < 0 || clause.Start + start > position)
        {
            return null;
        }

        var end = text.IndexOf("计算");
        end = end < 0 ? text.IndexOf("测算") : end;
        end = end < 0 ? text.IndexOf("估算") : end;
        end = end < 0 ? text.IndexOf("为基数") : end;
        return end > start && clause.Start + end > position ? new TextSpan(clause.Start + start, clause.Start + end + 2) : null;
    }

    private static bool Governs(SentenceParts parts, ImmutableArray<Quantity> quantities, Quantity quantity, int index, ImmutableArray<Spoken> spoken)
    {
        ref readonly var time = ref parts.Times[index];
        var at = quantity.Span.Start;
        var clause = parts.ClauseAt(time.Span.Start);
        var isSameClause = parts.ClauseAt(at) == clause;
        if (IsOfCapital(parts, time) || IsBasis(parts, time, quantity) || IsMeasure(parts, time) || IsOfCompared(parts, time) || IsEarlierValue(parts, time, quantities, at) || IsSinceRecord(parts, time, at) || IsOfName(parts, time) || IsMark(parts, time, quantity) || IsIdle(parts, time)
            || IsBracketed(parts, time, at) || IsSpeechTime(parts, time, at, spoken))
        {
            return false;
        }

        if (!isSameClause && parts.Text(parts.Clauses[clause]).TrimEnd(",;") is var told && told.EndsWith("之前") && time.Span.End + 2 < parts.Clauses[clause].Start + told.Length)
        {
            // 2015年股灾来临之前: before what is dated.
            return false;
        }

        if (!isSameClause && time.From is not { Anchor: TimeAnchor.Publication, Year: > 0 } && parts.Lexicon.Cues.IsAtEnd(ContextCue.Founded, parts.Text(parts.Clauses[clause]).TrimEnd(",;")) && time.Span.End + LongestFounding >= parts.Clauses[clause].End)
        {
            // 学院于2003年成立，学生3200人: when it came to be.
            return false;
        }

        if (!isSameClause && IsBeforeHolding(parts, clause, parts.ClauseAt(at)))
        {
            // 2009年购入，持货16年赚398万元: when it was bought, which the holding leads away from.
            return false;
        }

        if (time.Form == TimeForm.Undated && index > 0 && parts.Times[index - 1] is var dated && dated.Form != TimeForm.Undated && parts.ClauseAt(dated.Span.Start) == clause)
        {
            // 10月1日至8日|国庆假期, 上月某线平日平均: the dates say when.
            return false;
        }

        if (!isSameClause && time.From.Unit != TimeUnit.Day && parts.Folded.AsSpan(parts.Clauses[clause].End, Math.Max(0, at - parts.Clauses[clause].End)).IndexOf("决定") >= 0 && HoldsQuantity(quantities, new TextSpan(time.Span.End, Math.Max(time.Span.End, parts.Clauses[clause].End))))
        {
            // 2020年虚增利润3亿元，深交所决定罚款60万元: what is decided afterwards.
            return false;
        }

        var opensClause = OpensClause(parts, time, clause);
        if (time.Form == TimeForm.Undated && !isSameClause && !opensClause)
        {
            return false;
        }

        // 去年同期 is looked back at in its own clause only.
        if (time.From is { Unit: TimeUnit.Period, Year: < 0 } && !isSameClause && !(opensClause && time.Span.End + 1 >= parts.Clauses[clause].End))
        {
            return false;
        }

        return !IsCutOff(parts, time.Span.End, at);
    }

    /// <summary>未来五年投入经费: a length that has only begun, in the value's clause, right before what will be done in it.</summary>
    public static bool IsToCome(SentenceParts parts, in TimeExpression time, int at)
    {
        if (time.Form != TimeForm.Undated || parts.ClauseAt(time.Span.Start) != parts.ClauseAt(at) || parts.Text(time.Span) is not (['未', '来', ..] or ['今', '后', ..] or ['接', '下', '来', ..]))
        {
            return false;
        }

        var next = parts.WordFrom(time.Span.End);
        return next < parts.Words.Length && parts.Words[next].Span.Start < at && parts.Words[next].Tag[0] is 'v' or 'd' or 'p'
            && parts.Folded.AsSpan(time.Span.End, at - time.Span.End).IndexOfAny('的', '者') < 0;
    }

    /// <summary>True where a clause after <paramref name="from"/>, up to <paramref name="to"/>, opens with how long something has been held.</summary>
    private static bool IsBeforeHolding(SentenceParts parts, int from, int to)
    {
        if (parts.Text(parts.Clauses[from]) is var bought && bought.IndexOfAny('购', '买') < 0 && bought.IndexOf("投得") < 0 && bought.IndexOf("承接") < 0 && bought.IndexOf("入手") < 0)
        {
            return false;
        }

        for (var clause = from + 1; clause <= to; clause++)
        {
            if (parts.Text(parts.Clauses[clause]).TrimStart() is ['持', '货' or '有', ..] and var held && held[2..].TrimStart("约近逾超过仅只短") is [>= '0' and <= '9', ..] and var length
                && length.TrimStart("0123456789") is ['年', ..] or ['个', '月', ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>去年投产的新厂,10月…: a year that says of which thing.</summary>
    public static bool IsAside(SentenceParts parts, in TimeExpression time) =>
        IsOfName(parts, time) || time.From.Unit == TimeUnit.Year && parts.ClauseAt(time.Span.Start) is var clause && IsAttributive(parts, time, parts.Clauses[clause].End, clause);

    /// <summary>2016年收购的公司: the time dates the relative clause, not the value after it.</summary>
    private static bool IsAttributive(SentenceParts parts, in TimeExpression time, int at, int clause)
    {
        if (parts.ClauseAt(at) != clause && !HasOfBefore(parts, time.Span.End, parts.Clauses[clause].End))
        {
            return false;
        }

        if (time.Span.Start > 1 && parts.Folded[time.Span.Start - 1] == '于' && parts.Folded[time.Span.Start - 2] is '立' or '生' or '建' or '始' or '布' or '市' && time.Span.End < at && parts.Folded[time.Span.End] == '的')
        {
            // 成立于2003年的甲公司: when the company was founded.
            return true;
        }

        if (IsReported(parts, time))
        {
            // 2019年半年报中披露的: the period that the report is about.
            return false;
        }

        var word = parts.WordFrom(time.Span.End);
        var end = parts.WordFrom(Math.Min(at, parts.Clauses[clause].End));
        while (word < end && parts.Words[word].Tag is "d" or "p" or "f")
        {
            word++;
        }

        if (word >= end || parts.Words[word].Tag[0] != 'v' || parts.Lexicon.Cues.Is(ContextCue.Achieves, parts.Text(word)))
        {
            return false;
        }

        for (var i = word + 1; i < end && i < word + 6; i++)
        {
            if (parts.Text(i) is "的" && i + 1 < end && parts.Words[i].Span.End < at)
            {
                // 3月加息的概率: how likely that is, then.
                return !IsMeasuredItself(parts, i + 1, end) && parts.Text(i + 1) is not ("概率" or "几率" or "机率");
            }

            if (parts.Words[i].Tag[0] is 'm' or 'x')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>2019年排放的二氧化碳为9亿吨: nothing but the noun of the relative clause and a verb of level before the value.</summary>
    private static bool IsMeasuredItself(SentenceParts parts, int noun, int end)
    {
        var at = noun;
        while (at < end && (parts.Words[at].Tag[0] is 'n' or 'j' || parts.Words[at].Tag is "eng" or "x" or "vn" && char.IsLetter(parts.Text(at)[0])))
        {
            at++;
        }

        return at > noun && at + 1 == end && (parts.Is(at, ContextCue.LeadsValue) || parts.Is(at, ContextCue.Sums)) && parts.Folded[parts.Words[at - 1].Span.End - 1] is not ('额' or '量' or '率' or '价' or '费' or '数' or '收' or '润' or '值' or '利' or '本');
    }

    private static bool HasOfBefore(SentenceParts parts, int start, int end) => parts.Folded.AsSpan(start, Math.Max(0, end - start)).Contains('的');

    /// <summary>True for a time that its clause starts with: it is what the rest of the sentence is about.</summary>
    private static bool OpensClause(SentenceParts parts, in TimeExpression time, int clause)
    {
        var lead = parts.Folded.AsSpan(parts.Clauses[clause].Start, Math.Max(0, time.Span.Start - parts.Clauses[clause].Start)).TrimStart();
        return lead.Length == 0 || lead is "在" or "截至" or "截止" or "截至到" or "到" or "至" or "于" or "而" or "但" or "自" or "从" or "其中" or "仅" or "早在" or "“" or "「" or "据" or "而在" or "但在" or "直到" or "就" or "另外";
    }

    /// <summary>A semicolon that a condition or a ranking follows begins something else: …；如果出口目标实现，….</summary>
    private static bool IsCutOff(SentenceParts parts, int start, int end)
    {
        var semicolon = parts.Folded.AsSpan(start, Math.Max(0, end - start)).LastIndexOf(';');
        if (semicolon < 0)
        {
            return false;
        }

        var after = parts.Folded.AsSpan(start + semicolon + 1, end - start - semicolon - 1).TrimStart();
        if (after.StartsWith("其次"))
        {
            return true;
        }

        // 官员坦言,若…,: the condition of the second clause holds for the third too.
        for (var clause = after; !clause.IsEmpty; clause = clause.IndexOf(',') is >= 0 and var comma ? clause[(comma + 1)..].TrimStart() : [])
        {
            if (StartsWithCondition(clause))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithCondition(ReadOnlySpan<char> clause) =>
        clause.StartsWith("如果") || clause.StartsWith("若") || clause.StartsWith("假如") || clause.StartsWith("一旦");
}
