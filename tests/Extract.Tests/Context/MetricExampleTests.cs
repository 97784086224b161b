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

    [Fact]
    public void Every_metric_id_has_a_row() =>
        Assert.Empty(ContextLexicon.Default.MetricIds.Except(Read().Select(r => r["id"])));

    private static IReadOnlyList<TsvRow> Read() =>
        TsvTable.Read(new LexiconSource("metrics.examples.tsv", new StreamReader(Repository.PathTo("data", "lexicons", "metrics.examples.tsv"))), "text", "id").Rows;
}
