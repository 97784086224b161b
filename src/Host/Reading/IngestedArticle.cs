using Pipeline.Extract;
using Pipeline.Extract.Model;
using Pipeline.Ingest;
using Pipeline.Store.Articles;

namespace Pipeline.Host.Reading;

/// <summary>An article with its claims and the bytes it was read from, ready to be stored.</summary>
/// <param name="Article">The cleaned article.</param>
/// <param name="Claims">Its claims in order.</param>
/// <param name="Evidence">What it was read from.</param>
internal sealed record IngestedArticle(Article Article, IReadOnlyList<Claim> Claims, Evidence Evidence)
{
    /// <summary>Extracts the claims of what was read.</summary>
    public static IngestedArticle Of(ArticleReading reading, ClaimExtractor extractor)
    {
        var (raw, article) = (reading.Raw!, reading.Article!);
        return new IngestedArticle(article, extractor.Extract(article), new Evidence(raw.AllBytes, raw.MediaType, raw.RetrievedAt));
    }

    /// <summary>What the store takes.</summary>
    public Submission ToSubmission() => new(Article, Claims, Evidence);
}
