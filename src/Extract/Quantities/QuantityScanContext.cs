using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Quantities;

/// <summary>What the scanner must know of the whole article: both forms of its text, its script, and whose 元 it writes.</summary>
public sealed class QuantityScanContext
{
    // A Traditional text writes about three of ten characters differently; a Simplified one hardly any. Checked on both seed articles.
    private const int TraditionalShare = 20;

    // How far before 下同 the currency may stand: (单位:人民币，以下同).
    private const int DeclarationLength = 16;

    private readonly QuantityLexicon _lexicon;
    private string? _currency;
    private bool? _isTraditional;

    private QuantityScanContext(string text, string folded, QuantityLexicon lexicon) => (Text, Folded, _lexicon) = (text, folded, lexicon);

    /// <summary>The article's text as written.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> after <see cref="TextFold"/>: same length.</summary>
    public string Folded { get; }

    /// <summary>True when it is written in Traditional characters. Counted at first use.</summary>
    public bool IsTraditional => _isTraditional ??= IsWrittenTraditional(Text, Folded);

    /// <summary>ISO 4217 code of a bare 元 (contract §4): CNY in Simplified text; TWD, HKD or CNY in Traditional text, by its words. Found at first use.</summary>
    public string Currency => _currency ??= DeclaredCurrency(Folded, _lexicon) ?? (IsTraditional ? CurrencyByWords(Text, Folded, _lexicon) : "CNY");

    /// <summary>Reads an article's text once.</summary>
    /// <param name="text">As written.</param>
    /// <param name="folded">The same after <see cref="TextFold"/>.</param>
    /// <param name="lexicon">Whose region words to use; null for the built-in ones.</param>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static QuantityScanContext Of(string text, string folded, QuantityLexicon? lexicon = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(folded);
        if (text.Length != folded.Length)
        {
            throw new ArgumentException($"has {folded.Length} units, the text {text.Length}", nameof(folded));
        }

        return new QuantityScanContext(text, folded, lexicon ?? QuantityLexicon.BuiltIn);
    }

    /// <summary>Folds and reads an article's text.</summary>
    public static QuantityScanContext Of(string text) => Of(text, TextFold.Fold(text));

    private static bool IsWrittenTraditional(string text, string folded)
    {
        var traditional = 0;
        for (var at = text.AsSpan().CommonPrefixLength(folded); at < text.Length; at += 1 + text.AsSpan(at + 1).CommonPrefixLength(folded.AsSpan(at + 1)))
        {
            traditional += IsIdeograph(text[at]) ? 1 : 0;
        }

        var rest = traditional * TraditionalShare;
        for (var i = 0; i < text.Length && rest > 0; i++)
        {
            rest -= IsIdeograph(text[i]) ? 1 : 0;
        }

        return rest > 0;
    }

    private static bool IsIdeograph(char unit) => unit is >= '㐀' and <= '鿿';

    /// <summary>720万元(人民币，下同): the currency that the article says its 元 are in; null where it says none.</summary>
    private static string? DeclaredCurrency(string folded, QuantityLexicon lexicon)
    {
        var same = folded.IndexOf("下同", StringComparison.Ordinal);
        var before = same < 0 ? default : folded.AsSpan(Math.Max(0, same - DeclarationLength), Math.Min(same, DeclarationLength));
        before = before.IsEmpty ? before : before.TrimEnd("以为均,， ");
        return !before.IsEmpty && lexicon.CurrencyPrefixes.TryLongest(before, out _, out var currency) ? currency.Unit : null;
    }

    private static string CurrencyByWords(string text, string folded, QuantityLexicon lexicon)
    {
        var (taiwan, hongKong, mainland) = (0, 0, 0);
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] < '㐀')
            {
                continue;
            }

            // 裏 and 裡 differ only as written.
            if (!lexicon.Regions.TryLongest(folded.AsSpan(i), out var length, out var word)
                && (text[i] == folded[i] || !lexicon.Regions.TryLongest(text.AsSpan(i, 1), out length, out word)))
            {
                continue;
            }

            taiwan += word.Currency == "TWD" ? word.Weight : 0;
            hongKong += word.Currency == "HKD" ? word.Weight : 0;
            mainland += word.Currency == "CNY" ? word.Weight : 0;
            i += length - 1;
        }

        CountCodes(folded, ref taiwan, ref hongKong);
        return mainland >= taiwan && mainland >= hongKong ? "CNY" : taiwan >= hongKong ? "TWD" : "HKD";
    }

    /// <summary>腾讯(00700), 台积电(2330): five digits after a zero are a share in Hong Kong, four that are no year one in Taipei.</summary>
    private static void CountCodes(string folded, ref int taiwan, ref int hongKong)
    {
        for (var open = folded.IndexOf('('); open >= 0; open = folded.IndexOf('(', open + 1))
        {
            var rest = folded.AsSpan(open + 1, Math.Min(6, folded.Length - open - 1));
            switch (rest.IndexOf(')'))
            {
                case 5 when rest[0] == '0' && rest[..5].IndexOfAnyExceptInRange('0', '9') < 0:
                    hongKong += RegionWord.SureWeight;
                    break;
                case 4 when rest[..4].IndexOfAnyExceptInRange('0', '9') < 0 && rest is not (['0', ..] or ['1', '9', ..] or ['2', '0', ..]):
                    taiwan++;
                    break;
            }
        }
    }
}
