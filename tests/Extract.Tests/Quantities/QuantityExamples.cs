using System.Globalization;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Quantities;

/// <summary>The example tables of data/lexicons: each row is one test, named by file and line, and asserts all quantities of its text.</summary>
public class QuantityExamples
{
    private static readonly QuantityScanner Scanner = new();

    public static TheoryData<string> Positive => Rows("numerals", "units", "currencies", "classifiers", "modifiers");

    public static TheoryData<string> Negative => Rows("not_claims");

    [Theory]
    [MemberData(nameof(Positive))]
    public void A_text_holds_exactly_the_marked_quantities(string place)
    {
        var row = Find(place, "text", "quantities", "why");
        var (text, spans) = Marked.Parse(row["text"]);
        var wanted = row["quantities"].Split(';', StringSplitOptions.TrimEntries);
        Assert.Equal(spans.Count, wanted.Length);
        var described = spans.Zip(wanted, (span, words) => $"{text[span.Start..span.End]} = {words}");
        Assert.Equal(string.Join("\n", described), string.Join("\n", Scan(text).Quantities.Select(q => Describe(text, q))));
    }

    [Theory]
    [MemberData(nameof(Positive))]
    public void The_other_script_holds_the_same_quantities(string place)
    {
        var (text, spans) = Marked.Parse(Find(place, "text", "quantities", "why")["text"]);
        var twin = OtherScript.Of(text);
        var found = Scan(twin).Quantities;
        Assert.Equal(spans, found.Select(q => q.Span));
        Assert.Equal(string.Join("\n", Scan(text).Quantities.Select(q => AnyRegion(text, q))), string.Join("\n", found.Select(q => AnyRegion(twin, q))));
    }

    [Theory]
    [MemberData(nameof(Negative))]
    public void The_other_script_says_so_too(string place)
    {
        var text = Find(place, "text", "reason", "why")["text"];
        var (quantities, skipped) = Scan(OtherScript.Of(text));
        Assert.Empty(quantities);
        Assert.Equal(Scan(text).Skipped.Select(s => (s.Span, s.Reason)), skipped.Select(s => (s.Span, s.Reason)));
    }

    [Theory]
    [MemberData(nameof(Negative))]
    public void A_text_without_claims_says_why(string place)
    {
        var row = Find(place, "text", "reason", "why");
        var (quantities, skipped) = Scan(row["text"]);
        Assert.Equal(string.Empty, string.Join("\n", quantities.Select(q => Describe(row["text"], q))));
        Assert.Contains(row.Word<SkipReason>("reason"), skipped.Select(s => s.Reason));
    }

    internal static (List<Quantity> Quantities, List<SkippedNumber> Skipped) Scan(string text)
    {
        var (quantities, skipped) = (new List<Quantity>(), new List<SkippedNumber>());
        Scanner.Scan(QuantityScanContext.Of(text), new TextSpan(0, text.Length), quantities, skipped);
        return (quantities, skipped);
    }

    private static string Describe(string text, Quantity quantity)
    {
        var number = quantity.Low.ToString(CultureInfo.InvariantCulture) + (quantity.Low == quantity.High ? string.Empty : ".." + quantity.High.ToString(CultureInfo.InvariantCulture));
        var per = quantity.Per is { } span ? text[span.Start..span.End] : quantity.ImpliedPer;
        return $"{text[quantity.Span.Start..quantity.Span.End]} = {number} {quantity.Unit} {quantity.Bound.ToString().ToLowerInvariant()}{(per is null ? string.Empty : " per=" + per)}";
    }

    /// <summary>Whose 元 it is depends on the script (contract §4).</summary>
    private static string AnyRegion(string text, Quantity quantity) =>
        TextFold.Fold(Describe(text, quantity)).Replace(" CNY ", " 元 ", StringComparison.Ordinal).Replace(" TWD ", " 元 ", StringComparison.Ordinal).Replace(" HKD ", " 元 ", StringComparison.Ordinal);

    private static TheoryData<string> Rows(params string[] tables) =>
        new(tables.SelectMany(t => File.ReadLines(Repository.PathTo("data", "lexicons", t + ".examples.tsv"))
            .Select((line, i) => (line, place: $"{t}.examples.tsv:{i + 1}"))
            .Where(x => !x.line.StartsWith('#') && !x.line.StartsWith("text\t", StringComparison.Ordinal))
            .Select(x => x.place)));

    private static TsvRow Find(string place, params string[] columns)
    {
        var parts = place.Split(':');
        using var reader = new StreamReader(Repository.PathTo("data", "lexicons", parts[0]));
        return TsvTable.Read(new LexiconSource(parts[0], reader), columns).Rows.Single(r => r.Line == int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
