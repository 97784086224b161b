using System.Collections.Immutable;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context.Time;

/// <summary>Finds the time of day that dates a value where nothing else does: 上午有14个测站亮红灯, 截至下午6时接收56名伤者.</summary>
internal static class DayPart
{
    /// <summary>What says that something is done on every day: 每天下午3点, 通常晚上.</summary>
    private static readonly string[] Habits = ["每", "逢", "通常", "一般", "平均", "平日", "时间", "时段"];

    /// <summary>Finds the last time of day before <paramref name="quantity"/> that dates it.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="quantities">Its quantities.</param>
    /// <param name="quantity">One of them.</param>
    /// <returns>Index into the sentence's times, −1 for none.</returns>
    public static int Find(SentenceParts parts, ImmutableArray<Quantity> quantities, Quantity quantity)
    {
        for (var i = parts.Times.Length - 1; i >= 0; i--)
        {
            ref readonly var time = ref parts.Times[i];
            if (time.From.Unit == TimeUnit.Clock && time.Span.End <= quantity.Span.Start)
            {
                return IsOfDay(parts, time) && HasValue(parts, quantities, time) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>上午|有, 截至下午6时: what happened once; no habit, no hours of opening, no 夜间经济.</summary>
    private static bool IsOfDay(SentenceParts parts, in TimeExpression time)
    {
        var clause = parts.Clauses[parts.ClauseAt(time.Span.Start)];
        var lead = parts.Folded.AsSpan(clause.Start, time.Span.Start - clause.Start);
        foreach (var habit in Habits)
        {
            if (lead.IndexOf(habit) >= 0)
            {
                return false;
            }
        }

        var rest = parts.Folded.AsSpan(time.Span.End, Math.Max(0, clause.End - time.Span.End)).TrimStart();
        if (rest is ['至' or '到' or '-' or '~' or '前' or '及' or '和' or '、', ..])
        {
            return false;
        }

        var next = parts.WordFrom(time.Span.End);
        return rest is [] or [',' or '后', ..] || parts.Folded[time.Span.End - 1] is not ('间' or '里' or '夜') || next < parts.Words.Length && parts.Words[next].Tag[0] is 'v' or 'd' or 'p';
    }

    /// <summary>True for what stands before a time that its clause opens with: nothing, or 截至.</summary>
    private static bool IsAhead(ReadOnlySpan<char> lead) => lead.Trim() is "" or "截至" or "截止" or "截止至";

    /// <summary>大厦清晨起火,4人受伤: within a clause that holds no value it dates what that clause tells.</summary>
    private static bool HasValue(SentenceParts parts, ImmutableArray<Quantity> quantities, in TimeExpression time)
    {
        var clause = parts.Clauses[parts.ClauseAt(time.Span.Start)];
        if (IsAhead(parts.Folded.AsSpan(clause.Start, time.Span.Start - clause.Start)))
        {
            return true;
        }

        foreach (var quantity in quantities)
        {
            if (quantity.Span.Start >= time.Span.End && quantity.Span.End <= clause.End)
            {
                return true;
            }
        }

        return false;
    }
}
