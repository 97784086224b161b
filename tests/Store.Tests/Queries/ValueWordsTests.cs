using FsCheck.Fluent;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Tests.Queries;

public class ValueWordsTests
{
    [Fact]
    public void A_range_has_a_word_of_every_value_in_it()
    {
        var values = Gen.Choose(-1_000_000, 1_000_000).Select(n => (decimal)n / 1000).ToArbitrary();
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(values, values, values, (a, b, value) =>
        {
            var (min, max) = (Math.Min(a, b), Math.Max(a, b));
            var words = new List<string>();
            ValueWords.Append("%", value, value, words);
            var covering = ValueWords.Covering("%", min, max, ValueWords.Place(-1000), ValueWords.Place(1000));
            var above = ValueWords.Covering("%", min, null, ValueWords.Place(-1000), ValueWords.Place(1000));
            return (value < min || value > max || words.Intersect(covering).Any()) && (value < min || words.Intersect(above).Any());
        }));
    }

    [Theory]
    [InlineData("3", "4", "5")]
    [InlineData("-5", "-4", "-3")]
    [InlineData("0.001", "0", "0")]
    public void A_value_well_outside_has_none(string min, string value, string max)
    {
        var words = new List<string>();
        ValueWords.Append("%", Parse(value) * 100, Parse(value) * 100, words);
        Assert.Empty(words.Intersect(ValueWords.Covering("%", Parse(min), Parse(max) == 0 ? 1 : Parse(max), ValueWords.Place(-1000), ValueWords.Place(1000))));
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
