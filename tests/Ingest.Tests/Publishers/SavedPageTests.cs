using System.Text.Json;
using Pipeline.Ingest.Publishers;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;
using Pipeline.Tests.Shared;

namespace Pipeline.Ingest.Tests.Publishers;

/// <summary>Pages written for the project in the layout of each site: SITE/DATE.html, and beside it the article that must come out.</summary>
public class SavedPageTests
{
    public static TheoryData<string> Pages()
    {
        var root = Repository.PathTo("tests", "Ingest.Tests", "Publishers");
        var pages = Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(p => Path.GetRelativePath(root, p).Replace('\\', '/')).ToArray();
        return pages.Length > 0 ? [.. pages] : throw new InvalidOperationException($"no saved page below {root}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_saved_page_becomes_its_article(string page)
    {
        var path = Repository.PathTo("tests", "Ingest.Tests", "Publishers", page);
        var result = Reading.Clean(File.ReadAllBytes(path), MediaTypes.Html);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".expected.json")));
        string? Wanted(string field) => expected.RootElement.GetProperty(field).GetString();

        Assert.True(result.Article is not null, result.Failure?.ToString());
        var article = result.Article;
        Assert.Equal(Wanted("text"), article.Text);
        Assert.Equal(
            (Wanted("title"), Wanted("author"), Wanted("publisher"), Wanted("published_at")),
            (article.Title, article.Author, article.Publisher, article.PublishedAt?.ToString()));
    }

    [Fact]
    public void Every_file_of_a_site_is_read_and_its_selectors_parse() =>
        Assert.Equal(Directory.EnumerateFiles(Repository.PathTo("data", "publishers"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), PublisherCatalog.Default.Sites);

    [Fact]
    public void A_users_folder_adds_a_site_without_compiling()
    {
        using var folder = new TemporaryFolder();
        folder.Write("example.json", """
            {
              // A site of the user's own.
              "site": "example", "publisher": "示例新闻网", "hosts": ["example.org"],
              "layouts": [{ "name": "2025", "when": "#x", "body": "#x", "drop": [".y"], "title": ["h2"], "time": ["time@datetime"] }],
            }
            """);
        var cleaner = new Pipeline.Ingest.Cleaning.DocumentCleaner(PublisherCatalog.WithFolders(folder.Path));
        var html = """<html><body><h2>远山科技的三季报</h2><time datetime="2025-10-30T08:15:00+08:00">昨天</time><div id="x"><p>远山科技前三季度营业收入为128.6亿元，同比增长12.3%，净利润与上年同期持平，公司维持全年预期不变。</p><p class="y">这一行是站点自己的广告语，每页都有，不属于文章。</p></div></body></html>""";
        var article = cleaner.Clean(new RawDocument("page", "https://news.example.org/1", System.Text.Encoding.UTF8.GetBytes(html), MediaTypes.Html, Reading.RetrievedAt)).Article!;
        Assert.Equal(("远山科技前三季度营业收入为128.6亿元，同比增长12.3%，净利润与上年同期持平，公司维持全年预期不变。", "远山科技的三季报", "示例新闻网", "2025-10-30T08:15:00+08:00"), (article.Text, article.Title, article.Publisher, article.PublishedAt?.ToString()));
    }

    [Fact]
    public void A_flash_of_a_known_site_is_read()
    {
        const string Flash = "远山科技公告，前三季度营收128.6亿元，同比增长12.3%，净利润9.4亿元。";
        var html = $"<html id='ne_wrap' data-publishtime='2022-03-04 05:06:07'><head><meta charset='utf-8'><title>远山科技前三季度净利润9.4亿元_网易财经</title></head><body><a href='https://www.163.com/'>网易</a><div class='post_main'><h1 class='post_title'>远山科技前三季度净利润9.4亿元</h1><div class='post_info'>2022-03-04 05:06:07　来源: 示例日报</div><div class='post_body'><p>{Flash}</p></div></div></body></html>";
        Assert.Equal((Flash, "示例日报"), Reading.Clean(System.Text.Encoding.UTF8.GetBytes(html), MediaTypes.Html) is { Article: { } article } ? (article.Text, article.Publisher) : default);
    }

    [Theory]
    [InlineData("""{"site":"other","hosts":["a.b"],"layouts":[]}""", "'other' needs at least one host and one layout")]
    [InlineData("""{"site":"bad","hosts":["a.b"],"layouts":[{"name":"x","when":"#a[","body":"p"}]}""", "selector '#a[': a name is needed at character 4")]
    [InlineData("""{"site":"bad","hosts":["a.b"],"colour":1,"layouts":[]}""", "colour")]
    [InlineData("""{"site":"bad","hosts":["a.b"],"layouts":[{"name":"x","when":"p","body":"p"}]}""", "'site' must be the file's name, found 'bad'")]
    public void A_bad_file_is_named_with_what_is_wrong(string json, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("mine.json", json);
        var error = Assert.Throws<FormatException>(() => PublisherCatalog.WithFolders(folder.Path));
        Assert.StartsWith(path, error.Message);
        Assert.Contains(message, error.Message);
    }
}
