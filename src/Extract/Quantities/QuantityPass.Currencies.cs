using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <content>报7.1782兑1美元: the price of one currency in another; whose a bare 元 is.</content>
internal ref partial struct QuantityPass
{
    // How far before an exchange rate the currency that it is in is named, in characters.
    private const int CurrencyWindow = 80;

    // How many values back an amount may have said its currency.
    private const int LastAmounts = 12;

    // 1.134|兑1美元: the unit is the currency named last before it that is not the one priced.
    private readonly bool TryRate(ref Reading reading)
    {
        var at = reading.End;
        if (reading.Numeral is not { Form: NumeralForm.Arabic, FractionDigits: > 0 } || !Is(at, "兑1") && !Is(at, "兑一") && !Is(at, "兑每")
            || !_lexicon.Units.TryLongest(_text[(at + 2).._end], out var length, out var priced) || priced is not { Dimension: Dimension.Money, IsArticleCurrency: false }
            || CurrencyBefore(reading.ExtentStart, priced) is not { } currency)
        {
            return false;
        }

        (reading.Unit, reading.Per) = (currency, new TextSpan(at + 2, at + 2 + length));
        return true;
    }

    private readonly UnitEntry? CurrencyBefore(int at, UnitEntry priced)
    {
        for (var end = at; end > Math.Max(0, at - CurrencyWindow); end--)
        {
            if (_lexicon.CurrencyPrefixes.TryLongest(_text[..end], out _, out var found) && !found.IsArticleCurrency && found.Unit != priced.Unit)
            {
                return found;
            }
        }

        return null;
    }

    // 1美元兑30.6元, 100日元对人民币4.6元: what is priced, not the price.
    private readonly bool IsPriced(in Reading reading) =>
        reading.Unit!.Dimension == Dimension.Money && reading.Low is 1 or 100 && !reading.IsRange && reading.Start == reading.Numeral.Start
        && (Is(reading.End, "兑") || At(reading.End) is '对' or '合' && (Is(reading.End + 1, "人民币") || char.IsAsciiDigit(At(reading.End + 1))));

    // 7.1782兑|1美元: so too, behind its price.
    private readonly bool IsPricedBefore(in Reading reading) =>
        reading is { Unit.Dimension: Dimension.Money, Low: 1 or 100 } && At(reading.Start - 1) == '兑' && (char.IsAsciiDigit(At(reading.Start - 2)) || At(reading.Start - 2) is '元' or '圆' && char.IsAsciiDigit(At(reading.Start - 3)));

    // 30.4元|兑1美元: the currency that a price is told for right behind it.
    private readonly TextSpan? PricedAfter(in Reading reading) =>
        reading.Unit!.Dimension == Dimension.Money && (Is(reading.End, "兑1") || Is(reading.End, "兑一")) && _lexicon.Units.TryLongest(_text[(reading.End + 2).._end], out var length, out var priced) && priced is { Dimension: Dimension.Money, IsArticleCurrency: false }
            ? new TextSpan(reading.End + 2, reading.End + 2 + length) : null;

    // 盈利236.6亿元人民币, 收入升35%至3659.1亿元: in Hong Kong a company that reports in yuan goes on in them.
    private readonly string ArticleCurrency()
    {
        if (_context.Currency != "HKD")
        {
            return _context.Currency;
        }

        for (var i = _quantities.Count - 1; i >= Math.Max(0, _quantities.Count - LastAmounts); i--)
        {
            if (_quantities[i] is { Dimension: Dimension.Money, Unit: "CNY" or "HKD" } amount)
            {
                return amount.Unit;
            }
        }

        return _context.Currency;
    }

    // 末期息每股|15.62分, 全年派息|40.43分, 新台币升值|6.8分: hundredths of a yuan that a share is paid or a currency moves.
    private readonly bool IsHundredthBefore(int at)
    {
        at -= At(at - 1) is '共' or '约' or '近' or '逾' ? 1 : 0;
        return At(at - 1) is '息' or '派' || EndsAt(at, "每股") || EndsAt(at, "升值") || EndsAt(at, "贬值");
    }
}
