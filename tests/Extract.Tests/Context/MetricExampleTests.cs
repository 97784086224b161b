using Pipeline.Extract.Context;
using Pipeline.Extract.Lexicons;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Context;

/// <summary>data/lexicons/metrics.examples.tsv: every metric id is proved.</summary>
public sealed class MetricExampleTests
{
    public static TheoryData<string, string> Rows => new(Read().Select(row => (row["text"], row["id"])));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_value_has_the_metric_before_it(string marked, string id)
    {
        var (text, _) = Marked.Parse(marked);
        Assert.Equal([id], ClaimExtractor.Default.Extract(ExampleArticle.Of(text)).Select(c => c.MetricId));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void So_it_has_in_the_other_script(string marked, string id) =>
        Assert.Equal([id], ClaimExtractor.Default.Extract(ExampleArticle.Of(OtherScript.Of(Marked.Parse(marked).Text))).Select(c => c.MetricId));

    [Fact]
    public void Every_metric_id_has_a_row() =>
        Assert.Empty(ContextLexicon.Default.MetricIds.Except(Read().Select(r => r["id"])));

    private static IReadOnlyList<TsvRow> Read() =>
        TsvTable.Read(new LexiconSource("metrics.examples.tsv", new StreamReader(Repository.PathTo("data", "lexicons", "metrics.examples.tsv"))), "text", "id").Rows;
}
