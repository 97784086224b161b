using Pipeline.Extract.Numerals;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Lexicons;

/// <summary>What stands after a number: a unit, a currency, a classifier or a counted noun.</summary>
public sealed class UnitEntry
{
    /// <summary>The word, folded.</summary>
    public required string Word { get; init; }

    /// <summary>Canonical unit (contract §4); empty for the currency of the article.</summary>
    public required string Unit { get; init; }

    /// <summary>What it measures.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>What it makes of the number.</summary>
    public NumberUse Use { get; init; }

    /// <summary>One of the word is <see cref="Numerator"/> / <see cref="Denominator"/> canonical units.</summary>
    public decimal Numerator { get; init; } = 1;

    /// <summary>See <see cref="Numerator"/>; above 0.</summary>
    public decimal Denominator { get; init; } = 1;

    /// <summary>The reading that is canonical zero: 32 for degrees Fahrenheit.</summary>
    public decimal Zero { get; init; }

    /// <summary>The denominator that the word holds (公里/小时: 小时).</summary>
    public string? Per { get; init; }

    /// <summary>What must not follow, since the word is then part of another.</summary>
    public WordSet NotBefore { get; init; } = WordSet.Empty;

    /// <summary>True for 元, 块, 角: worth the article's currency.</summary>
    public bool IsArticleCurrency => Dimension == Dimension.Money && Unit.Length == 0;

    /// <summary>Turns a reading into canonical units; a quotient without end keeps 15 significant digits.</summary>
    /// <exception cref="OverflowException">The result is beyond a decimal.</exception>
    public decimal ToCanonical(decimal reading)
    {
        var product = (reading - Zero) * Numerator;
        return Denominator == 1 ? product : ExactDecimal.Divide(product, Denominator);
    }

    /// <summary>False when one of <see cref="NotBefore"/> follows.</summary>
    public bool MayPrecede(ReadOnlySpan<char> following) => !NotBefore.ContainsStartOf(following);
}
