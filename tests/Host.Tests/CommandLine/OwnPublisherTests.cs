namespace Pipeline.Host.Tests.CommandLine;

/// <summary>A user's folder of publisher files, from the configuration to the printed article.</summary>
public class OwnPublisherTests
{
    private const string Page = """
        <html><head><meta charset="utf-8"></head><body><a href="https://www.sample.example/">样本网</a><h2>远山科技的三季报</h2>
        <div id="x"><p>远山科技前三季度营业收入为128.6亿元，同比增长12.3%，公司维持全年预期不变。</p><p class="y">这一行是站点自己的广告语，每页都有，不属于文章。</p></div></body></html>
        """;

    private const string Site = """{ "site": "sample", "publisher": "样本网", "hosts": ["sample.example"], "layouts": [{ "name": "1", "when": "#x", "body": "#x", "drop": [".y"], "title": ["h2"] }] }""";

    [Theory]
    [InlineData("clean", "\"publisher\":\"样本网\"", "广告语")]
    [InlineData("extract", "128.6亿元", "广告语")]
    public void A_folder_that_the_configuration_names_is_used(string verb, string wanted, string unwanted)
    {
        using var pipeline = new PipelineProcess();
        pipeline.File("my-sites/sample.json", Site);
        pipeline.File("page.html", Page);
        pipeline.File("pipeline.json", """{ "Clean": { "Publishers": [ "my-sites" ] } }""");
        var result = pipeline.Run(verb, "page.html", "--config", "pipeline.json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(wanted, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(unwanted, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_file_ends_with_code_2_and_its_place()
    {
        using var pipeline = new PipelineProcess();
        pipeline.File("my-sites/sample.json", """{ "site": "sample", "hosts": ["sample.example"], "layouts": [{ "name": "1", "when": "#x[", "body": "#x" }] }""");
        pipeline.File("page.html", Page);
        pipeline.File("pipeline.json", """{ "Clean": { "Publishers": [ "my-sites" ] } }""");
        var result = pipeline.Run("clean", "page.html", "--config", "pipeline.json");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("publishers: my-sites/sample.json: selector '#x['", result.Error.Replace('\\', '/'), StringComparison.Ordinal);
    }
}
