using System.Text;

namespace Pipeline.Benchmarks.CleaningQuality;

/// <summary>A page of a site that nobody has a file for, made of one article and random surroundings; what it holds is known.</summary>
/// <param name="Bytes">The page, encoded as its seed says, its charset declared rightly or wrongly.</param>
/// <param name="Article">What must come out.</param>
/// <param name="Publisher">What the byline names; null when it names none.</param>
/// <param name="Author">What the byline names; null when it names none.</param>
/// <param name="Time">Local, to the minute.</param>
internal sealed record WrittenPage(byte[] Bytes, WrittenArticle Article, string? Publisher, string? Author, string Time)
{
    static WrittenPage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The page of a seed; same seed, same page.</summary>
    public static WrittenPage Of(int seed)
    {
        var random = new Random(seed);
        var article = ArticleTexts.All[random.Next(ArticleTexts.All.Count)];
        var (byline, publisher, author, time) = Bylines.Pick(random, article.IsTraditional);
        var html = Document(random, new Surroundings(random, article.IsTraditional ? SiteWords.Traditional : SiteWords.Simplified), article, byline);
        return new WrittenPage(Encode(random, html, article.IsTraditional), article, publisher, author, time);
    }

    private static string Document(Random random, Surroundings site, WrittenArticle article, string byline)
    {
        var title = random.Next(5) switch
        {
            0 => $"<div class='{site.Name()}'>{article.Title}</div>",
            1 => $"<h2>{article.Title}</h2>",
            _ => $"<h1>{article.Title}</h1>",
        };
        var head = new StringBuilder().Append("{CHARSET}").Append("<title>").Append(article.Title).Append(site.TitleEnd()).Append("</title>");
        if (random.Next(2) == 0)
        {
            head.Append($"<meta name='description' content='{article.Paragraphs[0][..Math.Min(60, article.Paragraphs[0].Length)]}'>");
        }

        var main = $"{title}<div>{byline}</div>{site.Share()}{Body(random, site, article)}{site.Notice()}";
        var below = site.Shuffled(site.Comments, site.Summarised, site.LinkBox);
        var beside = site.Shuffled(site.LinkBox, site.About, site.Summarised);
        return $"<!doctype html><html><head>{head}</head><body>{site.Menu()}{Arranged(random, main, below, beside)}{site.Footer()}</body></html>";
    }

    private static string Arranged(Random random, string main, string below, string beside) => random.Next(4) switch
    {
        0 => $"<div class='w'><div class='l'>{main}{below}</div><div class='r'>{beside}</div></div>",
        1 => $"<table><tr><td>{main}</td><td>{beside}</td></tr></table>{below}",
        2 => $"<div class='r'>{beside}</div><div class='l'><div>{main}</div>{below}</div>",
        _ => $"{main}{below}{beside}",
    };

    private static string Body(Random random, Surroundings site, WrittenArticle article)
    {
        var indent = random.Next(2) == 0 ? "　　" : "";
        var style = random.Next(6);
        var body = new StringBuilder();
        for (var i = 0; i < article.Paragraphs.Count; i++)
        {
            var text = indent + Linked(random, article.Paragraphs[i]);
            body.Append(style switch
            {
                0 => $"{text}<br><br>",
                1 => $"<div>{text}</div>",
                2 => $"<p><span style='font-size:16px'>{text}</span></p>",
                3 => $"{text}<br>\n",
                _ => $"<p>{text}</p>",
            });
            if (i + 1 < article.Paragraphs.Count && IsSentence(article.Paragraphs[i + 1]))
            {
                body.Append(random.Next(6) switch { 0 => site.Advertisement(), 1 => site.Picture(), _ => "" });
            }
        }

        body.Append(site.Tail());
        return random.Next(4) switch
        {
            0 => $"<div class='{site.Name()}'><div><div>{body}</div></div></div>",
            1 => $"<table><tr><td>{body}</td></tr></table>",
            2 => $"<section><div>{body}</div></section>",
            _ => $"<div class='{site.Name()}'>{body}</div>",
        };
    }

    private static byte[] Encode(Random random, string html, bool isTraditional)
    {
        var (encoding, declared) = random.Next(6) switch
        {
            0 => (Encoding.GetEncoding(isTraditional ? "big5" : "gb18030"), "utf-8"),
            1 => (Encoding.GetEncoding(isTraditional ? "big5" : "gb18030"), isTraditional ? "big5" : "gb2312"),
            2 => ((Encoding)new UTF8Encoding(false), isTraditional ? "big5" : "gb2312"),
            3 => (new UTF8Encoding(false), null),
            _ => (new UTF8Encoding(false), "utf-8"),
        };
        return encoding.GetBytes(html.Replace("{CHARSET}", declared is null ? "" : $"<meta charset='{declared}'>", StringComparison.Ordinal));
    }

    // Below a picture a line that is no sentence reads as its caption, to people too.
    private static bool IsSentence(string paragraph) => paragraph[^1] is '。' or '”' or '」';

    // Sites link names within the text.
    private static string Linked(Random random, string paragraph)
    {
        if (random.Next(5) > 0 || paragraph.Length < 40)
        {
            return paragraph;
        }

        var at = random.Next(5, 20);
        return $"{paragraph[..at]}<a href='/tag'>{paragraph[at..(at + 4)]}</a>{paragraph[(at + 4)..]}";
    }
}
