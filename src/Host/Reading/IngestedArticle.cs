using Pipeline.Extract;
using Pipeline.Extract.Model;
using Pipeline.Ingest;
using Pipeline.Store;
using Pipeline.Store.Articles;

namespace Pipeline.Host.Reading;

/// <summary>An article with its claims and the bytes it was read from, ready to be stored.</summary>
/// <param name="Prepared">Hashed and compressed already, so that the one writer only writes.</param>
internal sealed record IngestedArticle(PreparedArticle Prepared)
{
    /// <summary>The cleaned article.</summary>
    public Article Article => Prepared.Content.Article;

    /// <summary>Its claims in order.</summary>
    public IReadOnlyList<Claim> Claims => Prepared.Content.Claims;

    /// <summary>Extracts the claims of what was read.</summary>
    public static IngestedArticle Of(ArticleReading reading, ClaimExtractor extractor, IClaimStore store)
    {
        var (raw, article) = (reading.Raw!, reading.Article!);
        return new IngestedArticle(store.Prepare(new Submission(article, extractor.Extract(article), new Evidence(raw.AllBytes, raw.MediaType, raw.RetrievedAt))));
    }
}
