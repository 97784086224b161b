using Pipeline.Extract.Model;
using Pipeline.Extract.Text;
using Pipeline.Store.Articles;

namespace Pipeline.Host.Tests.Api;

/// <summary>Articles written for these tests, with their claims made by hand: names of outlets and companies are invented, 英伟达 aside.</summary>
internal static class DeskArticles
{
    /// <summary>The hostile one: markup, a right-to-left override, a formula, control characters.</summary>
    public const string Hostile = "<img src=x onerror=\"document.title='owned'\">=HYPERLINK(\"http://evil.example\")\u202E反转\u202C公司称其市场份额达45%。\u0007</script><script>document.title='owned'</script>";

    private static readonly (string Text, string? Title, string Url, string Publisher, string Published, (string Quantity, Func<Claim, Claim> With)[] Claims)[] Written =
    [
        ("远山汽车周三发布公告称，第三季度营收达到420亿元，同比增长18%。\n公司预计全年交付超过60万辆。", "远山汽车三季度营收420亿元", "https://news.example/yuanshan-q3", "晨报财经", "2025-10-29T18:05:00+08:00",
        [
            ("420亿元", c => c with { Kind = ClaimKind.Money, Low = 42_000_000_000, High = 42_000_000_000, Unit = "CNY", Subject = "远山汽车", Metric = "营收", MetricId = "revenue", Time = "2025-07/2025-09", Speaker = "公告" }),
            ("18%", c => c with { Kind = ClaimKind.Change, Low = 18, High = 18, Unit = "%", Subject = "远山汽车", Metric = "营收", MetricId = "revenue", Time = "2025-07/2025-09", Direction = ChangeDirection.Up, Basis = "yoy", Speaker = "公告" }),
            ("60万辆", c => c with { Kind = ClaimKind.Count, Low = 600_000, High = 600_000, Unit = "辆", Bound = Bound.Above, Subject = "远山汽车", Metric = "交付", Time = "2025", Modality = Modality.Forecast, Speaker = "公司" }),
        ]),
        ("遠山汽車第三季營收僅42億元，年減5%，市場一片嘩然。", "遠山汽車營收不如預期", "https://daily.example/yuanshan", "每日觀察", "2025-10-30",
        [
            ("42億元", c => c with { Kind = ClaimKind.Money, Low = 4_200_000_000, High = 4_200_000_000, Unit = "CNY", Subject = "遠山汽車", SubjectId = "远山汽车", Metric = "营收", MetricId = "revenue", Time = "2025-07/2025-09" }),
            ("5%", c => c with { Kind = ClaimKind.Change, Low = 5, High = 5, Unit = "%", Subject = "遠山汽車", SubjectId = "远山汽车", Metric = "营收", MetricId = "revenue", Time = "2025-07/2025-09", Direction = ChangeDirection.Down, Basis = "yoy" }),
        ]),
        ("黃仁勳表示，輝達在中國的市場份額從95%掉到零，而全球市值已超5萬億美元。", "輝達失去中國市場", "https://tech.example/nvda", "科技週報", "2025-11-02T09:00:00+08:00",
        [
            ("零", c => c with { Kind = ClaimKind.MarketShare, Low = 0, High = 0, From = 95, Unit = "%", Subject = "輝達", SubjectId = "英伟达", Metric = "市场份额", MetricId = "market_share", Whole = "中國", Direction = ChangeDirection.Down, Speaker = "黃仁勳" }),
            ("5萬億美元", c => c with { Kind = ClaimKind.Money, Low = 5_000_000_000_000, High = 5_000_000_000_000, Unit = "USD", Bound = Bound.Above, Subject = "輝達", SubjectId = "英伟达", Metric = "市值", MetricId = "market_cap", Speaker = "黃仁勳" }),
        ]),
        ("英伟达市值约3万亿美元，其数据中心业务贡献了全球营收的88%。", "英伟达市值几何", "https://news.example/nvda-cap", "晨报财经", "2025-11-02T21:30:00+08:00",
        [
            ("3万亿美元", c => c with { Kind = ClaimKind.Money, Low = 3_000_000_000_000, High = 3_000_000_000_000, Unit = "USD", Bound = Bound.About, Subject = "英伟达", SubjectId = "英伟达", Metric = "市值", MetricId = "market_cap" }),
            ("88%", c => c with { Kind = ClaimKind.RevenueShare, Low = 88, High = 88, Unit = "%", Subject = "数据中心业务", Metric = "营收", MetricId = "revenue_share", Whole = "全球营收" }),
        ]),
        (Hostile, "<b>粗体</b>\u202E标题", "https://hostile.example/?q=<script>", "=cmd|' /C calc'!A0", "2025-11-03",
        [
            ("45%", c => c with { Kind = ClaimKind.MarketShare, Low = 45, High = 45, Unit = "%", Subject = "\u202E反转\u202C公司", Metric = "市场份额", MetricId = "market_share" }),
        ]),
    ];

    public static IReadOnlyList<Submission> All { get; } = [.. Written.Select(w => Of(w.Text, w.Title, w.Url, w.Publisher, w.Published, w.Claims))];

    /// <summary>Stands in for the entity lexicon: the three names of one company.</summary>
    public static IReadOnlyList<string> Aliases(string folded) => folded.ToUpperInvariant() is "英伟达" or "辉达" or "NVIDIA" ? ["英伟达", "辉达", "NVIDIA"] : [];

    /// <summary>An article with its claims; each is found by its quantity and finished by the row.</summary>
    public static Submission Of(string text, string? title, string url, string publisher, string published, params (string Quantity, Func<Claim, Claim> With)[] claims)
    {
        var article = new Article
        {
            Id = ContentId.OfArticle(text),
            Text = text,
            Title = title,
            Url = url,
            Source = url,
            Publisher = publisher,
            PublishedAt = PublicationTime.TryParse(published, out var time) ? time : throw new ArgumentException(published),
            Language = TextFold.Fold(text) == text ? "zh-Hans" : "zh-Hant",
        };
        return new Submission(article, [.. claims.Select(claim => claim.With(Bare(article, claim.Quantity))).OrderBy(claim => claim.Start)], new Evidence(System.Text.Encoding.UTF8.GetBytes(text), "text/html", new DateTimeOffset(2025, 11, 4, 8, 0, 0, TimeSpan.Zero)));
    }

    private static Claim Bare(Article article, string quantity)
    {
        var start = article.Text.IndexOf(quantity, StringComparison.Ordinal);
        var lineStart = article.Text.LastIndexOf('\n', start) + 1;
        var lineEnd = article.Text.IndexOf('\n', start) is >= 0 and var end ? end : article.Text.Length;
        return new Claim
        {
            Id = ContentId.OfClaim(article.Id, new TextSpan(start, start + quantity.Length)),
            ArticleId = article.Id,
            Kind = ClaimKind.Count,
            Text = quantity,
            Start = start,
            End = start + quantity.Length,
            Sentence = article.Text[lineStart..lineEnd],
            Low = 0,
            High = 0,
            Unit = "",
            Bound = Bound.Exact,
            Confidence = 0.9,
            Rule = "test",
        };
    }
}
