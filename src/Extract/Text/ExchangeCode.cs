using System.Buffers;

namespace Pipeline.Extract.Text;

/// <summary>The code that an exchange gives a share: 600519, 300104.SZ, 00700.HK, 2330.</summary>
internal static class ExchangeCode
{
    /// <summary>Longest bracket that only tells a code, in characters: (证券代码:834117,证券简称:山东绿霸).</summary>
    private const int LongestBracket = 30;

    private static readonly SearchValues<char> QuoteMarks = SearchValues.Create("0123456789.,+-%");

    /// <summary>True when the text in brackets tells a code: six digits as in Shanghai and Shenzhen, up to five before a market's letters, four as in Taipei where they are no year.</summary>
    /// <param name="inner">Folded text without the brackets.</param>
    public static bool IsIn(ReadOnlySpan<char> inner)
    {
        if (inner.Length is < 4 or > LongestBracket)
        {
            return false;
        }

        if (inner.IndexOf(':') is > 1 and var colon && IsMarket(inner[..colon].Trim()))
        {
            return true;
        }

        var first = inner.IndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return inner.Length <= 10 && EndsInMarket(inner);
        }

        var end = first;
        while (end < inner.Length && char.IsAsciiDigit(inner[end]))
        {
            end++;
        }

        var before = inner[..first];
        var after = inner[end..];
        return (end - first) switch
        {
            6 => true,
            4 or 5 when EndsInMarket(after) || before.Contains("代码", StringComparison.Ordinal) || before.Contains("代号", StringComparison.Ordinal) => true,
            5 => inner[first] == '0' && inner.Length == 5,
            4 => inner.Length == 4 && inner[0] != '0' && inner is not (['1', '9', ..] or ['2', '0', ..]),
            _ => false,
        };
    }

    /// <summary>东山股份|(600519): true where a bracket with a code or a quote opens at <paramref name="at"/>.</summary>
    public static bool IsBehind(ReadOnlySpan<char> folded, int at)
    {
        if (at >= folded.Length || folded[at] != '(')
        {
            return false;
        }

        var rest = folded.Slice(at + 1, Math.Min(LongestBracket, folded.Length - at - 1));
        return rest.IndexOf(')') is > 0 and var close && (IsIn(rest[..close]) || IsQuote(rest[..close]));
    }

    /// <summary>1.61,-0.03,-1.83%: the price of a share and its change, as pages put them in brackets behind its name.</summary>
    public static bool IsQuote(ReadOnlySpan<char> inner) => inner is [(>= '0' and <= '9'), .., '%'] && inner.Count(',') == 2 && !inner.ContainsAnyExcept(QuoteMarks);

    /// <summary>NASDAQ: NVDA, 港交所:1810: the exchange before the code.</summary>
    private static bool IsMarket(ReadOnlySpan<char> name) =>
        name is "NASDAQ" or "Nasdaq" or "NYSE" or "HKEX" or "SEHK" or "AMEX" or "TWSE" or "SSE" or "SZSE" or "OTC" or "NSE" or "LSE" or "TSE" or "KRX" or "纳斯达克" or "那斯达克" or "纽交所" or "港交所" or "上交所" or "深交所" or "北交所" or "美股" or "港股" or "A股" or "美股代码" or "股票代码" or "证券代码" or "股份代号";

    private static bool EndsInMarket(ReadOnlySpan<char> text) =>
        text.EndsWith(".HK") || text.EndsWith(".SZ") || text.EndsWith(".SH") || text.EndsWith(".BJ") || text.EndsWith(".TW") || text.EndsWith("-TW") || text.EndsWith(".US") || text.EndsWith(".N") || text.EndsWith(".O") || text.EndsWith(".OQ")
        || text.EndsWith("-US") || text.EndsWith("-HK") || text.EndsWith(".hk") || text.EndsWith(".sz") || text.EndsWith(".sh");
}
