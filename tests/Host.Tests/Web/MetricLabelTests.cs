using Pipeline.Extract.Context;
using Pipeline.Tests.Shared;

namespace Pipeline.Host.Tests.Web;

public sealed class MetricLabelTests
{
    [Fact]
    public void Every_metric_of_the_lexicon_has_a_name_on_the_page()
    {
        var words = File.ReadAllText(Repository.PathTo("src", "Host", "Web", "Page", "words.js"));
        Assert.All(ContextLexicon.Default.MetricIds, id => Assert.Contains($"'metric.{id}': [", words, StringComparison.Ordinal));
    }
}
