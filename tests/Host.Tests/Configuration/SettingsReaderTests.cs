using System.Text;
using Microsoft.Extensions.Configuration;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Ingest.Fetching.Feeds;

namespace Pipeline.Host.Tests.Configuration;

public class SettingsReaderTests
{
    [Fact]
    public void Every_key_of_the_contract_is_read()
    {
        var settings = Read("""
            {
              "Store": { "Db": "desk.db" },
              "Feeds": [ { "Url": "https://example.org/rss.xml", "Kind": "rss", "Every": "00:10:00" },
                         { "Url": "https://example.org/map.xml", "Kind": "sitemap" },
                         { "Url": "https://example.org/", "Kind": "list", "Links": "https://example.org/*.html", "SilentAfter": "3.00:00:00" } ],
              "Fetch": { "UserAgent": "desk/1.0 (+https://desk.example)", "DelayPerHost": "00:00:05", "Timeout": "00:00:10", "MaxBytes": 2000000,
                         "MaxRedirects": 2, "RespectRobots": false, "AllowPrivateNetworks": true, "RefetchAfter": ["01:00:00"] },
              "Web": { "Urls": "http://127.0.0.1:1;https://*:2", "Token": "secret" },
              "Logging": { "LogLevel": { "Default": "Warning" } }
            }
            """);
        Assert.Equal("desk.db", settings.Store.Db);
        Assert.Equal([FeedKind.Rss, FeedKind.Sitemap, FeedKind.List], settings.Feeds.Select(f => f.Kind));
        Assert.Equal(TimeSpan.FromDays(3), settings.Feeds[2].SilentAfter);
        Assert.NotNull(settings.Feeds[2].Links);
        Assert.Equal(("desk/1.0 (+https://desk.example)", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), 2_000_000, 2, false, true), (
            settings.Fetch.UserAgent, settings.Fetch.DelayPerHost, settings.Fetch.Timeout, settings.Fetch.MaxBytes, settings.Fetch.MaxRedirects, settings.Fetch.RespectRobots, settings.Fetch.AllowPrivateNetworks));
        Assert.Equal([TimeSpan.FromHours(1)], settings.Service.RefetchAfter);
        Assert.Equal(["http://127.0.0.1:1", "https://*:2"], settings.Web.Urls);
        Assert.Equal("secret", settings.Web.Token);
    }

    [Fact]
    public void Nothing_given_means_the_contracts_defaults()
    {
        var settings = Read("{}");
        Assert.Equal(("claims.db", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), 10_000_000, 5, true, false, "http://127.0.0.1:5163"), (
            settings.Store.Db, settings.Fetch.DelayPerHost, settings.Fetch.Timeout, settings.Fetch.MaxBytes, settings.Fetch.MaxRedirects, settings.Fetch.RespectRobots, settings.Fetch.AllowPrivateNetworks, settings.Web.Urls.Single()));
        Assert.Empty(settings.Feeds);
        Assert.NotEmpty(settings.Service.RefetchAfter);
        Assert.Null(settings.Web.Token);
    }

    [Fact]
    public void An_empty_list_is_no_absent_one() => Assert.Empty(Read("""{ "Fetch": { "RefetchAfter": [] } }""").Service.RefetchAfter);

    [Fact]
    public void A_single_text_is_a_list_of_one() => Assert.Equal([TimeSpan.FromHours(1)], Read("""{ "Fetch": { "RefetchAfter": "01:00:00" } }""").Service.RefetchAfter);

    [Fact]
    public void An_option_outweighs_the_file() => Assert.Equal("other.db", Read("""{ "Store": { "Db": "desk.db" } }""", "other.db").Store.Db);

    [Theory]
    [InlineData("""{ "Fetch": { "DelayPerHost": "soon" } }""", "Fetch:DelayPerHost must be a time as hh:mm:ss", "'soon'")]
    [InlineData("""{ "Fetch": { "DelayPerHost": "2" } }""", "Fetch:DelayPerHost", "'2'")]
    [InlineData("""{ "Fetch": { "Timeout": "-00:00:01" } }""", "Fetch:Timeout", "'-00:00:01'")]
    [InlineData("""{ "Fetch": { "MaxBytes": "many" } }""", "Fetch:MaxBytes must be a whole number", "'many'")]
    [InlineData("""{ "Fetch": { "MaxRedirects": -1 } }""", "Fetch:MaxRedirects", "'-1'")]
    [InlineData("""{ "Fetch": { "RespectRobots": "maybe" } }""", "Fetch:RespectRobots must be true or false", "'maybe'")]
    [InlineData("""{ "Fetch": { "UserAgent": "新闻" } }""", "Fetch:UserAgent", "ASCII")]
    [InlineData("""{ "Fetch": { "RefetchAfter": ["01:00:00", "later"] } }""", "Fetch:RefetchAfter:1", "'later'")]
    [InlineData("""{ "Fetch": { "RespectRobot": true } }""", "Fetch:RespectRobot is no key", "RespectRobots")]
    [InlineData("""{ "Fetcher": { } , "Fetchers": { "A": 1 } }""", "Fetchers is no section", "Fetch")]
    [InlineData("""{ "Feeds": [ { "Kind": "rss" } ] }""", "Feeds:0:Url", "http")]
    [InlineData("""{ "Feeds": [ { "Url": "ftp://example.org/" } ] }""", "Feeds:0:Url", "'ftp://example.org/'")]
    [InlineData("""{ "Feeds": [ { "Url": "https://example.org/" }, { "Url": "http://www.example.org" } ] }""", "Feeds:1:Url", "once")]
    [InlineData("""{ "Feeds": [ { "Url": "https://example.org/", "Kind": "atom" } ] }""", "Feeds:0:Kind must be rss, sitemap or list", "'atom'")]
    [InlineData("""{ "Feeds": [ { "Url": "https://example.org/", "Kind": "1" } ] }""", "Feeds:0:Kind", "'1'")]
    [InlineData("""{ "Feeds": [ { "Url": "https://example.org/", "Links": "*/a" } ] }""", "Feeds:0:Links", "kind list")]
    [InlineData("""{ "Feeds": [ { "Url": "https://example.org/", "Kind": "list", "Links": "*" } ] }""", "Feeds:0:Links", "'*'")]
    [InlineData("""{ "Feeds": [ { "Url": "https://example.org/", "Every": "0" } ] }""", "Feeds:0:Every", "'0'")]
    [InlineData("""{ "Extract": { "Lexicons": [ "no-such-folder" ] } }""", "Extract:Lexicons:0 must be a folder", "'no-such-folder'")]
    [InlineData("""{ "Clean": { "Publishers": [ "no-such-folder" ] } }""", "Clean:Publishers:0 must be a folder", "'no-such-folder'")]
    [InlineData("""{ "Service": { "WatchEvery": "often" } }""", "Service:WatchEvery must be a time as hh:mm:ss", "'often'")]
    [InlineData("""{ "Service": { "WatchEvery": "00:00:00" } }""", "Service:WatchEvery", "'00:00:00'")]
    [InlineData("""{ "Web": { "Urls": "localhost:80" } }""", "Web:Urls", "'localhost:80'")]
    [InlineData("""{ "Extract": { "Lexicons": "no-such-folder" } }""", "Extract:Lexicons must be a folder", "'no-such-folder'")]
    [InlineData("""{ "Extract": { "Lexicons": [ { "Folder": "words" } ] } }""", "Extract:Lexicons:0 must be a folder", "'a list or section'")]
    [InlineData("""{ "Extract": "no-such-folder" }""", "Extract must be a section with the keys Lexicons, Segmenter", "'no-such-folder'")]
    [InlineData("""{ "Store": { "Db": [ "claims.db" ] } }""", "Store:Db must be a single value", "'a list or section'")]
    [InlineData("""{ "Fetch": { "MaxBytes": [2000000] } }""", "Fetch:MaxBytes must be a single value", "'a list or section'")]
    [InlineData("""{ "Fetch": { "RefetchAfter": { "first": "01:00:00" } } }""", "Fetch:RefetchAfter must be a list", "'the key first'")]
    [InlineData("""{ "Feeds": { "Kind": "rss" } }""", "Feeds must be a list of sections", "the key Kind")]
    [InlineData("""{ "Extract": "" }""", "Extract must be a section with the keys Lexicons", "''")]
    [InlineData("""{ "Feeds": "https://example.org/rss.xml" }""", "Feeds must be a list", "'https://example.org/rss.xml'")]
    [InlineData("""{ "Feeds": [ "https://example.org/rss.xml" ] }""", "Feeds:0 must be a section with the keys Url", "'https://example.org/rss.xml'")]
    [InlineData("""{ "Web": { "AllowedHosts": ["https://desk.example"] } }""", "Web:AllowedHosts:0", "'https://desk.example'")]
    [InlineData("""{ "Telemetry": { "OtlpEndpoint": "collector" } }""", "Telemetry:OtlpEndpoint", "'collector'")]
    public void A_wrong_value_is_named_with_what_was_found_and_what_is_wanted(string json, string key, string detail)
    {
        var message = Assert.Throws<UsageException>(() => Read(json)).Message;
        Assert.StartsWith("configuration: ", message, StringComparison.Ordinal);
        Assert.Contains(key, message, StringComparison.Ordinal);
        Assert.Contains(detail, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var message = Assert.Throws<UsageException>(() => Read("""{ "Fetch": { "Timeout": "x", "MaxBytes": "y" }, "Feeds": [ { "Url": "z" } ] }""")).Message;
        Assert.Equal(3, message.Split('\n').Length);
    }

    [Theory]
    [InlineData("""{ "Feeds": { "Url": "https://example.org/rss.xml" } }""")]
    [InlineData("""{ "Feeds": [ "https://example.org/rss.xml" ] }""")]
    [InlineData("""{ "Feeds": { "Url": "https://example.org/rss.xml", "Kind": "rss" } }""")]
    public void One_cause_is_one_fault(string json) =>
        Assert.DoesNotContain('\n', Assert.Throws<UsageException>(() => Read(json)).Message);

    [Fact]
    public void A_missing_or_broken_file_is_named()
    {
        Assert.Contains("nowhere.json", Assert.Throws<UsageException>(() => SettingsReader.Read(new FileInfo("nowhere.json"), null)).Message, StringComparison.Ordinal);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(file, "{ \"Fetch\": { ");
            Assert.Contains(Path.GetFileName(file), Assert.Throws<UsageException>(() => SettingsReader.Read(new FileInfo(file), null)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static PipelineSettings Read(string json, string? db = null) =>
        SettingsReader.Read(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build(), db);
}
