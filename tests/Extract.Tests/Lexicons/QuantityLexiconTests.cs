using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Tests.Quantities;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Lexicons;

/// <summary>Every row of the tables does its work in a text.</summary>
public class QuantityLexiconTests
{
    public static TheoryData<string> Units => Words("units.tsv", _ => true);

    public static TheoryData<string> CurrenciesAfter => Words("currencies.tsv", cells => cells[3] != "before" && cells[0] != "块");

    public static TheoryData<string> CurrenciesBefore => Words("currencies.tsv", cells => cells[3] != "after");

    public static TheoryData<string> ModifiersBefore => Words("modifiers.tsv", cells => cells[1] != "after" && !cells[0].EndsWith('占'));

    public static TheoryData<string, Bound> Modifiers =>
        new(Rows("modifiers.tsv").Where(c => c[2] != "exact").Select(c => new TheoryDataRow<string, Bound>(Limited(c[0], c[1]), Enum.Parse<Bound>(c[2], ignoreCase: true))));

    [Theory]
    [MemberData(nameof(Units))]
    public void A_unit_is_found_after_a_number(string word)
    {
        var found = Everything($"甲为12345{word}。");
        Assert.Contains(found, span => span == $"12345{word}");
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void So_it_is_in_the_other_script(string word)
    {
        var text = OtherScript.Of($"东山为12345{word}。");
        Assert.NotEqual($"东山为12345{word}。", text);
        Assert.Contains(Everything(text), span => span == text[3..^1]);
    }

    [Theory]
    [MemberData(nameof(CurrenciesAfter))]
    public void A_currency_is_found_after_a_number(string word) =>
        Assert.Equal(Dimension.Money, Assert.Single(QuantityExamples.Scan($"甲为12345{word}。").Quantities).Dimension);

    [Theory]
    [MemberData(nameof(CurrenciesBefore))]
    public void A_currency_is_found_before_a_number(string word)
    {
        var quantity = Assert.Single(QuantityExamples.Scan($"甲为{word}12345。").Quantities);
        Assert.Equal(Dimension.Money, quantity.Dimension);
        Assert.Equal(new TextSpan(2, 7 + word.Length), quantity.Span);
    }

    [Theory]
    [MemberData(nameof(ModifiersBefore))]
    public void A_modifier_belongs_to_the_extent_of_its_quantity(string word)
    {
        var number = word == "过" ? "万" : "5";
        var quantity = Assert.Single(QuantityExamples.Scan($"甲{word}{number}辆。").Quantities);
        Assert.Equal(1, quantity.Extent.Start);
    }

    [Theory]
    [MemberData(nameof(Modifiers))]
    public void A_modifier_limits_its_value(string text, Bound bound) => Assert.Equal(bound, Assert.Single(QuantityExamples.Scan(text).Quantities).Bound);

    [Theory]
    [InlineData("约占")]
    [InlineData("大约占")]
    public void The_verb_of_a_share_stays_outside_the_extent_that_it_modifies(string word)
    {
        var quantity = Assert.Single(QuantityExamples.Scan($"甲{word}5%。").Quantities);
        Assert.Equal((1 + word.Length, Bound.About), (quantity.Extent.Start, quantity.Bound));
    }

    private static string Limited(string word, string side) => (word, side) switch
    {
        ("过", _) => "甲过万元。",
        ("前后" or "许", _) => $"甲年龄40岁{word}。",
        (_, "after") => $"甲花5元{word}。",
        (_, "ahead") => $"甲{word}付出5元。",
        _ => $"甲{word}5辆。",
    };

    private static IEnumerable<string> Everything(string text)
    {
        var (quantities, skipped) = QuantityExamples.Scan(text);
        return quantities.Select(q => q.Span).Concat(skipped.Select(s => s.Span)).Select(s => text[s.Start..s.End]);
    }

    private static TheoryData<string> Words(string table, Func<string[], bool> wanted) =>
        new(Rows(table).Where(wanted).Select(c => c[0]).Distinct());

    private static IEnumerable<string[]> Rows(string table) =>
        File.ReadLines(Repository.PathTo("data", "lexicons", table)).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t'));
}
