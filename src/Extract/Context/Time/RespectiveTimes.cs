using System.Collections.Immutable;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context.Time;

/// <summary>Pairs the values of a list with the times of a list: 2018年及2019年净利润分别为1亿元和2亿元.</summary>
internal static class RespectiveTimes
{
    /// <summary>Finds the time of <paramref name="quantity"/> in a list of times that ends with the one that governs it.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="quantities">Its quantities.</param>
    /// <param name="quantity">One of them.</param>
    /// <param name="governing">Index of the time that would govern it alone.</param>
    /// <param name="part">Of a single range or list of years, quarters or months (2018年至2020年, 一、二季度) which of its equal parts is meant, from 0.</param>
    /// <param name="of">How many those are; 1 where the time is not parted.</param>
    /// <returns>Index of its own time; <paramref name="governing"/> where there is no such list.</returns>
    public static int Find(SentenceParts parts, ImmutableArray<Quantity> quantities, Quantity quantity, int governing, out int part, out int of)
    {
        (part, of) = (0, 1);
        var between = new TextSpan(parts.Times[governing].Span.End, Math.Max(parts.Times[governing].Span.End, quantity.Span.Start));
        var marker = parts.Text(between).LastIndexOf("分别");
        if (marker < 0)
        {
            marker = parts.Text(between).LastIndexOf("依次");
        }

        if (marker < 0 && PartsOf(parts, parts.Times[governing]) < 2)
        {
            return governing;
        }

        var (order, count) = Order(parts, quantities, quantity, between.Start + Math.Max(0, marker));
        if (order < 0)
        {
            return governing;
        }

        var first = governing;
        while (first > 0 && IsListed(parts, first))
        {
            first--;
        }

        var times = governing - first + 1;
        if (marker >= 0 && times == count && times > 1)
        {
            return first + order;
        }

        if (times == 1 && PartsOf(parts, parts.Times[governing]) == count)
        {
            (part, of) = (order, count);
        }

        return governing;
    }

    /// <summary>How many years, quarters or months the words of <paramref name="time"/> list: 3 for 2018年至2020年 and for 一、二、三季度; 前三季度 is one time.</summary>
    private static int PartsOf(SentenceParts parts, TimeExpression time) => time switch
    {
        { From: { Unit: TimeUnit.Year, Anchor: TimeAnchor.Stated }, To: { Unit: TimeUnit.Year, Anchor: TimeAnchor.Stated } last } => last.Year - time.From.Year + 1,
        { From: { Unit: TimeUnit.Quarter or TimeUnit.Month, Day: 0 }, To: null } when parts.Text(time.Span).ContainsAny("、和及与") => time.From.Last - time.From.First + 1,
        _ => 0,
    };

    /// <summary>Place of the quantity among those that its 分别 lists, or that the years before list (2025—2027年…3元、4元和5元), and their number; place −1 where it is none of them.</summary>
    private static (int Order, int Count) Order(SentenceParts parts, ImmutableArray<Quantity> quantities, Quantity quantity, int marker)
    {
        var (order, count, end) = (-1, 0, marker);
        foreach (var other in quantities)
        {
            if (other.Span.Start < marker)
            {
                continue;
            }

            if (count > 0 && !IsJoint(parts.Folded.AsSpan(end, Math.Max(0, other.Extent.Start - end))))
            {
                break;
            }

            if (other.Span == quantity.Span)
            {
                order = count;
            }

            count++;
            end = other.Extent.End;
        }

        return (order, count);
    }

    private static bool IsListed(SentenceParts parts, int index) =>
        IsJoint(parts.Folded.AsSpan(parts.Times[index - 1].Span.End, Math.Max(0, parts.Times[index].Span.Start - parts.Times[index - 1].Span.End)));

    private static bool IsJoint(ReadOnlySpan<char> between) => between.Length is > 0 and <= 3 && between.Trim() is "、" or "和" or "及" or "与" or "," or "以及" or ",以及" or "、和" or "至" or "跟";
}
