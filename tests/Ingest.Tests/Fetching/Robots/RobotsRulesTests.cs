using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Ingest.Fetching.Robots;

namespace Pipeline.Ingest.Tests.Fetching.Robots;

public class RobotsRulesTests
{
    [Theory]
    // RFC 9309, 5.2: the longest match wins
    [InlineData("allow: /example/page/\ndisallow: /example/page/disallowed.gif", "/example/page/", true)]
    [InlineData("allow: /example/page/\ndisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    // among equals Allow wins, in either order (2.2.2)
    [InlineData("Disallow: /page\nAllow: /page", "/page", true)]
    [InlineData("Allow: /page\nDisallow: /page", "/page", true)]
    [InlineData("Allow: /p\nDisallow: /", "/page", true)]
    [InlineData("Allow: /page\nDisallow: /*.htm", "/page.htm", false)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page.htm", false)]
    // a pattern matches from the start and needs no end
    [InlineData("Disallow: /fish", "/fish", false)]
    [InlineData("Disallow: /fish", "/fish.html", false)]
    [InlineData("Disallow: /fish", "/fishheads/yummy.html", false)]
    [InlineData("Disallow: /fish", "/Fish.asp", true)]
    [InlineData("Disallow: /fish", "/catfish", true)]
    [InlineData("Disallow: /fish/", "/fish", true)]
    [InlineData("Disallow: /fish/", "/fish/?id=1", false)]
    // * is any run of characters, $ the end
    [InlineData("Disallow: /*.php", "/index.php", false)]
    [InlineData("Disallow: /*.php", "/folder/any.php.file.html", false)]
    [InlineData("Disallow: /*.php", "/windows.PHP", true)]
    [InlineData("Disallow: /*.php$", "/filename.php", false)]
    [InlineData("Disallow: /*.php$", "/filename.php?parameters", true)]
    [InlineData("Disallow: /*.php$", "/a.php.php", false)]
    [InlineData("Disallow: /fish*.php", "/fishheads/catfish.php?id=1", false)]
    [InlineData("Disallow: /a*b*c$", "/axbxbxc", false)]
    [InlineData("Disallow: /a*b*c$", "/axbxbx", true)]
    [InlineData("Disallow: *", "/", false)]
    [InlineData("Disallow: /a$b", "/a$b", false)]
    // nothing, and what cannot be read, forbids nothing
    [InlineData("Disallow:", "/page", true)]
    [InlineData("", "/page", true)]
    [InlineData("Disalow: /\n<html>404</html>", "/page", true)]
    // escapes are compared in one form (2.2.2)
    [InlineData("Disallow: /新闻", "/%e6%96%b0%e9%97%bb/1.html", false)]
    [InlineData("Disallow: /%E6%96%B0", "/新闻", false)]
    [InlineData("Disallow: /%7Eteam", "/~team/x", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /search?q=", "/search?q=1", false)]
    // the file itself may always be read (2.2.2)
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow: / # all", "/x", false)]
    public void The_most_specific_rule_decides(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, Parse("User-agent: *\n" + rules).Allows(new Uri("https://news.example" + path)));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Pipeline\nDisallow: /no", "/yes", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Pipeline\nDisallow: /no", "/no", false)]
    // a group of its own, though empty, replaces the one for everyone
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: pipeline\nDisallow:", "/x", true)]
    // groups of one name are joined (2.2.1), and several names share one group
    [InlineData("User-agent: pipeline\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: PIPELINE\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: pipeline\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: PIPELINE\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: pipeline\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: PIPELINE\nDisallow: /b", "/c", true)]
    [InlineData("User-agent: other\nUser-agent: pipeline\nDisallow: /a", "/a", false)]
    // lines of other records between the names do not close the group
    [InlineData("User-agent: other\nSitemap: https://news.example/s.xml\n\nUser-agent: pipeline\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: pipelines\nDisallow: /", "/x", true)]
    [InlineData("User-agent: pipeline/2.0\nDisallow: /", "/x", false)]
    [InlineData("Disallow: /\nUser-agent: *\nDisallow: /a", "/x", true)]
    [InlineData("\uFEFFuser-agent:pipeline\r\ndisallow:/a\r\n", "/a", false)]
    [InlineData("User-agent: pipeline\rDisallow: /a", "/a", false)]
    public void A_crawler_obeys_its_own_group_or_else_that_for_everyone(string file, string path, bool allowed) =>
        Assert.Equal(allowed, Parse(file).Allows(new Uri("https://news.example" + path)));

    [Fact]
    public void Crawl_delay_is_that_of_the_group_obeyed()
    {
        Assert.Equal(TimeSpan.FromSeconds(2.5), Parse("User-agent: *\nCrawl-delay: 9\nUser-agent: pipeline\nCrawl-delay: 2.5").CrawlDelay);
        Assert.Equal(TimeSpan.FromSeconds(9), Parse("User-agent: *\nCrawl-delay: 9").CrawlDelay);
        Assert.Null(Parse("User-agent: *\nCrawl-delay: soon\nUser-agent: other\nCrawl-delay: 5").CrawlDelay);
    }

    [Fact]
    public void An_unreachable_file_forbids_everything_and_a_missing_one_nothing()
    {
        Assert.False(RobotsRules.DisallowAll.Allows(new Uri("https://news.example/x")));
        Assert.True(RobotsRules.AllowAll.Allows(new Uri("https://news.example/x")));
    }

    [Fact]
    public void Any_bytes_parse_and_any_pattern_matches_in_bounded_steps() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], NonNull<string>>((bytes, path) =>
        {
            byte[] file = [.. "User-agent: *\nDisallow: "u8, .. bytes];
            RobotsRules.Parse(file, "pipeline").Allows(new Uri(new Uri("https://news.example/"), "/" + Uri.EscapeDataString(path.Get.Replace("\0", "", StringComparison.Ordinal))));
        }));

    [Fact]
    public void A_pattern_without_wildcards_is_a_prefix() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Paths(), Paths(), (pattern, path) =>
            Parse($"User-agent: *\nDisallow: {pattern}").Allows(new Uri("https://news.example" + path)) != path.StartsWith(pattern, StringComparison.Ordinal)));

    private static Arbitrary<string> Paths() => Gen.ListOf(Gen.Elements("a", "b", "/")).Select(parts => "/x" + string.Concat(parts)).ToArbitrary();

    private static RobotsRules Parse(string file) => RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "pipeline");
}
