namespace Pipeline.Benchmarks.CleaningQuality;

/// <summary>What stands around and inside an article's text on real pages: menus, boxes, advertisements, comments, footers.</summary>
internal sealed class Surroundings(Random random, SiteWords words)
{
    public string Menu() => random.Next(3) switch
    {
        0 => $"<div class='{Name()}'><ul>{Each(words.Channels, c => $"<li><a href='/{c}'>{c}</a></li>")}</ul></div>",
        1 => $"<table width='100%'><tr>{Each(words.Channels, c => $"<td><a href='/{c}'>{c}</a></td>")}</tr></table>",
        _ => $"<p>{string.Join(" | ", words.Channels.Select(c => $"<a href='/{c}'>{c}</a>"))}</p><p>{words.Place}</p>",
    };

    public string LinkBox() =>
        $"<div class='{Name()}'><h3>{Pick(words.LinkHeadings)}</h3><ul>{Each(Some(words.Headlines), h => $"<li><a href='/{h.Length}.html'>{h}</a></li>")}</ul></div>";

    public string Summarised() =>
        $"<div class='{Name()}'><h3>{Pick(words.SummaryHeadings)}</h3>{Each(Some(words.Summaries), s => $"<div class='i'><a href='/s'><h4>{Pick(words.Headlines)}</h4></a><p>{s}</p><span>{random.Next(1, 13)}-{random.Next(1, 28)} 10:2{random.Next(10)}</span></div>")}</div>";

    public string Comments() =>
        $"<div class='{Name()}'><h3>{Pick(words.CommentHeadings)}</h3>{Each(Some(words.Opinions), o => $"<div class='c'><b>{Pick(words.Readers)}</b><em>2026-0{random.Next(1, 10)}-1{random.Next(10)} 2{random.Next(4)}:15</em><p>{o}</p><a href='#'>{words.Reply}</a></div>")}</div>";

    public string About() => $"<div class='{Name()}'>{words.About}</div>";

    public string Advertisement() => Pick(words.Advertisements);

    public string Share() => Pick(words.Shares);

    public string Tail() => Pick(words.Tails);

    public string Picture() => Pick(words.Pictures);

    public string Notice() => Pick(words.Notices);

    public string TitleEnd() => Pick(words.TitleEnds);

    public string Footer() => $"<div class='{Name()}'>{words.Footer}</div>";

    /// <summary>A class that says nothing.</summary>
    public string Name() => $"{(char)('b' + random.Next(20))}{random.Next(10, 9999)}";

    /// <summary>Some of the blocks, in any order.</summary>
    public string Shuffled(params Func<string>[] blocks)
    {
        random.Shuffle(blocks);
        return string.Concat(blocks.Take(random.Next(blocks.Length + 1)).Select(block => block()));
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private string[] Some(string[] all)
    {
        var order = all.ToArray();
        random.Shuffle(order);
        return order[..random.Next(3, order.Length + 1)];
    }

    private static string Each(IEnumerable<string> items, Func<string, string> markup) => string.Concat(items.Select(markup));
}
