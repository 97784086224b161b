using Pipeline.Extract.Model;
using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Ingest.Cleaning.Html;
using Pipeline.Ingest.Cleaning.Json;
using Pipeline.Ingest.Cleaning.Metadata;
using Pipeline.Ingest.Cleaning.PlainText;
using Pipeline.Ingest.Decoding;
using Pipeline.Ingest.Publishers;
using Pipeline.Ingest.Sources;

namespace Pipeline.Ingest.Cleaning;

/// <summary>Turns a document into the article it holds, or says why it holds none. Thread-safe; same document, same result.</summary>
public sealed class DocumentCleaner
{
    private readonly FurnitureRules _furniture;
    private readonly HtmlCleaner _pages;

    /// <summary>A cleaner with the rules that come with the program.</summary>
    public DocumentCleaner()
        : this(PublisherCatalog.Default, FurnitureRules.Default)
    {
    }

    /// <summary>A cleaner with other sites: <see cref="PublisherCatalog.WithFolders"/> adds a user's own.</summary>
    public DocumentCleaner(PublisherCatalog publishers)
        : this(publishers, FurnitureRules.Default)
    {
    }

    /// <summary>A cleaner with other sites and rules.</summary>
    public DocumentCleaner(PublisherCatalog publishers, FurnitureRules furniture) => (_furniture, _pages) = (furniture, new HtmlCleaner(publishers, furniture));

    /// <summary>Cleans one document: text, page, or a line of jsonl, as its media type and its content say. Pages that continue it are joined.</summary>
    public CleaningResult Clean(RawDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var result = CleanOne(document);
        return result.Article is { } first && document.Following.Count > 0 ? CleaningResult.Of(Join(first, document.Following)) : result;
    }

    // A page without text of its own, or one that repeats an earlier page, adds nothing.
    private Article Join(Article first, IReadOnlyList<RawDocument> following)
    {
        var texts = new List<string> { first.Text };
        foreach (var page in following)
        {
            if (CleanOne(page).Article is { } article && !texts.Contains(article.Text))
            {
                texts.Add(article.Text);
            }
        }

        var text = string.Join('\n', texts);
        return first with { Id = ContentId.OfArticle(text), Text = text };
    }

    private CleaningResult CleanOne(RawDocument document)
    {
        if (MediaTypes.WithoutParameters(document.MediaType) == MediaTypes.Json)
        {
            return JsonArticle.Read(document.Bytes, document.Source, document.RetrievedAt);
        }

        var isPage = MediaTypes.IsHtml(document.MediaType);
        var decoded = TextDecoder.Decode(document.Bytes.Span, DeclaredCharset.Of(document.MediaType, document.Bytes.Span), mendBroken: isPage);
        return decoded.Text is not { } text ? CleaningResult.Undecodable(document.Source, decoded.Reason!)
            : isPage || FormatDetection.LooksLikeHtml(text) ? _pages.Clean(document, text)
            : CleanText(document, text);
    }

    private CleaningResult CleanText(RawDocument document, string text)
    {
        var cleaned = PlainTextCleaner.Clean(text, _furniture);
        var body = string.Join('\n', cleaned.Paragraphs);
        if (!ScriptDetection.HoldsChinese(body))
        {
            return CleaningResult.NotAnArticle(document.Source, string.IsNullOrWhiteSpace(text) ? "it holds only white space" : "it holds no Chinese text");
        }

        return CleaningResult.Of(new Article
        {
            Id = ContentId.OfArticle(body),
            Url = document.Url,
            Author = cleaned.Author ?? Dateline.Reporter(cleaned.Paragraphs),
            Publisher = cleaned.Publisher,
            PublishedAt = cleaned.PublishedAt,
            RetrievedAt = document.RetrievedAt,
            Language = ScriptDetection.LanguageOf(body),
            Text = body,
            Source = document.Source,
        });
    }
}
