using System.Globalization;
using LiteDB;
using Pipeline.Extract.Model;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.LiteDb;

/// <summary>Claims and articles as documents, with the contract's names, and documents as claims.</summary>
internal static class ClaimDocuments
{
    /// <summary>Writes the claim's fields into a document, those of its article that lists show included.</summary>
    public static void Write(BsonDocument document, Claim claim, BsonDocument article)
    {
        document["id"] = LiteSession.Key(claim.Id);
        document["claim_id"] = claim.Id;
        document["article"] = article["_id"];
        document["article_id"] = claim.ArticleId;
        document["kind"] = ContractNames.Of(claim.Kind);
        document["text"] = claim.Text;
        document["start"] = claim.Start;
        document["end"] = claim.End;
        document["sentence"] = claim.Sentence;
        document["low"] = claim.Low;
        document["high"] = claim.High;
        document["unit"] = claim.Unit;
        document["bound"] = ContractNames.Of(claim.Bound);
        document["per"] = claim.Per;
        document["direction"] = claim.Direction is { } direction ? ContractNames.Of(direction) : null;
        document["from"] = claim.From is { } from ? new BsonValue(from) : BsonValue.Null;
        document["basis"] = claim.Basis;
        document["subject"] = claim.Subject;
        document["subject_id"] = claim.SubjectId;
        document["metric"] = claim.Metric;
        document["metric_id"] = claim.MetricId;
        document["whole"] = claim.Whole;
        document["time"] = claim.Time;
        document["speaker"] = claim.Speaker;
        document["quoted"] = claim.Quoted;
        document["modality"] = ContractNames.Of(claim.Modality);
        document["confidence"] = claim.Confidence;
        document["rule"] = claim.Rule;
        foreach (var field in new[] { "title", "url", "publisher", "published_at", "source" })
        {
            document[field] = article[field];
        }
    }

    /// <summary>The claim of a document.</summary>
    public static StoredClaim Read(BsonDocument document) => new()
    {
        Claim = new Claim
        {
            Id = document["claim_id"].AsString,
            ArticleId = document["article_id"].AsString,
            Kind = ContractNames.Parse<ClaimKind>(document["kind"].AsString),
            Text = document["text"].AsString,
            Start = document["start"].AsInt32,
            End = document["end"].AsInt32,
            Sentence = document["sentence"].AsString,
            Low = document["low"].AsDecimal,
            High = document["high"].AsDecimal,
            Unit = document["unit"].AsString,
            Bound = ContractNames.Parse<Bound>(document["bound"].AsString),
            Per = Text(document, "per"),
            Direction = Text(document, "direction") is { } direction ? ContractNames.Parse<ChangeDirection>(direction) : null,
            From = document["from"].IsNull ? null : document["from"].AsDecimal,
            Basis = Text(document, "basis"),
            Subject = Text(document, "subject"),
            SubjectId = Text(document, "subject_id"),
            Metric = Text(document, "metric"),
            MetricId = Text(document, "metric_id"),
            Whole = Text(document, "whole"),
            Time = Text(document, "time"),
            Speaker = Text(document, "speaker"),
            Quoted = document["quoted"].AsBoolean,
            Modality = ContractNames.Parse<Modality>(document["modality"].AsString),
            Confidence = document["confidence"].AsDouble,
            Rule = document["rule"].AsString,
        },
        Standing = ContractNames.Parse<ClaimStanding>(document["standing"].AsString),
        CopyOf = Text(document, "copy_of_id"),
        Title = Text(document, "title"),
        Url = Text(document, "url"),
        Publisher = Text(document, "publisher"),
        PublishedAt = Published(document, "published_at"),
        Source = document["source"].AsString,
        Verdict = Text(document, "verdict") is { } verdict ? ContractNames.Parse<Verdict>(verdict) : null,
        ReviewState = Text(document, "state") is { } state ? ContractNames.Parse<ReviewState>(state) : null,
    };

    /// <summary>An article's document, without what only the writer knows.</summary>
    public static BsonDocument Of(Article article, string id) => new()
    {
        ["id"] = LiteSession.Key(id),
        ["article_id"] = id,
        ["url"] = article.Url,
        ["title"] = article.Title,
        ["author"] = article.Author,
        ["publisher"] = article.Publisher,
        ["published_at"] = article.PublishedAt?.ToString(),
        ["retrieved_at"] = Moment(article.RetrievedAt),
        ["language"] = article.Language,
        ["source"] = article.Source,
        ["text"] = article.Text,
    };

    /// <summary>The article of a document.</summary>
    public static Article ReadArticle(BsonDocument document) => new()
    {
        Id = document["article_id"].AsString,
        Url = Text(document, "url"),
        Title = Text(document, "title"),
        Author = Text(document, "author"),
        Publisher = Text(document, "publisher"),
        PublishedAt = Published(document, "published_at"),
        RetrievedAt = Moment(document, "retrieved_at"),
        Language = document["language"].AsString,
        Text = document["text"].AsString,
        Source = document["source"].AsString,
    };

    /// <summary>A field's text, or null.</summary>
    public static string? Text(BsonDocument document, string field) => document[field].IsNull ? null : document[field].AsString;

    /// <summary>A stored publication time.</summary>
    public static PublicationTime? Published(BsonDocument document, string field) => PublicationTime.TryParse(Text(document, field), out var time) ? time : null;

    /// <summary>A stored moment.</summary>
    public static DateTimeOffset? Moment(BsonDocument document, string field) => Text(document, field) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;

    /// <summary>A moment as stored: ISO 8601 with its offset, to the tick; LiteDB's own dates end at the millisecond and know no offset.</summary>
    public static string? Moment(DateTimeOffset? moment) => moment?.ToString("O", CultureInfo.InvariantCulture);
}
