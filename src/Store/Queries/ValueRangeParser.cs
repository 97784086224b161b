using System.Collections.Frozen;
using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Store.Queries;

/// <summary>Reads <c>unit</c>, <c>min</c> and <c>max</c> as people write them: 500 with TFLOP/s, 3 with 亿美元, or 3万亿美元 at once.</summary>
internal sealed class ValueRangeParser(SearchVocabulary vocabulary)
{
    /// <summary>Canonical units other than currencies and classifiers (docs/contract.md, section 4).</summary>
    private static readonly FrozenSet<string> CanonicalUnits =
        FrozenSet.ToFrozenSet(["%", "pp", "bp", "x", "FLOP/s", "OP/s", "B", "B/s", "bit/s", "m", "m2", "m3", "L", "kg", "W", "Wh", "Hz", "V", "Ah", "Pa", "Cel", "s", "min", "h", "d", "mo", "a", "点"], StringComparer.Ordinal);

    private static readonly FrozenSet<ClaimKind> PercentKinds = FrozenSet.ToFrozenSet([ClaimKind.MarketShare, ClaimKind.RevenueShare, ClaimKind.Share, ClaimKind.Rate]);

    /// <summary>The range in a canonical unit.</summary>
    /// <param name="unit">The unit as written, or null.</param>
    /// <param name="min">The smallest value as written, or null.</param>
    /// <param name="max">The largest value as written, or null.</param>
    /// <param name="kinds">The wanted kinds: shares and rates are in percent unless another unit is given.</param>
    /// <exception cref="QueryException">One of them cannot be read, or their units disagree.</exception>
    public (string? Unit, decimal? Min, decimal? Max) Parse(string? unit, string? min, string? max, IReadOnlyList<ClaimKind> kinds)
    {
        var canonical = unit is null ? null : CanonicalUnit(unit);
        var low = min is null ? (StatedQuantity?)null : Read("min", min, unit, canonical);
        var high = max is null ? (StatedQuantity?)null : Read("max", max, unit, canonical);
        var common = canonical ?? Named(low) ?? Named(high);
        if (common is null && (min ?? max) is not null)
        {
            common = kinds.Count > 0 && kinds.All(PercentKinds.Contains)
                ? "%"
                : throw new QueryException(min is null ? "max" : "min", $"'{min ?? max}' has no unit: write it with one (3万亿美元, 25%) or give the unit beside it (unit TFLOP/s)");
        }

        Agree("min", min, low, common);
        Agree("max", max, high, common);
        if (low is { } from && high is { } to && from.Low > to.High)
        {
            throw new QueryException("max", $"max '{max}' lies below min '{min}'");
        }

        return (common, low?.Low, high?.High);
    }

    private static string? Named(StatedQuantity? quantity) => quantity is { Unit.Length: > 0 } named ? named.Unit : null;

    private static void Agree(string parameter, string? text, StatedQuantity? quantity, string? unit)
    {
        if (Named(quantity) is { } own && own != unit)
        {
            throw new QueryException(parameter, $"'{text}' is in {own}, the other end or the unit in {unit}: use one unit");
        }
    }

    private StatedQuantity Read(string parameter, string text, string? unit, string? canonical)
    {
        var trimmed = text.Trim();
        if (TryPlain(trimmed, out var value))
        {
            if (unit is null || unit.Trim() == canonical)
            {
                return new StatedQuantity(value, value, canonical ?? "");
            }

            // 3 with 亿美元 is 3亿美元: the unit's own scale and prefix count. A classifier has neither.
            var positive = Math.Abs(value);
            var scaled = vocabulary.ReadQuantity(positive.ToString(CultureInfo.InvariantCulture) + unit.Trim());
            return scaled is { } read && read.Unit == canonical
                ? value < 0 ? new StatedQuantity(-read.High, -read.Low, read.Unit) : read
                : positive == 0 || !HasScale(unit) ? new StatedQuantity(value, value, canonical!)
                : throw Unreadable(parameter, text);
        }

        // 3万 with 元: both together, then the text alone.
        return (unit is null ? null : vocabulary.ReadQuantity(trimmed + unit.Trim()))
            ?? vocabulary.ReadQuantity(trimmed)
            ?? throw Unreadable(parameter, text);
    }

    private bool HasScale(string unit) => vocabulary.ReadQuantity("3" + unit.Trim()) is { } three && three.Low != 3;

    private string CanonicalUnit(string unit)
    {
        var trimmed = TextFold.Fold(unit.Trim());
        if (CanonicalUnits.Contains(trimmed) || (trimmed.Length == 3 && trimmed.All(char.IsAsciiLetterUpper)))
        {
            return trimmed;
        }

        // A digit before it makes it a quantity; 3 rather than 1, since 一 and 1 before a classifier may be no number.
        if (vocabulary.ReadQuantity("3" + trimmed) is { Unit.Length: > 0 } quantity)
        {
            return quantity.Unit;
        }

        return trimmed.Length > 0 && trimmed.All(c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter)
            ? trimmed
            : throw new QueryException("unit", $"'{unit}' is no unit that is known: write one as in the text (亿美元, TFLOP/s, 万辆) or a canonical one (USD, FLOP/s, %)");
    }

    private static bool TryPlain(string text, out decimal value) =>
        decimal.TryParse(TextFold.Fold(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);

    private static QueryException Unreadable(string parameter, string text) =>
        new(parameter, $"'{text}' cannot be read as a value: write a number (500), or a number with its unit (3万亿美元)");
}
