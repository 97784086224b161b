using Pipeline.Extract.Model;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Tests.Conflicts;

public class ConflictFinderTests
{
    /// <summary>Two claims, each: text low[~high] unit bound and, where they matter, ↑ ↓, time, whole, basis, forecast.</summary>
    [Theory]
    [InlineData("5万亿美元 5e12 USD above", "3万亿美元 3e12 USD about", "value")]
    [InlineData("26% 26 % about", "26% 26 % exact", "")]
    [InlineData("26% 26 % exact", "26% 26 % exact", "")]
    [InlineData("26% 26 % exact", "31% 31 % exact", "value")]
    [InlineData("26% 26 % exact", "26.3% 26.3 % exact", "rounding")]
    [InlineData("5万亿美元 5e12 USD above", "5万亿美元 5e12 USD exact", "")]
    [InlineData("5万亿美元 5e12 USD above", "6.2万亿美元 6.2e12 USD exact", "")]
    [InlineData("5万亿美元 5e12 USD below", "6.2万亿美元 6.2e12 USD exact", "value")]
    [InlineData("3万辆 30000 辆 exact", "3亿辆 3e8 辆 exact", "magnitude")]
    [InlineData("3.1万辆 31000 辆 exact", "31万辆 310000 辆 exact", "magnitude")]
    [InlineData("5%~8% 5~8 % exact", "7% 7 % exact", "")]
    [InlineData("5%~8% 5~8 % exact", "9% 9 % exact", "value")]
    [InlineData("12% 12 % exact ↑", "12% 12 % exact ↓", "direction")]
    [InlineData("0.3% 0.3 % exact ↑", "0.3个百分点 0.3 pp exact ↑", "percent_or_points")]
    [InlineData("26% 26 % exact time=2024", "31% 31 % exact time=2025", "period")]
    [InlineData("26% 26 % exact whole=全球营收", "31% 31 % exact whole=中国营收", "scope")]
    [InlineData("12% 12 % exact ↑ basis=yoy", "3% 3 % exact ↑ basis=pop", "basis")]
    [InlineData("26% 26 % exact", "31% 31 % exact forecast", "modality")]
    [InlineData("26亿元 26e8 CNY exact", "4亿美元 4e8 USD exact", "unit")]
    public void Two_claims_disagree_for_a_reason(string one, string other, string reason)
    {
        var groups = ConflictFinder.Find([Claim(one, "甲"), Claim(other, "乙")]);
        Assert.Equal(reason, string.Join(' ', groups.Select(group => ContractNames.Of(group.Reason))));
        string[] apparent = ["rounding", "period", "scope", "basis", "modality", "unit"];
        Assert.All(groups, group => Assert.Equal(!apparent.Contains(reason), group.IsReal));
        Assert.Equal(groups.Select(g => g.Reason), ConflictFinder.Find([Claim(other, "乙"), Claim(one, "甲")]).Select(g => g.Reason));
    }

    [Fact]
    public void A_copy_counts_once()
    {
        var claim = Claim("26% 26 % exact", "甲");
        Assert.Empty(ConflictFinder.Find([claim, Claim("31% 31 % exact", "乙") with { CopyOf = claim.Claim.Id }]));
    }

    [Fact]
    public void A_denied_value_contradicts_nothing()
    {
        var denied = Claim("31% 31 % exact", "乙");
        Assert.Empty(ConflictFinder.Find([Claim("26% 26 % exact", "甲"), denied with { Claim = denied.Claim with { Modality = Modality.Denied } }]));
    }

    [Fact]
    public void Claims_of_one_topic_form_one_group_by_value()
    {
        var group = Assert.Single(ConflictFinder.Find([Claim("31% 31 % exact", "甲"), Claim("26% 26 % exact", "乙"), Claim("26% 26 % exact", "丙")]));
        Assert.Equal([26m, 26m, 31m], group.Claims.Select(claim => claim.Claim.Low));
        Assert.Equal(("英伟达", "份额"), (group.Subject, group.Metric));
    }

    [Fact]
    public void An_article_does_not_contradict_itself_and_what_it_lists_stays_possible()
    {
        StoredClaim[] rents = [Claim("15% 15 % exact", "甲"), Claim("20% 20 % exact", "甲")];
        Assert.Equal(rents[0].Claim.ArticleId, rents[1].Claim.ArticleId);
        Assert.Empty(ConflictFinder.Find(rents));
        Assert.Empty(ConflictFinder.Find([.. rents, Claim("18% 18 % exact", "乙")]));
        Assert.Equal(ConflictReason.Value, Assert.Single(ConflictFinder.Find([.. rents, Claim("25% 25 % exact", "乙")])).Reason);
    }

    [Fact]
    public void Beside_a_slip_the_other_values_are_compared_too()
    {
        var groups = ConflictFinder.Find([Claim("8621万元 8621e4 CNY exact", "甲"), Claim("8621亿元 8621e8 CNY exact", "乙"), Claim("8261亿元 8261e8 CNY exact", "丙"), Claim("8621亿元 8621e8 CNY exact", "丁")]);
        Assert.Equal([(ConflictReason.Magnitude, 4), (ConflictReason.Value, 3)], groups.Select(group => (group.Reason, group.Claims.Count)));
    }

    [Theory]
    [InlineData("26%", 26, 0.5)]
    [InlineData("26.3%", 26.3, 0.05)]
    [InlineData("5.1万亿美元", 5.1e12, 5e10)]
    [InlineData("五万亿美元", 5e12, 5e11)]
    [InlineData("1,200人", 1200, 0.5)]
    [InlineData("3倍", 4, 0.5)]
    public void A_value_is_as_exact_as_its_last_digit(string text, double low, double halfStep) =>
        Assert.Equal((decimal)halfStep, StatedPrecision.HalfStep(Claim($"{text} {low.ToString(System.Globalization.CultureInfo.InvariantCulture)} % exact", "甲").Claim));

    internal static StoredClaim Claim(string row, string source)
    {
        var cells = row.Split(' ');
        var values = cells[1].Split('~').Select(value => decimal.Parse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        string? Named(string name) => cells.FirstOrDefault(cell => cell.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        var isChange = cells.Contains("↑") || cells.Contains("↓");
        var article = Some.Article($"{source}报道,份额为{cells[0]}。", source, published: "2025-11-01") with { Id = $"article of {source}" };
        return new StoredClaim
        {
            Claim = Some.Claim(
                article, cells[0], values[0], cells[2], isChange ? ClaimKind.Change : ClaimKind.Share, "英伟达", "英伟达", "份额", high: values[^1], time: Named("time"), whole: Named("whole"), basis: Named("basis"),
                bound: ContractNames.TryParse(cells[3], out Bound bound) ? bound : throw new ArgumentException(row),
                direction: cells.Contains("↑") ? ChangeDirection.Up : cells.Contains("↓") ? ChangeDirection.Down : null,
                modality: cells.Contains("forecast") ? Modality.Forecast : Modality.Asserted),
            Source = source,
            PublishedAt = article.PublishedAt,
        };
    }
}
