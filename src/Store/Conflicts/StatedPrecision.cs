using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Store.Conflicts;

/// <summary>How exactly a claim states its value: half of the last digit that it writes.</summary>
internal static class StatedPrecision
{
    /// <summary>The half of the last written digit, in the claim's unit: 26% → 0.5, 26.3% → 0.05, 5.1万亿 → 5 × 10^10. Number words count to their first digit: 五万亿 → 5 × 10^11.</summary>
    public static decimal HalfStep(Claim claim)
    {
        var text = TextFold.Fold(claim.Text);
        var start = 0;
        while (start < text.Length && !char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        var end = start;
        var decimals = -1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
        {
            decimals = text[end] == '.' ? 0 : decimals >= 0 ? decimals + 1 : decimals;
            end++;
        }

        var magnitude = Math.Abs(claim.Low);
        if (start < text.Length
            && decimal.TryParse(text.AsSpan(start, end - start).TrimEnd("."), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var written)
            && written != 0 && magnitude != 0)
        {
            var step = 1m;
            for (; decimals > 0; decimals--)
            {
                step /= 10;
            }

            // 增长3倍 states 4 x: the scale is that of a power of ten, or the number is its own.
            return step * PowerOfTen(magnitude / written) / 2;
        }

        return magnitude == 0 ? 0 : FirstDigit(magnitude) / 2;
    }

    private static decimal PowerOfTen(decimal ratio)
    {
        var power = 1m;
        for (; ratio >= 5 && power < 1e20m; ratio /= 10)
        {
            power *= 10;
        }

        for (; ratio < 0.5m && power > 1e-9m; ratio *= 10)
        {
            power /= 10;
        }

        return power;
    }

    private static decimal FirstDigit(decimal magnitude)
    {
        var step = 1m;
        for (; magnitude >= 10; magnitude /= 10)
        {
            step *= 10;
        }

        for (; magnitude < 1 && step > 1e-20m; magnitude *= 10)
        {
            step /= 10;
        }

        return step;
    }
}
