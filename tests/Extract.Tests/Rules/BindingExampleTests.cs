using System.Globalization;
using System.Text.Json;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Rules;
using Pipeline.Extract.Tests.Context;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Rules;

/// <summary>data/rules/binding.examples.tsv: each row is one test and asserts every claim of its text.</summary>
public sealed class BindingExampleTests
{
    private static readonly string Table = Repository.PathTo("data", "rules", "binding.examples.tsv");

    public static TheoryData<string> Places => new(Rows().Select(row => $"binding.examples.tsv:{row.Line}"));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_text_claims_exactly_what_its_row_says(string place)
    {
        var line = int.Parse(place[(place.IndexOf(':', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var row = Rows().Single(r => r.Line == line);
        var (text, spans) = Marked.Parse(row["text"]);
        var found = ClaimExtractor.Default.Extract(ExampleArticle.Of(text));
        Assert.Equal(string.Join("\n", row["claims"].Split(" | ")), string.Join("\n", found.Select(Describe)));
        Assert.Equal(spans, found.Select(c => c.Span));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void So_it_does_in_the_other_script(string place)
    {
        var line = int.Parse(place[(place.IndexOf(':', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var row = Rows().Single(r => r.Line == line);
        var (text, spans) = Marked.Parse(row["text"]);
        var found = ClaimExtractor.Default.Extract(ExampleArticle.Of(OtherScript.Of(text)));
        Assert.Equal(TextFold.Fold(string.Join("\n", row["claims"].Split(" | "))), TextFold.Fold(string.Join("\n", found.Select(Describe))));
        Assert.Equal(spans, found.Select(c => c.Span));
    }

    [Fact]
    public void Every_rule_is_proved_by_a_row()
    {
        var proved = Rows().SelectMany(r => r["claims"].Split(" | ")).Select(c => c.Split(", ")[0]).ToHashSet();
        Assert.Empty(RuleBook.Rules.Select(r => r.Id).Except(proved));
    }

    [Fact]
    public void Rule_ids_are_unique() => Assert.Equal(RuleBook.Rules.Length, RuleBook.Rules.Select(r => r.Id).Distinct().Count());

    private static string Describe(Claim claim)
    {
        var parts = new List<string> { claim.Rule, JsonNamingPolicy.SnakeCaseLower.ConvertName(claim.Kind.ToString()), claim.Subject ?? "-", claim.Metric ?? "-" };
        if (claim.Whole is not null)
        {
            parts.Add("whole=" + claim.Whole);
        }

        if (claim.Basis is not null)
        {
            parts.Add("basis=" + claim.Basis);
        }

        if (claim.Direction is not null)
        {
            parts.Add(claim.Direction == ChangeDirection.Up ? "up" : "down");
        }

        if (claim.From is { } from)
        {
            parts.Add("from=" + from.ToString("0.############", CultureInfo.InvariantCulture));
        }

        return string.Join(", ", parts);
    }

    private static IReadOnlyList<TsvRow> Rows() => TsvTable.Read(new LexiconSource("binding.examples.tsv", new StreamReader(Table)), "text", "claims").Rows;
}
