using AngleSharp.Html.Parser;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Ingest.Cleaning.Metadata;
using Pipeline.Ingest.Decoding;
using Pipeline.Ingest.Publishers;
using Pipeline.Ingest.Sources;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Page → article: a publisher's layout where one fits, else the generic container; then the same line rules for both.</summary>
internal sealed class HtmlCleaner(PublisherCatalog publishers, FurnitureRules rules)
{
    /// <summary>A page whose visible text has more Chinese characters is no empty shell around a script.</summary>
    private const int LongestNotice = 300;

    /// <summary>What scripts call an article's source; a medium, never the site's own code.</summary>
    private static readonly string[] SourceFields = ["source", "media", "mediaName", "media_name", "sourceName", "source_name", "srcName", "copyfrom"];

    /// <summary>What scripts call the time of publication.</summary>
    private static readonly string[] TimeFields =
        ["pubtime", "pubTime", "pub_time", "publishTime", "publish_time", "publishedAt", "published_at", "publishDate", "datePublished", "newsTime", "ptime", "ctime", "createTime", "create_time", "time"];

    private static readonly HtmlParserOptions Options = new() { SkipComments = true, SkipProcessingInstructions = true, DisableElementPositionTracking = true };

    /// <summary>Cleans a page.</summary>
    public CleaningResult Clean(RawDocument document, string html)
    {
        if (NestingGuard.IsTooDeep(html))
        {
            return CleaningResult.NotAnArticle(document.Source, $"its tags nest more than {NestingGuard.Deepest} deep, which no article does");
        }

        using var parsed = new HtmlParser(Options).ParseDocument(html);
        var page = new Page(PageTree.Of(parsed, publishers.Index));
        var url = page.Metadata.CanonicalUrl ?? document.Url;
        var host = Host(document.Url) ?? Host(page.Metadata.CanonicalUrl);
        var layout = publishers.Find(page.Tree, host, html);
        var site = layout?.Publisher ?? publishers.Owner(host);
        var containers = layout is null ? [] : Outermost(page.Tree, layout.Body.Match(page.Tree));
        var lines = LinesOf(page, containers, layout);
        if (HanCharacters(lines) < NotAnArticle.ShortestFlash)
        {
            var found = ContainerFinder.Find(page, rules);
            containers = found < 0 ? [] : [found];
            lines = LinesOf(page, containers, layout);
            if (HanCharacters(lines) < LongestNotice && EmbeddedBody.Find(page.Tree) is { } body && parsed.Body is { } rendered)
            {
                var written = parsed.CreateElement("article");
                written.InnerHtml = body;
                rendered.Prepend(written);
                var whole = new Page(PageTree.Of(parsed, publishers.Index));
                int[] container = [whole.Tree.ByTag("article")[0]];
                var wholeLines = LinesOf(whole, container, layout);
                if (HanCharacters(wholeLines) > HanCharacters(lines) * 2)
                {
                    return Build(document, whole, url, layout, site, container, wholeLines, isEmbedded: true);
                }
            }
        }

        return Build(document, page, url, layout, site, containers, lines, isEmbedded: false);
    }

    private List<PageLine> LinesOf(Page page, IReadOnlyList<int> containers, Layout? layout) =>
        BodyLines.Of(page, containers, layout is null ? [] : layout.Drop.SelectMany(s => s.Match(page.Tree)).ToHashSet(), rules);

    private CleaningResult Build(RawDocument document, Page page, string? url, Layout? layout, Publisher? site, IReadOnlyList<int> containers, List<PageLine> lines, bool isEmbedded)
    {
        if (containers.Count == 0)
        {
            return CleaningResult.NotAnArticle(document.Source, NotAnArticle.WhyNoText(page));
        }

        var head = new PageHead(page, containers[0]);
        var title = TitleFinder.Find(page, head, layout, site);
        var body = BodyTrim.Trim(lines, title);
        var cleaned = LineFilter.Apply([.. body.Select(l => l.Text)], rules);
        var source = SourceFinder.Find(page, head, layout) ?? cleaned.Publisher ?? (isEmbedded ? Field(page, SourceFields, v => CreditLine.CleanMedium(v) is { Length: >= 2 } medium && medium.Any(c => c > '\u3000') ? medium : null) : null);
        var publisher = source ?? site?.Name ?? SourceFinder.FromMetadata(page) ?? Dateline.Agency(cleaned.Paragraphs);
        var author = AuthorFinder.Find(page, head, layout, publisher) ?? (cleaned.Author is { } signed && PersonNames.CouldSign(signed) && signed != publisher ? signed : null) ?? Dateline.Reporter(cleaned.Paragraphs);
        var time = PublishedTimeFinder.Find(page, head, layout) ?? cleaned.PublishedAt ?? (isEmbedded ? FieldTime(page) : null)
            ?? PublishedTimeFinder.CountedBack(page, head, document.Url is null ? null : document.RetrievedAt) ?? SignedOn(cleaned.Paragraphs);
        if (NotAnArticle.Why(page, cleaned, containers, layout, url, isDated: source is not null || author is not null || time is not null) is { } reason)
        {
            return CleaningResult.NotAnArticle(document.Source, reason);
        }

        var text = string.Join('\n', cleaned.Paragraphs);
        return CleaningResult.Of(new Article
        {
            Id = ContentId.OfArticle(text),
            Url = url,
            Title = title,
            Author = author,
            Publisher = publisher,
            PublishedAt = time,
            RetrievedAt = document.RetrievedAt,
            Language = ScriptDetection.LanguageOf(text),
            Text = text,
            Source = document.Source,
        });
    }

    private static string? Field(Page page, string[] names, Func<string, string?> read) => names.Select(n => ScriptValue.Find(page.Tree, n)).OfType<string>().Select(read).FirstOrDefault(v => v is not null);

    private static PublicationTime? FieldTime(Page page) =>
        TimeFields.Select(n => ScriptValue.Find(page.Tree, n)).OfType<string>().Select(v => TimeText.Find(v) ?? TimeText.FromUnix(v)).FirstOrDefault(v => v is not null);

    // A notice ends with the day it was signed.
    private static PublicationTime? SignedOn(IReadOnlyList<string> paragraphs) =>
        paragraphs.Count > 1 && TimeText.Find(paragraphs[^1], out var span) is { } day && span.Start == 0 && span.End == paragraphs[^1].Length ? day : null;

    private static List<int> Outermost(PageTree tree, IEnumerable<int> nodes)
    {
        var kept = new List<int>();
        foreach (var node in nodes)
        {
            if (kept.Count == 0 || node >= tree.End(kept[^1]))
            {
                kept.Add(node);
            }
        }

        return kept;
    }

    // Of lines that will stay: a footer is no article.
    private int HanCharacters(List<PageLine> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            if (rules.Find(LineKey.Of(line.Text)) is not null)
            {
                continue;
            }

            foreach (var c in line.Text)
            {
                count += c is >= '\u3400' and <= '\u9fff' ? 1 : 0;
            }
        }

        return count;
    }

    private static string? Host(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.Host : null;
}
