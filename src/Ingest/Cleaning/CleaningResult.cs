using Pipeline.Extract.Model;

namespace Pipeline.Ingest.Cleaning;

/// <summary>The article found in a document, or why there is none. Exactly one of the two is set.</summary>
public sealed record CleaningResult
{
    /// <summary>The article, or null.</summary>
    public Article? Article { get; private init; }

    /// <summary>Why there is no article, or null.</summary>
    public IngestFailure? Failure { get; private init; }

    /// <summary>A document that holds an article.</summary>
    public static CleaningResult Of(Article article) => new() { Article = article };

    /// <summary>A document that could not be decoded.</summary>
    public static CleaningResult Undecodable(string source, string reason) => new() { Failure = new IngestFailure(source, IngestStage.Decode, reason) };

    /// <summary>A document that was read and holds no article: a list, a front page, an error page, nothing at all.</summary>
    public static CleaningResult NotAnArticle(string source, string reason) => new() { Failure = new IngestFailure(source, IngestStage.Clean, $"not an article: {reason}") };
}
