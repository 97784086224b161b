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
            ("one sentence, no end", string.Concat(Enumerable.Repeat(sentence, 20_000 / sentence.Length))),
            ("number characters", new string('三', Long)),
            ("scale characters", new string('亿', Long)),
            ("open quotation marks", new string('“', Long)),
        })
        {
            yield return ($"{name} ×1", Corpus.Of(text, null, name));
            yield return ($"{name} ×2", Corpus.Of(text + text, null, name));
        }
    }
}
