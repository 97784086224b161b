using Pipeline.Extract.Context;
using Pipeline.Tests.Shared;

namespace Pipeline.Host.Tests.Web;

public sealed class MetricLabelTests
{
    [Fact]
    public void Every_metric_of_the_lexicon_has_a_name_on_the_page()
    {
        var words = File.ReadAllText(Repository.PathTo("src", "Host", "Web", "Page", "words.js"));
        // 'metric.price': ['价格', '價格', 'Price'],
        Assert.All(ContextLexicon.Default.MetricIds, id => Assert.Matches($@"'metric\.{id}': \['[^']+', '[^']+', '[^']+'\],", words));
    }
}
