using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Numerals;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Numerals;

/// <summary>A number printed in any of the ways that news print it is read back as the same number.</summary>
public class NumeralRoundTrip
{
    private static readonly Gen<long> Numbers = Gen.OneOf(
        Gen.Choose(1, 99_999).Select(n => (long)n),
        Gen.Choose(1, int.MaxValue).Select(n => (long)n),
        Gen.Choose(1, int.MaxValue).Select(n => n * 4_657L),
        Gen.Choose(1, 9_999).Select(n => n * 100_000_000L));

    [Theory]
    [InlineData("零一二三四五六七八九", "十百千", "万亿")]
    [InlineData("零一二三四五六七八九", "十百千", "萬億")]
    [InlineData("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿")]
    [InlineData("零壹貳叁肆伍陸柒捌玖", "拾佰仟", "萬億")]
    public void Number_words(string digits, string places, string scales) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Numbers), number => Read(Print(number, digits, places, scales)) == number));

    [Fact]
    public void Arabic_digits_with_separators_and_scales() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Numbers), number =>
            Read(number.ToString(CultureInfo.InvariantCulture)) == number
            && Read(number.ToString("N0", CultureInfo.InvariantCulture)) == number
            && Read(number.ToString(CultureInfo.InvariantCulture) + "万") == number * 10_000m
            && Read((number / 100m).ToString("0.00", CultureInfo.InvariantCulture) + "億") == number * 1_000_000m));

    [Theory]
    [InlineData("三万二", 32_000)]
    [InlineData("两千四百五", 2_450)]
    [InlineData("一千零五", 1_005)]
    [InlineData("五兆六十二亿四万五千二", 5_006_200_045_200)]
    [InlineData("四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二", 4_569_831_148_725_382)]
    [InlineData("1兆2,000億", 1_200_000_000_000)]
    [InlineData("5亿1万4千6百", 500_014_600)]
    [InlineData("1千零20", 1_020)]
    [InlineData("十万柒仟捌佰伍拾肆", 107_854)]
    [InlineData("一百零一万零三千零十二", 1_013_012)]
    [InlineData("四万万", 400_000_000)]
    [InlineData("350万亿", 350_000_000_000_000)]
    public void Ways_of_writing(string text, long value) => Assert.Equal(value, Read(text));

    [Theory]
    [InlineData("十二点五亿", "1250000000")]
    [InlineData("零点零五", "0.05")]
    [InlineData("八千三百八十五万二千三百二十六点三三", "83852326.33")]
    [InlineData("0.3", "0.3")]
    [InlineData("1,100.9亿", "110090000000")]
    public void Fractions_stay_exact(string text, string value) => Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Read(text));

    [Fact]
    public void More_than_a_decimal_holds_is_out_of_range_and_still_one_number()
    {
        var text = new string('9', 60);
        Assert.True(NumeralReader.TryRead(text, default, 0, text.Length, out var numeral));
        Assert.True(numeral is { IsOutOfRange: true, Length: 60 });
    }

    private static decimal? Read(string text)
    {
        var folded = TextFold.Fold(text);
        return NumeralReader.TryRead(folded, text, 0, folded.Length, out var numeral) && numeral.Length == folded.Length && !numeral.IsSpread ? numeral.Low : null;
    }

    // Plain positional printing: 10205 is 一万零二百零五.
    private static string Print(long number, string digits, string places, string scales)
    {
        var text = new StringBuilder();
        var (sections, needsZero) = (new List<int>(), false);
        for (var rest = number; rest > 0; rest /= 10_000)
        {
            sections.Add((int)(rest % 10_000));
        }

        for (var i = sections.Count - 1; i >= 0; i--)
        {
            if (sections[i] == 0)
            {
                needsZero = true;
                continue;
            }

            if (text.Length > 0 && (needsZero || sections[i] < 1000))
            {
                text.Append(digits[0]);
            }

            needsZero = false;
            PrintSection(text, sections[i], digits, places);
            text.Append(i switch { 1 => scales[..1], 2 => scales[1..], 3 => scales, _ => string.Empty });
        }

        // 万亿 of a number with both 万亿 and 亿 sections is written 万…亿.
        return sections.Count == 4 && sections[2] > 0 ? Merge(number, digits, places, scales) : text.ToString();
    }

    private static string Merge(long number, string digits, string places, string scales)
    {
        var (upper, lower) = (number / 100_000_000, number % 100_000_000);
        var tail = lower == 0 ? string.Empty : (lower < 10_000_000 ? digits[..1] : string.Empty) + Print(lower, digits, places, scales);
        return Print(upper, digits, places, scales) + scales[1] + tail;
    }

    private static void PrintSection(StringBuilder text, int section, string digits, string places)
    {
        var (started, zero) = (false, false);
        for (var place = 3; place >= 0; place--)
        {
            var digit = section / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                zero = started;
                continue;
            }

            if (zero)
            {
                text.Append(digits[0]);
                zero = false;
            }

            text.Append(digits[digit]);
            if (place > 0)
            {
                text.Append(places[place - 1]);
            }

            started = true;
        }
    }
}
