using Pipeline.Extract.Model;
using Pipeline.Store.SelfChecks;

namespace Pipeline.Store.Tests.SelfChecks;

public class ArticleSelfCheckTests
{
    [Theory]
    [InlineData(60, 30, 20, true)]
    [InlineData(60, 30, 10, false)]
    [InlineData(60, 30, 11, false)] // three shares rounded up may well read 101
    public void Shares_of_one_whole_stay_within_100_percent(int a, int b, int c, bool found)
    {
        var article = Some.Article($"全球市场上,甲占{a}%,乙占{b}%,丙占{c}%。");
        var claims = new[] { ("甲", a), ("乙", b), ("丙", c) }.Select(part => Some.Claim(article, $"{part.Item2}%", part.Item2, "%", ClaimKind.MarketShare, subject: part.Item1, metric: "占比", whole: "全球市场")).ToList();
        Assert.Equal(found, ArticleSelfCheck.Run(claims).Any(finding => finding.Kind == SelfCheckKind.SharesExceedWhole && finding.Found == a + b + c));
    }

    [Theory]
    [InlineData("25%", 25, false)]
    [InlineData("24%", 24, false)] // 80 and 100 may be 80.4 and 99.6
    [InlineData("40%", 40, true)]
    public void A_growth_rate_fits_its_levels(string text, int percent, bool found)
    {
        var article = Some.Article($"营收从80亿元增至100亿元,增长{text}。");
        var level = Some.Claim(article, "100亿元", 100e8m, "CNY", ClaimKind.Money, subject: "甲", metric: "营收", direction: ChangeDirection.Up) with { From = 80e8m };
        var growth = Some.Claim(article, text, percent, "%", ClaimKind.Change, subject: "甲", metric: "营收", direction: ChangeDirection.Up);
        Assert.Equal(found ? [(25m, (decimal)percent)] : [], ArticleSelfCheck.Run([level, growth]).Select(finding => (finding.Expected, finding.Found)));
    }

    [Theory]
    [InlineData("70亿元", 70e8, true)]
    [InlineData("40亿元", 40e8, false)]
    public void Parts_stay_within_their_total(string text, double value, bool found)
    {
        var article = Some.Article($"全年营收100亿元,其中手机60亿元,汽车{text}。");
        var claims = new[] { Some.Claim(article, "100亿元", 100e8m, "CNY", ClaimKind.Money), Some.Claim(article, "60亿元", 60e8m, "CNY", ClaimKind.Money), Some.Claim(article, text, (decimal)value, "CNY", ClaimKind.Money) };
        Assert.Equal(found, ArticleSelfCheck.Run(claims).Count == 1);
    }
}
