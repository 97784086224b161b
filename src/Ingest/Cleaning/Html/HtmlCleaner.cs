using AngleSharp.Html.Parser;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Ingest.Decoding;
using Pipeline.Ingest.Publishers;
using Pipeline.Ingest.Sources;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Page → article: a publisher's layout where one fits, else the generic container; then the same line rules for both.</summary>
internal sealed class HtmlCleaner(PublisherCatalog publishers, FurnitureRules rules)
{
    /// <summary>With fewer Chinese characters there is nothing to extract from; the shortest real news flash seen has 71.</summary>
    private const int ShortestArticle = 30;

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
        return Build(document, page, url, layout, layout?.Publisher ?? publishers.Owner(host));
    }

    private CleaningResult Build(RawDocument document, Page page, string? url, Layout? layout, Publisher? site)
    {
        var containers = layout is null ? [] : Outermost(page.Tree, layout.Body.Match(page.Tree));
        var dropped = layout is null ? [] : layout.Drop.SelectMany(s => s.Match(page.Tree)).ToHashSet();
        var lines = BodyLines.Of(page, containers, dropped, rules);
        if (HanCharacters(lines) < ShortestArticle)
        {
            var found = ContainerFinder.Find(page, rules);
            containers = found < 0 ? [] : [found];
            lines = BodyLines.Of(page, containers, dropped, rules);
        }

        if (containers.Count == 0)
        {
            return CleaningResult.NotAnArticle(document.Source, NotAnArticle.WhyNoText(page));
        }

        var head = new PageHead(page, containers[0]);
        var title = TitleFinder.Find(page, head, layout, site);
        var body = BodyTrim.Trim(lines, title);
        var cleaned = LineFilter.Apply([.. body.Select(l => l.Text)], rules);
        var source = SourceFinder.Find(page, head, layout) ?? cleaned.Publisher;
        var publisher = source ?? site?.Name ?? SourceFinder.FromMetadata(page);
        var author = AuthorFinder.Find(page, head, layout, publisher) ?? cleaned.Author;
        var time = PublishedTimeFinder.Find(page, head, layout) ?? cleaned.PublishedAt;
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

    private static int HanCharacters(List<PageLine> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            foreach (var c in line.Text)
            {
                count += c is >= '\u3400' and <= '\u9fff' ? 1 : 0;
            }
        }

        return count;
    }

    private static string? Host(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.Host : null;
}
