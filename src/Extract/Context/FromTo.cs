using System.Collections.Immutable;
using Pipeline.Extract.Numerals;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context;

/// <summary>Finds the earlier value of a change: 从95%掉到零, 由15.2%降至14.8%, 7纳米缩小到5纳米.</summary>
internal static class FromTo
{
    private static readonly Dictionary<int, int> None = [];

    /// <summary>How many of the smaller unit make one of the larger, for durations whose earlier value is said in another unit.</summary>
    private static readonly Dictionary<string, decimal> Seconds = new(StringComparer.Ordinal)
    {
        ["s"] = 1, ["min"] = 60, ["h"] = 3600, ["d"] = 86400, ["mo"] = 2629746, ["a"] = 31556952,
    };

    /// <summary>For each token of a later value, the token of its earlier one.</summary>
    /// <param name="row">The sentence.</param>
    /// <param name="quantities">Its quantities.</param>
    public static Dictionary<int, int> Find(TokenRow row, ImmutableArray<Quantity> quantities)
    {
        Dictionary<int, int>? earlierOf = null;
        foreach (var i in row.QuantityTokens)
        {
            if (earlierOf?.ContainsKey(i) == true || !TryLater(row, quantities, i, out var later))
            {
                continue;
            }

            earlierOf ??= [];
            earlierOf[later] = i;
            // 从232%下降至196%和157%: values joined to the later one share its earlier value.
            for (var next = Joined(row, later); next >= 0 && Fits(quantities, i, next, row); next = Joined(row, next))
            {
                earlierOf[next] = i;
            }
        }

        return earlierOf ?? None;
    }

    /// <summary>The earlier value in the later one's unit; null when the units cannot be compared.</summary>
    public static decimal? Convert(Quantity earlier, Quantity later)
    {
        if (earlier.Unit == later.Unit || earlier.Dimension == Dimension.None)
        {
            return earlier.Low;
        }

        return Seconds.TryGetValue(earlier.Unit, out var from) && Seconds.TryGetValue(later.Unit, out var to) && ExactDecimal.TryMultiply(earlier.Low, from, out var seconds) ? seconds / to : null;
    }

    private static bool TryLater(TokenRow row, ImmutableArray<Quantity> quantities, int earlier, out int later)
    {
        later = -1;
        var opened = IsOpened(row, earlier);
        var moved = false;
        var at = row.After(earlier);
        for (var steps = 0; at >= 0 && steps < 8; at = row.After(at), steps++)
        {
            var token = row[at];
            switch (token.Role)
            {
                case TokenRole.Quantity when opened && row.After(at) is var goal && goal >= 0 && row.Word(goal) is "至" or "到" && row[row.Before(at)].Sense.Verb?.Role == VerbRole.Change:
                    // 由3亿元扩大一倍至6亿元: by how much, on the way.
                    break;
                case TokenRole.Quantity:
                    later = at;
                    return moved && Fits(quantities, earlier, at, row);
                case TokenRole.Verb when token.Sense.Verb?.Role == VerbRole.Reach:
                    moved = true;
                    break;
                case TokenRole.Verb when token.Sense.Verb?.Role == VerbRole.Change:
                    var next = row.After(at);
                    moved |= (opened || next >= 0 && row.Word(next) is "至" or "到" or "为" or "成") && !(next >= 0 && row[next].Role == TokenRole.Quantity && !EndsInGoal(row.Word(at)) && !opened);
                    moved |= EndsInGoal(row.Word(at));
                    break;
                case TokenRole.Verb or TokenRole.Preposition when row.Word(at) is "至" or "到" or "变成" or "变为" or "成为" or "成":
                    moved |= opened || row.Word(at) is "变成" or "变为";
                    break;
                case TokenRole.Verb when opened && token.Sense.Verb is null or { Role: VerbRole.Level }:
                    moved |= token.Sense.Verb is null || EndsInGoal(row.Word(at));
                    break;
                case TokenRole.Clause when opened && row.Word(at) is ",":
                case TokenRole.Adverb or TokenRole.Time or TokenRole.Particle or TokenRole.Localizer or TokenRole.Of or TokenRole.Other:
                    break;
                case TokenRole.Noun when opened:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool EndsInGoal(ReadOnlySpan<char> verb) => verb[^1] is '至' or '到';

    /// <summary>True when 从, 由 or 自 stands before the value, with nothing but time words, nouns and 的 between.</summary>
    private static bool IsOpened(TokenRow row, int earlier)
    {
        var at = row.Before(earlier);
        for (var steps = 0; at >= 0 && steps < 6; at = row.Before(at), steps++)
        {
            if (row[at].Role == TokenRole.Preposition || row.Word(at) is "由" or "从" or "自" or "较" or "比")
            {
                return row.Word(at)[^1] is '从' or '由' or '自' or '较' or '比';
            }

            if (row[at].Role is not (TokenRole.Time or TokenRole.Of or TokenRole.Adverb or TokenRole.Noun or TokenRole.Localizer or TokenRole.Adjective or TokenRole.Number))
            {
                return false;
            }
        }

        return false;
    }

    private static int Joined(TokenRow row, int later)
    {
        var at = row.After(later);
        if (at < 0 || row[at].Role != TokenRole.Listing)
        {
            return -1;
        }

        at = row.After(at);
        while (at >= 0 && row[at].Role is TokenRole.Time or TokenRole.Of or TokenRole.Adverb)
        {
            at = row.After(at);
        }

        return at >= 0 && row[at].Role == TokenRole.Quantity ? at : -1;
    }

    private static bool Fits(ImmutableArray<Quantity> quantities, int earlier, int later, TokenRow row)
    {
        var (first, second) = (quantities[row[earlier].Quantity], quantities[row[later].Quantity]);
        return first.Dimension == second.Dimension && (first.Unit == second.Unit || first.Dimension == Dimension.Duration)
            || first.Dimension == Dimension.None && second.Dimension != Dimension.Duration
            || first.Dimension == Dimension.Multiple && second.Dimension == Dimension.Multiple;
    }
}
