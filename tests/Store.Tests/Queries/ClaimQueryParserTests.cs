using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Tests.Queries;

public class ClaimQueryParserTests
{
    private static readonly ClaimQueryParser Parser = new(ExtractorVocabulary.Of(JiebaSegmenter.Default, ContextLexicon.Default, new QuantityScanner()), new FixedClock());

    [Theory]
    [InlineData("TFLOP/s", "500", null, "FLOP/s", "500000000000000", null)]
    [InlineData("亿美元", "3", null, "USD", "300000000", null)]
    [InlineData("億美元", "3", "5", "USD", "300000000", "500000000")]
    [InlineData(null, "3万亿美元", null, "USD", "3000000000000", null)]
    [InlineData(null, "3万亿美元", "5万亿美元", "USD", "3000000000000", "5000000000000")]
    [InlineData(null, "25%", null, "%", "25", null)]
    [InlineData("%", "25", "26.5", "%", "25", "26.5")]
    [InlineData("%", "-3", null, "%", "-3", null)]
    [InlineData("亿元", "-3", null, "CNY", "-300000000", null)]
    [InlineData("USD", "5e12", null, "USD", "5000000000000", null)]
    [InlineData("USD", "5,000,000", null, "USD", "5000000", null)]
    [InlineData("亿元", "0", null, "CNY", "0", null)]
    [InlineData("万辆", "3", null, "辆", "30000", null)]
    [InlineData("辆", "3万", null, "辆", "30000", null)]
    [InlineData("颗", null, null, "颗", null, null)]
    [InlineData("公里", "350", null, "m", "350000", null)]
    [InlineData("TB/s", "3.2", null, "B/s", "3200000000000", null)]
    public void A_unit_is_understood_as_people_write_it(string? unit, string? min, string? max, string wantedUnit, string? wantedMin, string? wantedMax)
    {
        var query = Parser.Parse([new("unit", unit), new("min", min), new("max", max)]);
        Assert.Equal([wantedUnit], query.Units);
        Assert.Equal(wantedMin, query.Min?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(wantedMax, query.Max?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("min=500", "min", "no unit")]
    [InlineData("min=abc&unit=%", "min", "cannot be read")]
    [InlineData("min=3万亿美元&unit=%", "min", "USD")]
    [InlineData("min=3亿美元&max=5%", "max", "use one unit")]
    [InlineData("min=5%&max=3%", "max", "below")]
    [InlineData("unit=!!", "unit", "no unit that is known")]
    [InlineData("kind=price", "kind", "market_share")]
    [InlineData("verdict=maybe", "verdict", "half_true")]
    [InlineData("review=never", "review", "closed, none")]
    [InlineData("modality=sure", "modality", "asserted")]
    [InlineData("since=yesterday", "since", "2025-09-30")]
    [InlineData("since=2025-02-30", "since", "day")]
    [InlineData("since=2025-02&until=2025-01", "until", "before")]
    [InlineData("time=soon", "time", "2025Q3")]
    [InlineData("limit=0", "limit", "1 to 1000")]
    [InlineData("limit=1001", "limit", "1 to 1000")]
    [InlineData("limit=1&limit=2", "limit", "once")]
    [InlineData("edited=perhaps", "edited", "true or false")]
    [InlineData("colour=red", "colour", "there are q, kind")]
    public void Nonsense_is_refused_with_what_is_wanted(string filters, string parameter, string says)
    {
        var error = Assert.Throws<QueryException>(() => Parser.Parse(filters.Split('&').Select(filter => KeyValuePair.Create(filter.Split('=')[0], (string?)filter.Split('=')[1]))));
        Assert.Equal(parameter, error.Parameter);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("英伟达 算力", "英伟达|算力")]
    [InlineData("\"市场份额 下降\" 华为", "*市场份额 下降|华为")]
    [InlineData("“市场份额”「华为」", "*市场份额|*华为")]
    [InlineData("\"未闭合 的", "*未闭合 的")]
    [InlineData("  ", "")]
    public void Words_and_phrases_are_told_apart(string words, string terms) =>
        Assert.Equal(terms, string.Join('|', Parser.Parse([new("q", words)]).Terms.Select(term => (term.IsPhrase ? "*" : "") + term.Text)));

    [Fact]
    public void Days_ago_count_from_today_in_China() => Assert.Equal(new DateOnly(2025, 11, 25), Parser.Parse([new("since", "1w")]).Since);

    [Fact]
    public void A_metric_by_any_of_its_words_is_its_id() => Assert.Equal(["market_share"], Parser.Parse([new("metric", "市占率")]).Metrics);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 12, 1, 20, 0, 0, TimeSpan.Zero);
    }
}
