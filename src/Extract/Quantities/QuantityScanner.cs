using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Quantities;

/// <summary>
/// Finds every number of a text with its unit, and says of each whether it is a quantity or why it is none.
/// One pass from left to right, linear in the length of the text; immutable and thread-safe.
/// </summary>
/// <remarks>docs/quantities.md tells the rules; the words are those of data/lexicons.</remarks>
public sealed class QuantityScanner
{
    private readonly QuantityLexicon _lexicon;

    /// <summary>Makes a scanner.</summary>
    /// <param name="lexicon">Its vocabulary; null for the built-in one.</param>
    public QuantityScanner(QuantityLexicon? lexicon = null) => _lexicon = lexicon ?? QuantityLexicon.BuiltIn;

    /// <summary>Scans a part of an article, best the whole of it: words up to a clause before <paramref name="range"/> are not seen.</summary>
    /// <param name="context">The article.</param>
    /// <param name="range">What to scan, positions in the article's text.</param>
    /// <param name="quantities">Receives the quantities in order; their spans do not overlap.</param>
    /// <param name="skipped">Receives the numbers that are no claims, in order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="range"/> reaches beyond the text.</exception>
    public void Scan(QuantityScanContext context, TextSpan range, List<Quantity> quantities, List<SkippedNumber> skipped)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentNullException.ThrowIfNull(skipped);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, context.Text.Length, nameof(range));
        new QuantityPass(_lexicon, context, range, quantities, skipped).Run();
    }
}
