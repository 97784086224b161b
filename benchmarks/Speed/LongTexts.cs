using Pipeline.Extract.Model;

namespace Pipeline.Benchmarks.Speed;

/// <summary>Texts that a quadratic step would show on: each comes once and twice as long, and both must run at the same speed.</summary>
internal static class LongTexts
{
    private const int Long = 500_000;

    public static IEnumerable<(string Name, Article Article)> All(Corpus corpus)
    {
        var news = string.Join('\n', corpus.Articles.Select(article => article.Text));
        news = news[..Math.Min(news.Length, Long)];
        var sentence = "某公司营收达3500万元，同比增长12.5%，";
        foreach (var (name, text) in new[]
        {
            ("news as one article", news),
            ("digits in one line", new string('7', Long)),
            ("commas, no full stop", Repeated(sentence)),
            ("no mark at all", Repeated("某公司营收达3500万元同比增长12.5%而且")),
            ("no mark and no number", Repeated("记者昨天在现场看到很多市民")),
            ("number characters", new string('三', Long)),
            ("scale characters", new string('亿', Long)),
            ("commas", new string(',', Long)),
            ("年", new string('年', Long)),
            ("的", new string('的', Long)),
            ("open quotation marks", new string('“', Long)),
            ("open brackets", Repeated("（5人")),
            ("names in open brackets", Repeated("（简称“东山")),
            ("names in brackets", Repeated("东山科技（以下简称“东山”，300999）")),
            ("listed percentages", "某公司" + Repeated("5%、")),
            ("quoted values", Repeated("他说：“5人”")),
            ("verbs of speech", Repeated("表示5%")),
            ("lists", Repeated("分别为5%、")),
            ("times", Repeated("去年10月")),
            ("changes", Repeated("从5%到")),
            ("pronouns", Repeated("该公司员工为5人。")),
            ("times from before", Repeated("同月增加5人。")),
            ("the same event", Repeated("事故造成5人死亡。")),
            ("speakers behind", Repeated("“我们有5人。”东山科技总经理说。")),
            ("subjects ahead", Repeated("增加5人，")),
        })
        {
            yield return ($"{name} ×1", Corpus.Of(text, null, name));
            yield return ($"{name} ×2", Corpus.Of(text + text, null, name));
        }
    }

    private static string Repeated(string piece) => string.Concat(Enumerable.Repeat(piece, Long / piece.Length));
}
