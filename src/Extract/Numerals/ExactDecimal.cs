namespace Pipeline.Extract.Numerals;

/// <summary>Decimal arithmetic as the contract prints it.</summary>
internal static class ExactDecimal
{
    /// <summary>Largest value that is reckoned with: a tenth below what a decimal holds, so that rounding cannot reach past it.</summary>
    public const decimal Largest = 7e28m;

    /// <summary>The product; false where it is beyond <see cref="Largest"/>.</summary>
    public static bool TryMultiply(decimal value, decimal factor, out decimal product)
    {
        var fits = Math.Abs((double)value * (double)factor) <= (double)Largest;
        product = fits ? value * factor : 0;
        return fits;
    }

    /// <summary>The quotient; one without end is rounded to 15 significant digits (1/3 → 0.333333333333333).</summary>
    public static decimal Divide(decimal dividend, decimal divisor)
    {
        var quotient = dividend / divisor;
        if (quotient * divisor == dividend && Significant(quotient) <= 15)
        {
            return quotient;
        }

        var integerDigits = 0;
        for (var rest = Math.Abs(quotient); rest >= 1 && integerDigits < 29; rest /= 10)
        {
            integerDigits++;
        }

        var leadingZeros = 0;
        for (var rest = Math.Abs(quotient); rest is > 0 and < 0.1m && leadingZeros < 13; rest *= 10)
        {
            leadingZeros++;
        }

        return Math.Round(quotient, Math.Clamp(15 - integerDigits + leadingZeros, 0, 28));
    }

    /// <summary>The same value without zeros at the end: 8.50 → 8.5.</summary>
    public static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;

    private static int Significant(decimal value)
    {
        Span<char> digits = stackalloc char[40];
        return Trim(value).TryFormat(digits, out var length, default, System.Globalization.CultureInfo.InvariantCulture) ? length : 40;
    }
}
