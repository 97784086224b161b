using System.Diagnostics.CodeAnalysis;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Sources;

namespace Pipeline.Ingest;

/// <summary>What one input became: an article with the bytes it was read from, or a failure.</summary>
public sealed record ArticleReading
{
    /// <summary>The bytes, kept as evidence; null where the input could not be read.</summary>
    public RawDocument? Raw { get; private init; }

    /// <summary>The article, or null.</summary>
    public Article? Article { get; private init; }

    /// <summary>Why there is no article, or null.</summary>
    public IngestFailure? Failure { get; private init; }

    /// <summary>The file, line, archive record or URL, as printed in reports.</summary>
    public string Source => Raw?.Source ?? Failure!.Source;

    /// <summary>True when there is an article.</summary>
    [MemberNotNullWhen(true, nameof(Raw), nameof(Article))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsArticle => Article is not null;

    /// <summary>An article and where it came from.</summary>
    public static ArticleReading Of(RawDocument raw, Article article) => new() { Raw = raw, Article = article };

    /// <summary>An input that gave none.</summary>
    public static ArticleReading Failed(RawDocument? raw, IngestFailure failure) => new() { Raw = raw, Failure = failure };
}
