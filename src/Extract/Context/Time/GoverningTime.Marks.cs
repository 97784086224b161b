using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context.Time;

/// <content>Times within names and marks: contracts, laws, peaks, foundings.</content>
internal static partial class GoverningTime
{
    /// <summary>What no contract's name holds: 3月|白银期货.</summary>
    private static readonly System.Buffers.SearchValues<char> NotInContract = System.Buffers.SearchValues.Create(",;。、0123456789涨跌");

    /// <summary>Longest name of what a contract delivers, in characters: 3月|布伦特原油|期货.</summary>
    private const int LongestGood = 6;

    /// <summary>Furthest that a mark's own value stands behind its time: 逼近2016年3月|顶部1.417%.</summary>
    private const int LongestMark = 5;

    private static readonly string[] Laws = ["法", "法案", "条例"];

    /// <summary>3月|白银期货, 2月|交货的黄金, 当月|连续合约, 《1974年|贸易法》: the time is part of a name.</summary>
    public static bool IsOfName(SentenceParts parts, in TimeExpression time)
    {
        var after = parts.Folded.AsSpan(time.Span.End, parts.Span.End - time.Span.End).TrimStart();
        if (time.Span.Start > parts.Span.Start && parts.Folded[time.Span.Start - 1] == '《')
        {
            return after.IndexOf('》') is > 0 and var close && EndsWithAny(after[..close], Laws);
        }

        if (time.From.Unit != TimeUnit.Month || time.From is { Anchor: TimeAnchor.Publication })
        {
            return false;
        }

        after = after.StartsWith("份") ? after[1..] : after;
        var good = after[..Math.Min(after.Length, LongestGood + 2)];
        var contract = good.IndexOf("期货") is >= 0 and var future ? future : good.IndexOf("合约");
        return after.StartsWith("交货") || after.StartsWith("交割") || after.StartsWith("到期的")
            || contract >= 0 && !after.StartsWith("主力") && !good[..contract].ContainsAny(NotInContract) && !good.StartsWith("全国") && !good.StartsWith("国内")
                && after[(contract + 2)..] is not (['市', '场', ..] or ['公', '司', ..] or ['交', '易', ..] or ['行', '业', ..] or ['业', ..]);
    }

    /// <summary>成立于2018年,注册资本5000万元; 逼近2019年1月顶部,报0.3%; 超2019年水平,赴日恢复率仅53%: when something came to be, or was as high, dates no later value.</summary>
    private static bool IsMark(SentenceParts parts, in TimeExpression time, Quantity quantity)
    {
        var clause = parts.Clauses[parts.ClauseAt(time.Span.Start)];
        var before = parts.Folded.AsSpan(clause.Start, time.Span.Start - clause.Start);
        if (quantity.Span.Start >= clause.End && time.Span.End + 2 >= clause.End && parts.Lexicon.Cues.IsAtEnd(ContextCue.FoundedIn, before))
        {
            return true;
        }

        return quantity.Span.Start > time.Span.End + LongestMark && parts.Lexicon.Cues.IsAtStart(ContextCue.Peak, parts.Folded.AsSpan(time.Span.End, parts.Span.End - time.Span.End).TrimStart("的份"))
            && parts.Folded.AsSpan(clause.Start, StartOfRun(parts, time) - clause.Start) is var reach && parts.Lexicon.Cues is var cues
            && (cues.IsAtEnd(ContextCue.BesideLevel, reach) || cues.IsAtEnd(ContextCue.Above, reach) || cues.IsAtEnd(ContextCue.Below, reach));
    }

    /// <summary>截至31日,过去24小时|新增300例: hours say nothing that the day does not; 七年来|首次, 近三年|新高: since when.</summary>
    private static bool IsIdle(SentenceParts parts, in TimeExpression time)
    {
        if (time.Form != TimeForm.Undated)
        {
            return false;
        }

        var text = parts.Text(time.Span);
        var after = parts.Folded.AsSpan(time.Span.End, parts.Span.End - time.Span.End).TrimStart("的");
        return text.IndexOf("小时") > 0 && (text[0] is '过' or '近' or '最' || after.StartsWith("新增"))
            || parts.Lexicon.Cues.IsAtStart(ContextCue.FirstEver, after);
    }

    /// <summary>3月加息25个基点的概率, 预计9月上路: how likely something is, and what is expected, is of a time to come.</summary>
    public static bool IsOfOdds(SentenceParts parts, in TimeExpression time, int at)
    {
        if (time.From is not { Unit: TimeUnit.Month or TimeUnit.Quarter, Anchor: TimeAnchor.Open })
        {
            return false;
        }

        var rest = parts.Folded.AsSpan(time.Span.End, Math.Max(0, parts.Clauses[parts.ClauseAt(at)].End - time.Span.End));
        var before = parts.Folded.AsSpan(parts.Span.Start, time.Span.Start - parts.Span.Start);
        return before.EndsWith("预计") || before.EndsWith("预定") || before.EndsWith("最快") || rest.IndexOf("概率") >= 0 || rest.IndexOf("几率") >= 0 || rest.IndexOf("机率") >= 0 || before.IndexOf("市场定价") >= 0 || before.IndexOf("押注") >= 0;
    }

    /// <summary>较2020年、|2019年, 恢复至2019年|春节同期: where the first of the times starts that stand in a row.</summary>
    private static int StartOfRun(SentenceParts parts, in TimeExpression time)
    {
        var start = time.Span.Start;
        for (var i = parts.Times.Length - 1; i >= 0; i--)
        {
            var end = parts.Times[i].Span.End;
            start = end == start || end == start - 1 && parts.Folded[end] == '、' ? parts.Times[i].Span.Start : start;
        }

        return start;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }
}
