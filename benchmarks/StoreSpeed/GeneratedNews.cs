using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;

namespace Pipeline.Benchmarks.StoreSpeed;

/// <summary>Articles and claims as news has them: few subjects and metrics are named often, most seldom. The same seed gives the same news.</summary>
internal sealed class GeneratedNews(int seed)
{
    public static readonly string[] Metrics = ["营收", "净利润", "市场份额", "出货量", "毛利率", "市值", "研发投入", "员工人数", "售价", "产能", "销量", "负债率", "现金流", "装机容量", "用户数", "订单额", "裁员比例", "增速", "股价", "算力"];

    private const string NameCharacters = "华中国天海宏大新北东方金信安达科智联星创恒瑞龙汇通源泰盛广博远昌明晶宇正立长江河山湖云飞腾跃思元亿嘉美康";
    private static readonly string[] Suffixes = ["科技", "集团", "电子", "能源", "汽车", "银行", "医药", "半导体"];
    private static readonly string[] Openings = ["据最新披露的材料,", "业内人士指出,", "公告显示,", "记者获悉,", "从全年看,", "与此同时,", "受需求回暖带动,", "在供应链调整之后,"];
    private static readonly string[] Endings = ["超出市场此前的普遍预期", "主要来自海外业务的贡献", "为近年来的较高水平", "管理层对此表示满意", "分析师认为仍有改善空间", "这一数字引发了广泛讨论", "背后是产品结构的变化", "后续走势仍待观察"];
    private static readonly string[] Publishers = ["新闻晨报", "财经日报", "科技观察", "产业周刊", "南方电讯", "港岛时报", "证券资讯", "半导体纪事", "能源信息", "环球商情"];
    private static readonly (string Unit, string Word, ClaimKind Kind)[] Units =
        [("%", "%", ClaimKind.Change), ("CNY", "亿元", ClaimKind.Money), ("USD", "亿美元", ClaimKind.Money), ("%", "%", ClaimKind.Rate), ("%", "%", ClaimKind.MarketShare), ("辆", "万辆", ClaimKind.Count), ("人", "人", ClaimKind.Count), ("FLOP/s", "TFLOP/s", ClaimKind.Compute), ("x", "倍", ClaimKind.Ratio), ("W", "兆瓦", ClaimKind.Measure)];

    private readonly Random random = new(seed);
    private readonly string[] subjects = MakeSubjects(5000);

    /// <summary>A subject: the first is named about once in nine claims.</summary>
    public string Subject() => subjects[Zipf(subjects.Length)];

    /// <summary>A metric, the first ones more often.</summary>
    public string Metric() => Metrics[Zipf(Metrics.Length)];

    public Submission Article(int number)
    {
        var publisher = Publishers[Zipf(Publishers.Length)];
        var count = 2 + random.Next(5);
        var lines = new List<string>(count);
        var drafts = new List<(int Line, int At, string Text, decimal Low, string Unit, ClaimKind Kind, string Subject, string Metric)>();
        for (var i = 0; i < count; i++)
        {
            var (subject, metric, unit) = (Subject(), Metric(), Units[Zipf(Units.Length)]);
            var value = Math.Round((decimal)Math.Exp(random.NextDouble() * 7), random.Next(3));
            var text = value.ToString(CultureInfo.InvariantCulture) + unit.Word;
            var head = Openings[random.Next(Openings.Length)] + subject + metric + "达到";
            lines.Add($"{head}{text},{Endings[random.Next(Endings.Length)]}。");
            drafts.Add((i, head.Length, text, value * Scale(unit.Word), unit.Unit, unit.Kind, subject, metric));
        }

        var body = string.Join('\n', lines);
        var id = ContentId.OfArticle(body);
        var starts = lines.Select((_, i) => lines.Take(i).Sum(line => line.Length + 1)).ToArray();
        var day = new DateTimeOffset(2021, 1, 1, 0, 0, 0, PublicationTime.ChinaOffset).AddMinutes(random.Next(5 * 365 * 24 * 60));
        var article = new Article
        {
            Id = id,
            Text = body,
            Title = drafts[0].Subject + drafts[0].Metric + "引关注",
            Publisher = publisher,
            Url = $"https://news{number % 10}.example/{number}.html",
            Source = $"https://news{number % 10}.example/{number}.html",
            PublishedAt = new PublicationTime(day),
            RetrievedAt = day.AddHours(1),
            Language = "zh-Hans",
        };
        return new Submission(article, [.. drafts.Select(d => new Claim
        {
            Id = ContentId.OfClaim(id, new TextSpan(starts[d.Line] + d.At, starts[d.Line] + d.At + d.Text.Length)),
            ArticleId = id,
            Kind = d.Kind,
            Text = d.Text,
            Start = starts[d.Line] + d.At,
            End = starts[d.Line] + d.At + d.Text.Length,
            Sentence = lines[d.Line],
            Low = d.Low,
            High = d.Low,
            Unit = d.Unit,
            Bound = Bound.Exact,
            Subject = d.Subject,
            SubjectId = d.Subject,
            Metric = d.Metric,
            MetricId = "metric_" + Array.IndexOf(Metrics, d.Metric).ToString(CultureInfo.InvariantCulture),
            Time = day.Year.ToString(CultureInfo.InvariantCulture),
            Speaker = random.Next(4) == 0 ? d.Subject + "发言人" : null,
            Confidence = 0.9,
            Rule = "generated",
        })]);
    }

    private static decimal Scale(string word) => word switch { "亿元" or "亿美元" => 1e8m, "万辆" => 1e4m, "TFLOP/s" => 1e12m, "兆瓦" => 1e6m, _ => 1 };

    private static string[] MakeSubjects(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, 2).Select(_ => NameCharacters[random.Next(NameCharacters.Length)])) + Suffixes[random.Next(Suffixes.Length)])];
    }

    /// <summary>An index with probability about 1/rank.</summary>
    private int Zipf(int count) => (int)Math.Exp(random.NextDouble() * Math.Log(count + 1)) - 1;
}
