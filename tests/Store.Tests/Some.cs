using System.Text;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;
using Pipeline.Store.Articles;

namespace Pipeline.Store.Tests;

/// <summary>Articles and claims to store: what a test does not name is as plain as can be.</summary>
internal static class Some
{
    /// <summary>An article; its sentences are its lines.</summary>
    public static Article Article(string text, string source = "news.txt", string? url = null, string? publisher = null, string? title = null, string? published = null, string? retrieved = null) => new()
    {
        Id = ContentId.OfArticle(text),
        Text = text,
        Source = source,
        Url = url,
        Publisher = publisher,
        Title = title,
        PublishedAt = published is null ? null : PublicationTime.TryParse(published, out var time) ? time : throw new ArgumentException(published),
        RetrievedAt = retrieved is null ? null : DateTimeOffset.Parse(retrieved, System.Globalization.CultureInfo.InvariantCulture),
        Language = TextFold.Fold(text) == text ? "zh-Hans" : "zh-Hant",
    };

    /// <summary>The claim on the first occurrence of <paramref name="quantity"/> in the article.</summary>
    public static Claim Claim(Article article, string quantity, decimal low, string unit, ClaimKind kind = ClaimKind.Count, string? subject = null, string? subjectId = null, string? metric = null, string? metricId = null, decimal? high = null, string? time = null, string? speaker = null, string? whole = null, Bound bound = Bound.Exact, Modality modality = Modality.Asserted, ChangeDirection? direction = null, string? basis = null, string? per = null)
    {
        var start = article.Text.IndexOf(quantity, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{quantity}' does not stand in '{article.Text}'");
        var lineStart = article.Text.LastIndexOf('\n', start) + 1;
        var lineEnd = article.Text.IndexOf('\n', start) is >= 0 and var end ? end : article.Text.Length;
        return new Claim
        {
            Id = ContentId.OfClaim(ContentId.OfArticle(article.Text), new TextSpan(start, start + quantity.Length)),
            ArticleId = article.Id,
            Kind = kind,
            Text = quantity,
            Start = start,
            End = start + quantity.Length,
            Sentence = article.Text[lineStart..lineEnd],
            Low = low,
            High = high ?? low,
            Unit = unit,
            Bound = bound,
            Per = per,
            Direction = direction,
            Basis = basis,
            Subject = subject,
            SubjectId = subjectId,
            Metric = metric,
            MetricId = metricId,
            Whole = whole,
            Time = time,
            Speaker = speaker,
            Modality = modality,
            Confidence = 0.9,
            Rule = "test",
        };
    }

    /// <summary>Raw bytes of a text.</summary>
    public static Evidence Evidence(string text) => new(Encoding.UTF8.GetBytes(text), "text/plain", new DateTimeOffset(2025, 11, 1, 8, 0, 0, TimeSpan.FromHours(8)));
}
